import { readAll, readRecord } from '#db/records.ts';
import { type Reader, sql } from '#db/sql.ts';
import { derivedId } from '#shared/ids.ts';
import { answerBy } from '#shared/letters/concerns.ts';
import { letterDoubts } from '#shared/letters/doubts.ts';
import { merge } from '#shared/letters/merge.ts';
import type { Concern } from '#shared/records/concern.ts';
import { postholderOn, type Suite } from '#shared/records/suite.ts';
import type { SuiteSheet } from '#shared/records/suite-sheet.ts';
import { askedStates, askedWords, isAsked } from '#shared/sheets/asked.ts';
import { monthWords } from '#shared/times.ts';
import type { Context } from '../context.ts';
import { withNumbers } from '../letters/about.ts';
import { firstTemplate } from '../letters/templates.ts';
import { commonValues, knownNames } from '../letters/writing.ts';
import { settings } from '../office.ts';

/** One sheet for a suite and month: two laptops that make it make the same. */
export const sheetId = (ctx: Context, suite: string, month: string): string =>
  derivedId(ctx.identity.office, 'suiteSheet', `${suite}:${month}`);

const most = 500;

/** The concerns of a suite that custody is asked about, the oldest first. */
export const askedOf = (r: Reader, suite: string): Concern[] =>
  r
    .all(
      sql
        .selectFrom('concern')
        .select('data')
        .where('suite', '=', suite)
        .where('state', 'in', askedStates)
        .orderBy('raised_on')
        .orderBy('id'),
    )
    .map(({ data }) => JSON.parse(data) as Concern)
    .filter(isAsked);

/** Those that have the office's number, by which an answer is matched, and how many have none yet. */
export const numbered = (concerns: readonly Concern[]) => {
  const rows = concerns.filter(({ reference }) => reference !== undefined).slice(0, most);
  return { rows, unnumbered: concerns.filter(({ reference }) => reference === undefined).length };
};

/** A concern as it stands on a sheet. */
export const askedRow = (r: Reader, c: Concern) => ({
  id: c.id,
  reference: c.reference ?? '',
  raisedOn: c.raisedOn,
  area: c.area,
  matter: askedWords(withNumbers(r, c)),
});

/** On how many sheets before a month a concern of a suite stood. */
export const askedBefore = (r: Reader, suite: string, month: string): Map<string, number> => {
  const times = new Map<string, number>();
  for (const sheet of readAll(r, 'suiteSheet'))
    if (sheet.suite === suite && sheet.month < month)
      for (const { id } of sheet.rows) times.set(id, (times.get(id) ?? 0) + 1);
  return times;
};

/** What in the words of a sheet looks like a name. */
export const doubtsOn = (r: Reader, rows: readonly { matter: string }[], ctx: Context): string[] => {
  const known = { places: knownNames(r, '', ctx), year: Number(ctx.today.slice(0, 4)) };
  const found = rows.flatMap(({ matter }) => letterDoubts({ subject: '', body: matter }, known));
  return [...new Set(found.map(({ words }) => words))];
};

/** A month's sheet is no urgent letter: it asks in the days that serious concerns have. */
export const dueOf = (r: Reader, ctx: Context): string =>
  answerBy(ctx.today, [{ severity: 'high' }], settings(r, ctx));

/** To whom a sheet goes: the custody inspector on its day, where the office knows who that is. */
export const inspectorOf = (suite: Suite | undefined, on: string) =>
  suite && postholderOn(suite, 'custody inspector', on);

/** The words that go with a sheet, from the office's template. */
export const coverOf = (
  r: Reader,
  { month, due, rows, on }: SuiteSheet,
  suite: Suite | undefined,
  ctx: Context,
) => {
  const template = firstTemplate(r, 'suiteSheet', ctx) ?? { subject: '', body: '' };
  const name = suite?.name ?? '';
  return merge(template, {
    ...commonValues(r, inspectorOf(suite, on)?.name ?? `colleagues at ${name}`, due, name, ctx),
    month: monthWords(month),
    count: rows.length === 1 ? 'one concern' : `${rows.length} concerns`,
  });
};

export const readSheet = (
  r: Reader,
  id: string,
): { sheet: SuiteSheet; suite: Suite | undefined } | undefined => {
  const sheet = readRecord(r, 'suiteSheet', id)?.document;
  return sheet && { sheet, suite: readRecord(r, 'suite', sheet.suite)?.document };
};
