import { filesOf, here } from '#db/files.ts';
import { readRecord } from '#db/records.ts';
import type { Reader } from '#db/sql.ts';
import type { ReturnInWork } from '#shared/calls/return-life.ts';
import { madeAt } from '#shared/ids.ts';
import type { NamedReturn } from '#shared/records/named-return.ts';
import { type CheckAnswer, type PeriodReturn, returnState } from '#shared/records/period-return.ts';
import { issuesIn } from '#shared/returns/issues.ts';
import { canonical } from '#shared/sync/canonical.ts';
import { addDays, britishDayOf } from '#shared/times.ts';
import type { ReturnResult } from '#shared/views.ts';
import { smallNumbersOf } from '#shared/volunteers/suppress.ts';
import { type Context, sha256 } from '../context.ts';
import { settings } from '../office.ts';
import { namedResult } from './composed.ts';
import { checkOfEarlier } from './earlier.ts';
import type { Asked } from './named.ts';
import { type Written, wordsOf } from './written.ts';

export const nameOf = (r: Reader, person: string): string =>
  readRecord(r, 'person', person)?.document.name ?? '';

/** The day on which the office began to work with this: its id says so to every laptop alike. */
export const begunOn = ({ identity }: Pick<Context, 'identity'>): string =>
  britishDayOf(madeAt(identity.office));

/** The day by which a return of a period is due; null where it has none, as of what ended before the office began. */
export const dueOf = ({ dueAfter }: NamedReturn, { to }: { to: string }, begun: string): string | null =>
  dueAfter === undefined || to < begun ? null : addDays(to, dueAfter);

/** Who prepares a return: whoever it was given to for this period, or whoever usually does. */
export const preparerOf = (
  r: Reader,
  definition: NamedReturn,
  record: PeriodReturn | undefined,
): { id: string; name: string } | null => {
  const id = record?.prepares ?? definition.prepares;
  return id === undefined ? null : { id, name: nameOf(r, id) };
};

/** An answer stands for exactly what was found when it was given. */
const answerOf = (record: PeriodReturn | undefined, check: string, found: string): CheckAnswer | undefined =>
  record?.answers.findLast((one) => one.check === check && one.found === found);

/** All that somebody looks at before saying that it was checked, and the mark by which it is known again. */
export type Looked = {
  definition: NamedReturn;
  result: ReturnResult;
  words: Written;
  answers: ReturnInWork['answers'];
  least: number | null;
  seen: string;
};

/** The return as it stands now. What no check objects to is not part of its mark: such words change from day to day. */
export const look = (r: Reader, ctx: Context, { definition: known, period, record }: Asked): Looked => {
  const { own: _, ...definition } = known;
  const least = definition.keepsBack ? smallNumbersOf(settings(r, ctx)) : null;
  const computed = namedResult(r, definition, period, ctx);
  const earlier = least === null ? [] : [checkOfEarlier(r, computed, least)];
  const result = { ...computed, checks: [...computed.checks, ...earlier] };
  const words = wordsOf(r, ctx, definition, period);
  const answers = result.checks
    .filter(({ ok }) => !ok)
    .map(({ id, detail }) => {
      const answer = answerOf(record, id, detail);
      return {
        check: id,
        found: detail,
        answer: answer ? { ...answer, name: nameOf(r, answer.by) } : null,
      };
    });
  const reasons = answers.map(({ check, found, answer }) => [check, found, answer?.reason ?? null]);
  const { checks: _checks, ...figures } = result;
  const seen = sha256(canonical({ definition, figures, words, reasons, least }));
  return { definition, result, words, answers, least, seen };
};

/** What stands of a return's issues, and whether each has come to this laptop. */
const whereIs = (known: number | undefined) => {
  if (known === here.damaged) return 'damaged';
  return known === here.whole ? 'here' : 'awaited';
};

export const issuesOf = (r: Reader, record: PeriodReturn | undefined): ReturnInWork['issues'] => {
  if (!record) return [];
  const known = filesOf(r, 'periodReturn', record.id);
  return issuesIn(record).map(({ number, why, signed, published, file }) => ({
    number,
    why,
    signed: { by: signed.by, name: nameOf(r, signed.by), as: signed.as ?? '', at: signed.at },
    published: published
      ? { on: published.on ?? '', where: published.where ?? '', name: nameOf(r, published.by) }
      : null,
    file: whereIs(known.get(file?.hash ?? '')?.here),
  }));
};

export const stateOf = (record: PeriodReturn | undefined) => (record ? returnState(record) : 'draft');
