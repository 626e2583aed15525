import { type CaseFile, caseState, ownerOf, standingClosing } from '#shared/records/case-file.ts';
import type { ForceAsk } from '#shared/records/case-parts.ts';
import { inSentence } from '#shared/text.ts';
import { type CaseClockSettings, ranOut } from './clock.ts';
import { type Owed, owedOf } from './clocks.ts';
import { kindRules, owesReply, stepsToTake } from './kinds.ts';

/** Who does the next step. The force and whoever wrote have no account: somebody of the office waits for them. */
export const caseDoers = ['caseworker', 'decider', 'force', 'writer'] as const;
export type CaseDoer = (typeof caseDoers)[number];

/** What a step is about, so that a page can lead there. */
export const stepPlaces = [
  'risk',
  'assign',
  'acknowledge',
  'steps',
  'drafts',
  'asks',
  'hold',
  'request',
  'answer',
  'followUps',
  'close',
] as const;
export type StepPlace = (typeof stepPlaces)[number];

/** What is to be done next about a case: in one sentence, by whom, by when and why. */
export type CaseStep = {
  readonly words: string;
  readonly who: CaseDoer;
  readonly by: string | null;
  readonly late: boolean;
  /** The law, standard or decision it rests on. */
  readonly why: string;
  readonly place: StepPlace;
};

/** What the next step is worked out from, beside the case itself. */
export type CaseAround = CaseClockSettings & { readonly today: string };

type Due = { readonly by: string | null; readonly why: string };

const step = (
  words: string,
  who: CaseDoer,
  place: StepPlace,
  { by, why }: Due,
  { today }: CaseAround,
): CaseStep => ({ words, who, by, late: ranOut(by, null, today), why, place });

/** By when something is owed, of one clock or of whichever ends first. */
const dueOf = (owed: readonly Owed[], clock?: string): Due => {
  const found = clock ? owed.find((one) => one.clock.clock === clock) : owed[0];
  return { by: found?.due ?? null, why: found?.clock.rule.basis ?? '' };
};

/** The first by a day; of the same day the one whose id comes first, so that the order of entry says nothing. */
const earliest = <T extends { id: string }>(items: readonly T[], day: (item: T) => string): T | undefined =>
  items.toSorted((a, b) => (`${day(a)} ${a.id}` < `${day(b)} ${b.id}` ? -1 : 1))[0];

/** The hold that is on; where there are several, the one that began first. */
export const holdOn = (c: Pick<CaseFile, 'holds'>): CaseFile['holds'][number] | undefined =>
  earliest(
    c.holds.filter(({ until }) => until === undefined),
    ({ from }) => from,
  );

/** What the force was asked and has not answered, what is owed first standing first. */
export const openAsks = (c: Pick<CaseFile, 'asks'>): ForceAsk[] =>
  c.asks
    .filter(({ answered }) => answered === undefined)
    .toSorted((a, b) => (`${a.due} ${a.id}` < `${b.due} ${b.id}` ? -1 : 1));

const isAwaitingApproval = ({ drafts }: Pick<CaseFile, 'drafts'>): boolean =>
  drafts.some(({ asked, approved }) => asked !== undefined && approved === undefined);

/** Whether whoever wrote said more after they were answered, and nothing went out since. */
const wroteAgain = ({ messages, answered }: CaseFile): boolean => {
  const since = messages.filter(({ on }) => answered !== undefined && on > answered.on);
  const out = since.filter(({ direction }) => direction === 'out').map(({ on }) => on);
  return since.some(({ direction, on }) => direction === 'in' && !out.some((day) => day >= on));
};

const toDrafts = (c: CaseFile, owed: readonly Owed[], around: CaseAround): CaseStep | undefined => {
  const due = dueOf(owed);
  if (isAwaitingApproval(c))
    return step(
      'A reply waits to be approved by somebody else than its author.',
      'decider',
      'drafts',
      due,
      around,
    );
  if (c.drafts.some(({ approved }) => approved !== undefined))
    return step('A reply is approved: send it.', 'caseworker', 'drafts', due, around);
  if (c.drafts.some(({ returned }) => returned !== undefined))
    return step('A reply was given back: write it anew.', 'caseworker', 'drafts', due, around);
  return undefined;
};

const toForce = (c: CaseFile, around: CaseAround): CaseStep | undefined => {
  const ask = openAsks(c)[0];
  if (!ask) return undefined;
  const due = { by: ask.due, why: 'The day by which the force was asked to answer' };
  return ask.due < around.today
    ? step('The force has not answered in time: remind it.', 'caseworker', 'asks', due, around)
    : step('Wait for the force to answer.', 'force', 'asks', due, around);
};

/** What comes before anything else: whoever may be at risk, and that somebody has the case and whoever wrote knows. */
const first = (c: CaseFile, owed: readonly Owed[], around: CaseAround): CaseStep | undefined => {
  if (c.risk && c.risk.told.length === 0)
    return step(
      'Somebody’s life or safety may be at stake: tell the police or whoever can act, and write down who was told.',
      'caseworker',
      'risk',
      { by: c.risk.at.slice(0, 10), why: 'It was flagged, and nobody is written down as told' },
      around,
    );
  if (ownerOf(c) === undefined)
    return step('Give the case to somebody.', 'caseworker', 'assign', dueOf(owed), around);
  if (owed.some(({ clock }) => clock.clock === 'acknowledge'))
    return step('Acknowledge it.', 'caseworker', 'acknowledge', dueOf(owed, 'acknowledge'), around);
  return undefined;
};

const toAnswer = (c: CaseFile, owed: readonly Owed[], around: CaseAround): CaseStep | undefined => {
  const [missing] = stepsToTake(c);
  if (missing)
    return step(`${missing.what}.`, 'caseworker', 'steps', { ...dueOf(owed), why: missing.basis }, around);
  const waits = toDrafts(c, owed, around) ?? toForce(c, around);
  if (waits) return waits;
  if (kindRules[c.kind].request && owed.length > 0)
    return step(
      `Deal with the request: ${owed.map(({ clock }) => inSentence(clock.title)).join('; ')}.`,
      'caseworker',
      'request',
      dueOf(owed),
      around,
    );
  const hold = holdOn(c);
  if (hold)
    return step(
      'It is on hold: resume it once it can go on.',
      'writer',
      'hold',
      { by: null, why: 'The office’s own clocks stand still while it is on hold' },
      around,
    );
  if (owesReply(c) && c.answered === undefined && !c.request?.decision)
    return step('Answer it.', 'caseworker', 'answer', dueOf(owed), around);
  return undefined;
};

/** What the answer leaves to be done. */
const afterAnswer = (c: CaseFile, around: CaseAround): CaseStep => {
  if (wroteAgain(c))
    return step(
      'They wrote again after the answer: read it and reply.',
      'caseworker',
      'answer',
      { by: null, why: '' },
      around,
    );
  const undone = earliest(
    c.asks.filter(({ answered, done }) => answered !== undefined && done === undefined),
    ({ answered }) => answered ?? '',
  );
  if (undone)
    return step(
      'Confirm that what the force answered was done.',
      'caseworker',
      'asks',
      { by: null, why: 'An answer of the force is a promise until somebody has seen it done' },
      around,
    );
  return (
    toFollowUp(c, around) ??
    step('Nothing more is owed: close it.', 'caseworker', 'close', { by: null, why: '' }, around)
  );
};

const toFollowUp = (c: CaseFile, around: CaseAround): CaseStep | undefined => {
  const next = earliest(
    c.followUps.filter(({ done }) => done === undefined),
    ({ due }) => due,
  );
  return (
    next &&
    step(
      'Follow it up.',
      'caseworker',
      'followUps',
      { by: next.due, why: 'Noted to be looked at again' },
      around,
    )
  );
};

/**
 * The next step about a case; undefined where nothing more is owed to it. What stands in the record alone decides it,
 * with the standards and holidays of the office and the day on which it is asked.
 */
export const nextStepOf = (c: CaseFile, around: CaseAround): CaseStep | undefined => {
  if (caseState(c) === 'closed') return toFollowUp(c, around);
  const owed = owedOf(c, around);
  return first(c, owed, around) ?? toAnswer(c, owed, around) ?? afterAnswer(c, around);
};

/** For whom or what a case waits. */
export const waits = ['owner', 'office', 'approval', 'force', 'hold', 'nothing'] as const;
export type Waits = (typeof waits)[number];

export const waitsFor = (c: CaseFile): Waits => {
  if (standingClosing(c)) return 'nothing';
  if (ownerOf(c) === undefined) return 'owner';
  if (isAwaitingApproval(c)) return 'approval';
  if (openAsks(c).length > 0) return 'force';
  return holdOn(c) ? 'hold' : 'office';
};
