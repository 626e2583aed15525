import { readAll } from '#db/records.ts';
import type { Reader } from '#db/sql.ts';
import type { Failure } from '#shared/errors.ts';
import type { PeriodReturn } from '#shared/records/period-return.ts';
import { ok, type Result } from '#shared/result.ts';
import { type Earlier, type Revealed, revealedBy } from '#shared/returns/earlier.ts';
import { issuesIn } from '#shared/returns/issues.ts';
import { earlierCheck, hiddenIn } from '#shared/returns/keep-back.ts';
import { addDays } from '#shared/times.ts';
import type { ReturnResult } from '#shared/views.ts';
import { sha256 } from '../context.ts';
import type { Check } from './checks.ts';
import { readFigures } from './frozen.ts';

/** So far apart two returns may be and still tell of the same days: each compares with the year to date a year before. */
const farthest = 2 * 366;

const near = (one: PeriodReturn, { from, to }: ReturnResult['period']): boolean =>
  one.to >= addDays(from, -farthest) && one.from <= addDays(to, farthest);

type Published = { record: PeriodReturn; number: number; hash: string | undefined };

/** What was published of periods near this one; of none of it has anything been read yet. */
const publishedNear = (r: Reader, { return: of, period }: ReturnResult): Published[] =>
  readAll(r, 'periodReturn')
    .filter((one) => one.return === of && near(one, period))
    .flatMap((record) =>
      issuesIn(record)
        .filter(({ published }) => published)
        .map(({ number, file }) => ({ record, number, hash: file?.hash })),
    );

const read = (r: Reader, { record, number }: Published): Result<Earlier, Failure> => {
  const found = readFigures(r, record, number);
  if (!found.ok) return found;
  const { definition, result, given } = found.value.frozen;
  const revision = number === 0 ? '' : `, revision ${number}`;
  const name = `${definition.name}, ${result.period.label}${revision}`;
  return ok({ name, result, given: given?.result ?? result });
};

/** What publications give away of a return, and how many of them have not come or are damaged and were not looked at. */
type Found = { revealed: readonly Revealed[]; away: number; damaged: number };
const nothing = { revealed: [], away: 0, damaged: 0 } as const satisfies Found;

/** Of what a return keeps back; where that is nothing no publication is read. */
const foundIn = (r: Reader, result: ReturnResult, least: number, published: readonly Published[]): Found => {
  const hidden = hiddenIn(result, least);
  if (hidden.size === 0) return nothing;
  const all = published.map((one) => read(r, one));
  const earlier = all.flatMap((one) => (one.ok ? [one.value] : []));
  const damaged = all.filter((one) => !one.ok && one.error.tag === 'fileDamaged').length;
  const away = all.length - earlier.length - damaged;
  return { revealed: revealedBy(result, hidden, least, earlier), away, damaged };
};

/** What was found last, by the figures and the publications: whoever prepares a return looks at the same ones often. */
const known = new Map<string, Found>();
const knownAtMost = 10;

/** What was signed never changes, so that figures held against all of it again make the same. */
const foundOnce = (r: Reader, result: ReturnResult, least: number): Found => {
  const published = publishedNear(r, result);
  if (published.length === 0) return nothing;
  const { checks: _, ...figures } = result;
  const key = sha256(JSON.stringify([figures, least, published.map(({ hash }) => hash)]));
  const before = known.get(key);
  if (before) return before;
  const found = foundIn(r, result, least, published);
  // What is not here yet may come, and what is damaged come again.
  if (found.away + found.damaged > 0) return found;
  if (known.size >= knownAtMost) known.delete(known.keys().next().value as string);
  known.set(key, found);
  return found;
};

const shown = 10;

const notLookedAt = (number: number, is: string, are: string): string[] => {
  if (number === 0) return [];
  return [`${number} published before ${number === 1 ? `${is} and was` : `${are} and were`} not looked at`];
};

/** Whether what was published before gives away a number that is kept back here. */
export const checkOfEarlier = (r: Reader, result: ReturnResult, least: number): Check => {
  const { revealed: found, away, damaged } = foundOnce(r, result, least);
  const named = found.slice(0, shown).map(({ figure, by }) => `${figure} (with ${by.join('; ')})`);
  const more = found.length > shown ? ` and ${found.length - shown} more` : '';
  const missing = [
    ...notLookedAt(away, 'has not come to this laptop', 'have not come to this laptop'),
    ...notLookedAt(damaged, 'is damaged on this laptop', 'are damaged on this laptop'),
  ];
  const revealed =
    found.length > 0 ? [`What is kept back here can be worked out: ${named.join(', ')}${more}`] : [];
  return {
    id: earlierCheck,
    title: 'No earlier publication reveals a number kept back here',
    ok: found.length + away + damaged === 0,
    detail:
      [...revealed, ...missing].join('. ') ||
      'Nothing kept back here can be worked out from what was published before',
    records: [],
    count: found.length + away + damaged,
  };
};
