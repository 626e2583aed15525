import { stringify } from 'csv-stringify/sync';
import type { Output } from '#shared/contract.ts';
import { percent } from '#shared/numbers.ts';
import { capital, fileName } from '#shared/text.ts';
import type { Told } from '#shared/volunteers/suppress.ts';
import { safeCsv } from '../csv.ts';
import { type Asking, type FileCalls, madeFile } from '../made-files.ts';

const csvType = 'text/csv;charset=utf-8';

/** Rows under their heads; invented data says so in each of them. */
const csv = (
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  notice: string | null,
): string => {
  const more = notice ? [notice] : [];
  return stringify(
    [[...heads, ...(notice ? ['Notice'] : [])], ...rows.map((row) => [...row, ...more])],
    safeCsv,
  );
};

const lasting = ({ state, until = '' }: { state: string; until?: string | undefined }) => [
  capital(state),
  until,
];

const standingCsv = ({ people, notice }: Output<'volunteers.standing'>): string => {
  const parts = ['Vetting', 'Accreditation', 'Training', 'Three-year review'];
  return csv(
    ['Name', 'Panel', 'Standing', ...parts.flatMap((part) => [part, `${part} until`])],
    people.map((p) => [
      p.name,
      p.panelName ?? '',
      capital(p.status),
      ...[p.vetting, p.accreditation, p.training, p.review].flatMap(lasting),
    ]),
    notice,
  );
};

const totalsCsv = ({ year, questions, sources, least, notice }: Output<'monitoring.totals'>): string => {
  const told = (people: Told) => (people === 'suppressed' ? 'not told' : String(people));
  const share = (people: Told, of: Told) =>
    people === 'suppressed' || of === 'suppressed' ? '' : percent(people, of, 1);
  const asked = questions.flatMap(({ question, total, options }) =>
    options.map(({ option, people, census }) => [
      year,
      question,
      option,
      told(people),
      told(total),
      share(people, total),
      census === undefined ? '' : `${census}%`,
    ]),
  );
  const heard = sources.sources.map(({ source, people }) => [
    year,
    'How people heard of the scheme',
    source,
    told(people),
    told(sources.total),
    share(people, sources.total),
    '',
  ]);
  const people = `People (fewer than ${least} are not told)`;
  const heads = ['Year', 'Question', 'Answer', people, 'Of', 'Share', 'Census share'];
  return csv(heads, [...asked, ...heard], notice);
};

/** Who stands how, and what equality monitoring comes to, as files. */
export const volunteerFiles = (
  read: Asking,
  today: () => string,
): FileCalls<'volunteers.standingFile' | 'monitoring.file'> => ({
  'volunteers.standingFile': async () => {
    const found = await read('volunteers.standing', {});
    if (!found.ok) return found;
    return madeFile(fileName('csv', 'Standing of volunteers', today()), csvType, standingCsv(found.value));
  },
  'monitoring.file': async (input) => {
    const found = await read('monitoring.totals', input);
    if (!found.ok) return found;
    return madeFile(
      fileName('csv', 'Equality monitoring', found.value.year),
      csvType,
      totalsCsv(found.value),
    );
  },
});
