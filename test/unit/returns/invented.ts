import type { Output } from '#shared/contract.ts';
import { asComputed, type GivenReturn } from '#shared/returns/given.ts';
import type { MeasureResult, ReturnResult } from '#shared/views.ts';

/** Words as somebody with ill will would type them. */
export const hostile = '=HYPERLINK("http://a")<b>&"\u202Eright\u0007 😀  two\nlines';
const period = { id: '2022-23Q4', from: '2023-01-01', to: '2023-03-31', label: 'January to March 2023' };
const before = {
  period: { id: '2022-23Q3', from: '2022-10-01', to: '2022-12-31', label: 'October to December 2022' },
  value: 0.5,
  display: '50%',
  change: -2.6,
  changeDisplay: '−2.6 points',
  percentDisplay: 'n/a',
};
const lastYear = {
  ...before,
  period: { id: '2021-22Q4', from: '2022-01-01', to: '2022-03-31', label: 'January to March 2022' },
  value: null,
  display: 'n/a',
  change: null,
  changeDisplay: 'n/a',
};
const year = { id: '2022-23', from: '2022-04-01', to: '2023-03-31', label: 'April 2022 to March 2023' };
const compare = {
  previous: before,
  lastYear,
  yearToDate: { ...before, period: year, change: null, changeDisplay: 'n/a' },
  lastYearToDate: { ...lastYear, period: { ...year, id: '2021-22', from: '2021-04-01', to: '2022-03-31' } },
};
const consent = {
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
  compare,
} as const;
const { numerator: _, denominator: __, ...count } = { ...consent, unit: 'count' } as const;
const visits: MeasureResult = {
  ...count,
  id: 'visits.attempted',
  title: 'Visits',
  value: 1222,
  display: '1,222',
};
const kept: MeasureResult = {
  ...count,
  id: 'people.children',
  title: 'Children entered',
  value: null,
  display: '[c]',
  kept: true,
  restsOn: 0,
};

/** A return as no office would have it, with all that a file of it must bear. */
export const result: ReturnResult = {
  return: 'icv',
  body: 'Invented Commissioner',
  notice: 'Invented data',
  period,
  headline: 'consent.ofOffered',
  measures: [
    consent,
    { ...consent, id: 'delay.mean', title: 'Mean delay', value: null, display: 'n/a', unit: 'minutes' },
    visits,
    kept,
  ],
  splits: [
    {
      by: 'suite',
      groups: [
        { key: hostile, measures: [visits, kept] },
        ...['Hereford', 'Kidderminster', 'Redditch', 'Shrewsbury', 'Telford', 'Worcester'].map((key, i) => ({
          key,
          measures: [{ ...visits, value: i, display: String(i) }],
        })),
      ],
    },
  ],
  tables: [
    {
      id: 'visits.bySuite',
      title: 'Visits by suite',
      columns: ['suite', 'visits', 'Visits', 'share', 'days', 'put on'],
      rows: [
        [hostile, 12, null, '47%', '3.5', '2023-02-01'],
        ['Hereford', 0, 3, 'n/a', '−1,220.0', null],
      ],
      note: 'Made by hand.',
    },
    {
      id: 'fiveYears',
      title: 'Five years',
      columns: ['Figure', '2018-19', '2019-20'],
      rows: [
        ['Visits', '1,100', '[c]'],
        ['Consent of offered', '50%', 'n/a'],
      ],
    },
    { id: 'empty', title: 'Nothing', columns: ['a'], rows: [] },
  ],
  checks: [
    { id: 'ladder', title: 'Ladder', ok: false, detail: 'Three are missing', records: ['a1'], count: 3 },
    { id: 'sums', title: 'Sums', ok: true, detail: 'All add up', records: [], count: 0 },
  ],
};

export const computed = asComputed(result);

/** The same as the office signed it for the second time and published it. */
export const issued: GivenReturn = {
  ...computed,
  name: 'Custody visiting, quarter',
  to: 'Police and Crime Panel',
  law: 'Order of 2011, paragraph 7C',
  sections: [
    { id: 'good', title: 'Good practice', text: `First.\n\n${hostile}` },
    { id: 'areas', title: 'Areas of concern', text: '@SUM(1)' },
  ],
  links: [{ title: 'Complaints <statistics>', address: 'https://example.org/?a=1&b="2"' }],
  answers: [
    {
      check: 'ladder',
      found: 'Three are missing',
      reason: '+1 was not written down',
      name: 'A Planner',
      on: '2023-04-02',
    },
    {
      check: 'ladder',
      found: 'Four are missing',
      reason: 'Of long ago',
      name: 'A Planner',
      on: '2023-04-01',
    },
  ],
  standing: {
    number: 1,
    why: 'A visit came late',
    signed: { name: 'Sam Signer', as: 'Chief executive', on: '2023-04-20' },
    published: { on: '2023-04-21', where: 'on our website' },
  },
  least: 5,
};

export const drafted: GivenReturn = {
  ...issued,
  standing: { number: 1, why: 'A visit came late', signed: null, published: null },
};

/** An issue as it is kept, with the same words wherever somebody may write some. */
export const frozenIssue = (words: string, charts?: string[]): Output<'returns.issue'> => {
  const who = { by: '0198c000-0000-7000-8000-000000000001', name: words, as: words };
  const at = '2023-04-20T10:00:00Z';
  const [bySuite] = result.tables;
  return {
    frozen: {
      format: 1,
      number: 1,
      why: words,
      definition: {
        id: who.by,
        key: 'custody-quarter',
        name: words,
        of: 'icv',
        every: 'quarter',
        to: words,
        basis: words,
        splits: [],
        ...(charts && { charts }),
        sections: [{ id: 'good', title: words }],
        fiveYears: false,
        keepsBack: false,
      },
      signed: { ...who, at, on: '2023-04-20' },
      result: {
        ...result,
        body: words,
        splits: [{ by: 'suite', groups: [{ key: words, measures: result.measures }] }],
        tables: bySuite
          ? [
              {
                ...bySuite,
                title: words,
                columns: [words, words, '', '', '', words],
                rows: [[words, 1, words, null, words, '2023-01-01']],
              },
            ]
          : [],
        checks: result.checks.map((check) => ({ ...check, title: words, detail: words })),
      },
      words: {
        sections: { good: words },
        links: [{ id: who.by, title: words, address: 'https://example.org/"><script>' }],
      },
      answers: [
        {
          id: who.by,
          check: 'ladder',
          found: words,
          reason: words,
          name: words,
          by: who.by,
          on: '2023-04-19',
        },
      ],
      least: null,
      given: null,
    },
    issue: {
      number: 1,
      why: words,
      signed: { ...who, at },
      published: { on: '2023-04-21', where: words, name: words },
      file: 'here',
    },
  };
};
