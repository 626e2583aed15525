import { filesStay, redactionsHold } from '#shared/cases/redactions.ts';
import { type Patch, read, same } from '#shared/sync/patch.ts';
import type { RefusalReason } from '#shared/sync/refusals.ts';
import { approvalsHold } from './case-approvals.ts';
import { type CaseFile, type CaseState, caseMoves, caseState } from './case-file.ts';
import type { LifeEvent } from './common.ts';
import { eventsOnward, type LifeRules, newItems, type OfficeMarks } from './life-rules.ts';

const isMove = (from: string, to: string): boolean =>
  Object.hasOwn(caseMoves, from) && (caseMoves[from as CaseState] as readonly string[]).includes(to);

/** What was closed opens only with a reason. */
const isReasoned = ({ to, why = '' }: LifeEvent): boolean => to !== 'open' || why.trim() !== '';

const movesAllowed = (before: readonly LifeEvent[], added: readonly LifeEvent[]): boolean =>
  added.every((event, i) => {
    const from = (added[i - 1] ?? before.at(-1))?.to ?? 'open';
    return event.from === from && isMove(from, event.to) && isReasoned(event);
  });

/** What was said, noted, given and closed stands as it was. */
const kept = ['messages', 'notes', 'assignments', 'closings', 'steps'] as const satisfies (keyof CaseFile)[];

type Entry = { id: string; by: string };
const added = (before: readonly Entry[], after: readonly Entry[]): Entry[] =>
  after.filter((one) => !before.some((other) => same(one, other)));

/** Who decided a request is whoever says so: on that rests who may look at it again. */
const decidedBy = (before: CaseFile | undefined, { request }: CaseFile, by: string): boolean => {
  const { decision, internalReviews = [] } = request ?? {};
  const known = before?.request?.internalReviews ?? [];
  return (
    (same(before?.request?.decision, decision) || decision === undefined || decision.by === by) &&
    internalReviews
      .filter((one) => one.decided && !known.some((was) => was.id === one.id && was.decided === one.decided))
      .every(({ reviewer }) => reviewer === by)
  );
};

/** Each time it was closed there is an entry that says how: two, where two closed it without each other. */
const isBorneOut = (c: CaseFile): boolean =>
  c.events.filter(({ to }) => to === 'closed').length <= c.closings.length;

type Named = Map<string, string>;
const named = (all: readonly (Entry | undefined)[]): Named =>
  new Map(all.flatMap((one) => (one ? [[one.id, one.by]] : [])));

/** What somebody says that they did in a case: it stays theirs, whoever goes on with it. */
const deedsIn = ({ asks, holds, followUps, risk, request }: CaseFile): Named => {
  const { proofs = [], clarifications = [], internalReviews = [] } = request ?? {};
  const ofRisk = risk ? [{ ...risk, id: 'risk' }, ...risk.told] : [];
  const ofForce = asks.flatMap((ask) => [ask, ...ask.chased]);
  return named([
    ...[...ofForce, ...holds, ...followUps, ...ofRisk],
    ...[...proofs, ...clarifications, ...internalReviews],
  ]);
};

/** What is written once and may be written anew, and is then that of whoever wrote it anew. */
const wordsIn = ({ asks, redactions, request }: CaseFile): Named => {
  const { internalReviews = [], extension, disclosure } = request ?? {};
  return named([
    ...asks.map(({ id, done }) => done && { id, by: done.by }),
    ...redactions,
    ...internalReviews.map(({ id, extension: more }) => more && { id, by: more.by }),
    extension && { id: 'extension', by: extension.by },
    disclosure && { id: 'disclosure', by: disclosure.by },
  ]);
};

/** Nobody writes down something as done by somebody else, or takes for theirs what another did. */
const signsForThemselves = (before: CaseFile | undefined, after: CaseFile, by: string): boolean => {
  const [deeds, words] = before ? [deedsIn(before), wordsIn(before)] : [named([]), named([])];
  return (
    [...deedsIn(after)].every(([id, author]) => author === (deeds.get(id) ?? by)) &&
    [...wordsIn(after)].every(([id, author]) => author === by || author === words.get(id))
  );
};

/** Whether somebody writes in a message that another kept first: a reply that both sent without each other. */
const isKeptAlready = (current: CaseFile, { path, now }: Patch[number]): boolean => {
  const [list, item = ''] = path;
  const held = list === 'messages' ? current.messages.find(({ id }) => item === `#${id}`) : undefined;
  return held !== undefined && held.by !== 'import' && !same(read(current, path), now);
};

/** A reply is written, approved and given back whole, so that whoever approves it says what they saw of all of it. */
const isPartOfDraft = ({ path }: Patch[number]): boolean => path[0] === 'drafts' && path.length > 2;

/** A reply that was approved is sent as it was approved, by somebody else than its author. */
const approvesOwn = (c: CaseFile): boolean => c.drafts.some(({ by, approved }) => approved?.by === by);

/** An internal review is decided by somebody else than who decided the request. */
const reviewsOwn = ({ request }: CaseFile): boolean =>
  request?.internalReviews.some(
    ({ decided, reviewer }) => decided !== undefined && reviewer === request.decision?.by,
  ) ?? false;

/** What a file says of a case changes with the file; what people did in it stands as in any other. */
const importedAgain = (before: CaseFile, after: CaseFile): RefusalReason | undefined => {
  const standing = (['events', ...kept] as const).every((list) => {
    const now = after[list] as Entry[];
    return (before[list] as Entry[])
      .filter(({ by }) => by !== 'import')
      .every((one) => now.some((other) => same(one, other)));
  });
  return standing && movesAllowed([], after.events) && isBorneOut(after) ? undefined : 'lifeCycle';
};

const lifeOf = (before: CaseFile | undefined, after: CaseFile): RefusalReason | undefined => {
  const events = newItems(before?.events ?? [], after.events);
  const isKept = kept.every((list) => newItems<{ id: string }>(before?.[list] ?? [], after[list]));
  if (!events || !isKept || !movesAllowed(before?.events ?? [], events) || !isBorneOut(after))
    return before?.imported ? importedAgain(before, after) : 'lifeCycle';
  return undefined;
};

const objectionTo = (before: CaseFile | undefined, after: CaseFile): RefusalReason | undefined => {
  const objection = lifeOf(before, after);
  if (objection) return objection;
  if (!redactionsHold(after) || (before && !filesStay(before, after))) return 'invalid';
  return approvesOwn(after) || reviewsOwn(after) ? 'notAllowed' : undefined;
};

/**
 * The rules of a case's life: it is closed and opened with reasons, what was said of it stands as it was said, and
 * nobody approves a reply of their own.
 */
export const caseRules = {
  objection: (
    before: CaseFile | undefined,
    after: CaseFile,
    changes: Patch = [],
  ): RefusalReason | undefined => {
    if (changes.some(isPartOfDraft)) return 'invalid';
    if (!before) return after.reference === undefined ? objectionTo(undefined, after) : 'officeOnly';
    if (before.reference !== after.reference || !same(before.imported?.reference, after.imported?.reference))
      return 'officeOnly';
    return objectionTo(before, after);
  },

  onward: (current: CaseFile, changes: Patch): Patch | 'movedOn' =>
    changes.some((change) => isKeptAlready(current, change))
      ? 'movedOn'
      : eventsOnward(current, caseState(current), changes, (state, event) =>
          event.to === state ? 'done' : 'movedOn',
        ),

  isBy: (by: string, before: CaseFile | undefined, after: CaseFile): boolean =>
    (['events', ...kept] as const)
      .flatMap((list) => added(before?.[list] ?? [], after[list] as Entry[]))
      .every((one) => one.by === by || (after.imported !== undefined && one.by === 'import')) &&
    decidedBy(before, after, by) &&
    signsForThemselves(before, after, by) &&
    approvalsHold(before, after, by),

  receive: (c: CaseFile, office: OfficeMarks): CaseFile => {
    const from = c.reference ? undefined : caseRules.numberedFrom(c);
    const reference = from && office.reference(from.slice(0, 4));
    return reference ? { ...c, reference } : c;
  },

  series: 'E',

  numberedFrom: (c: CaseFile): string | undefined => (c.imported ? undefined : c.received),
} satisfies LifeRules<CaseFile>;
