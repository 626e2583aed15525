import { type Held, readRecord } from '#db/records.ts';
import type { Reader } from '#db/sql.ts';
import { purgedAt } from '#db/sync/removal.ts';
import type { Failure } from '#shared/errors.ts';
import { instant, newId } from '#shared/ids.ts';
import {
  type CheckState,
  checkState,
  isDipSample,
  type RecordCheck,
  recordedAnswers,
} from '#shared/records/record-check.ts';
import { checkLifeFields } from '#shared/records/record-check-rules.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { applyPatch, diff, type Patch, putting, same } from '#shared/sync/patch.ts';
import type { Context } from '../context.ts';

/** Why a check is not here: the office destroyed it, or nobody here knows of it. */
export const noCheck = (r: Reader, id: string): Result<never, Failure> => {
  const at = purgedAt(r, 'recordCheck', id);
  return fail({ what: 'record check', ...(at ? { tag: 'destroyed', at } : { tag: 'notFound' }) });
};

type Found = Result<Held<'recordCheck'> & { state: CheckState }, Failure>;
/** A check and where it stands. */
export const findCheck = (r: Reader, id: string): Found => {
  const held = readRecord(r, 'recordCheck', id);
  return held ? ok({ ...held, state: checkState(held.document) }) : noCheck(r, id);
};

/** The event by which the person of this store moves a check on. */
export const moving = (ctx: Context, c: RecordCheck, to: CheckState): Patch => {
  const event = {
    id: newId(ctx.sources),
    from: checkState(c),
    to,
    by: ctx.identity.person,
    at: instant(ctx.sources),
  };
  return [putting(['events', `#${event.id}`], event)];
};

/** Whether a patch would write where only the life of a check and the office do; the whole check includes that. */
export const touchesLife = (patch: Patch): boolean =>
  patch.some((c) => checkLifeFields.includes(c.path[0] ?? 'id'));

/** The suite's panel as it is today goes with the suite, since both may change later. */
export const withPanel = (r: Reader, before: RecordCheck, patch: Patch): Patch => {
  const suite = patch.find((c) => c.path.length === 1 && c.path[0] === 'suite' && !same(c.was, c.now));
  const others = patch.filter((c) => c.path[0] !== 'panel');
  if (!suite) return others;
  const panel = typeof suite.now === 'string' ? readRecord(r, 'suite', suite.now)?.document.panel : undefined;
  return [...others, ...diff({ panel: before.panel }, { panel })];
};

const isRecorded = (answer: unknown): boolean =>
  typeof answer === 'object' &&
  answer !== null &&
  (recordedAnswers as readonly unknown[]).includes((answer as { value?: unknown }).value);

/** Whether a patch answers a question with anything but the four answers there are. */
export const isMisanswered = (before: RecordCheck, patch: Patch): boolean =>
  patch.some(({ path }) => path[0] === 'answers') &&
  !Object.values(applyPatch(before, patch).document.answers).every(isRecorded);

/** Whether somebody who is not the coordinator would make a check a dip sample, or one of something else. */
export const dipsForCoordinator = (
  r: Reader,
  ctx: Context,
  before: Pick<RecordCheck, 'reason'>,
  after: Pick<RecordCheck, 'reason'>,
): boolean =>
  isDipSample(before) !== isDipSample(after) &&
  readRecord(r, 'person', ctx.identity.person)?.document.roles.includes('coordinator') !== true;
