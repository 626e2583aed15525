import type { ReturnResult } from '#shared/views.ts';

/** Words as somebody with ill will would type them. */
export const hostile = '=HYPERLINK("http://a")<b>&"\u202Eright\u0007 😀  two\nlines';
const period = { id: '2022-23Q4', from: '2023-01-01', to: '2023-03-31', label: 'January to March 2023' };
const measure = {
  id: 'consent.ofOffered',
  title: 'Consent of offered',
  definition: `Accepted ÷ offered. ${hostile}`,
  value: 9 / 19,
  numerator: 9,
  denominator: 19,
  display: '47%',
  unit: 'percent',
  restsOn: 3,
  restsOnWhat: 'visits',
  blank: 0,
} as const;
/** A return as no office would have it, with all that a file of it must bear. */
export const result: ReturnResult = {
  return: 'icv',
  body: 'Invented Commissioner',
  notice: 'Invented data',
  period,
  headline: 'consent.ofOffered',
  measures: [
    measure,
    { ...measure, id: 'delay.mean', title: 'Mean delay', value: null, display: 'n/a', unit: 'minutes' },
    { ...measure, id: 'visits.attempted', title: 'Visits', value: 1222, display: '1,222', unit: 'count' },
  ],
  tables: [
    {
      id: 'visits.bySuite',
      title: 'Visits by suite',
      columns: ['suite', 'visits', 'visits', 'share', 'days'],
      rows: [
        [hostile, 12, null, '47%', '3.5'],
        ['Hereford', 0, 3, 'n/a', '0.0'],
      ],
      note: 'Made by hand.',
    },
    { id: 'empty', title: 'Nothing', columns: ['a'], rows: [] },
  ],
  checks: [{ id: 'ladder', title: 'Ladder', ok: false, detail: 'Three are missing', records: [], count: 3 }],
};
