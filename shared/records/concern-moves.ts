import type { Failure } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Patch, putting } from '#shared/sync/patch.ts';
import {
  type Concern,
  type ConcernState,
  concernMoves,
  concernState,
  type Escalation,
  type PoliceAnswer,
} from './concern.ts';

/** Who makes a move, at which moment, and with which ids for what it adds. */
export type Making = { by: string; at: string; newId(): string };

/** What a move changes in a concern, or why it is not made: it has moved on, or words are wanted. */
type Made = Result<Patch, Extract<Failure, { tag: 'movedOn' | 'noWords' }>>;

const movedOn = fail({ tag: 'movedOn' } as const);
const noWords = fail({ tag: 'noWords' } as const);

const added = <T extends { id: string }>(list: keyof Concern & string, item: T): Patch => [
  putting([list, `#${item.id}`], item),
];

export const mayMove = (from: ConcernState, to: ConcernState): boolean =>
  (concernMoves[from] as readonly ConcernState[]).includes(to);

/** Whether the staff can bring it there: what nobody has taken on yet is taken on by whatever they do about it. */
export const mayReach = (from: ConcernState, to: ConcernState): boolean =>
  mayMove(from, to) || (from === 'raised' && mayMove('coordinator', to));

const event = (making: Making, from: ConcernState, to: ConcernState, why?: string): Patch =>
  added('events', {
    id: making.newId(),
    from,
    to,
    by: making.by,
    at: making.at,
    ...(why && { why }),
  });

/**
 * The events that bring a concern from where it stands to where it is wanted. What nobody has taken on yet is taken on
 * by whatever the coordinator does about it, so that no step of its life is left out.
 */
const moved = (making: Making, c: Concern, to: ConcernState, why?: string): Patch | undefined => {
  const state = concernState(c);
  if (mayMove(state, to)) return event(making, state, to, why);
  if (!mayReach(state, to)) return undefined;
  return [...event(making, 'raised', 'coordinator'), ...event(making, 'coordinator', to, why)];
};

/** Somebody was told at once of what cannot wait. It moves nothing: a telephone call is no letter. */
export const telling = (
  making: Making,
  said: { id?: string; who: string; on: string; at?: string | undefined; words?: string | undefined },
): Patch =>
  added('told', {
    id: said.id ?? making.newId(),
    who: said.who,
    on: said.on,
    ...(said.at && { at: said.at }),
    by: making.by,
    ...(said.words && { words: said.words }),
  });

/**
 * A letter went to the police, with the day by which they owe an answer. A second letter about what stands with them
 * already, to the Head of Custody after an inspector's silence for instance, sets a new day and moves nothing.
 */
export const escalating = (
  making: Making,
  c: Concern,
  sent: Pick<Escalation, 'to' | 'on' | 'due' | 'letter'> & { id?: string },
): Made => {
  const change = concernState(c) === 'escalated' ? [] : moved(making, c, 'escalated');
  if (!change) return movedOn;
  return ok([...added('escalations', { ...sent, id: sent.id ?? making.newId(), by: making.by }), ...change]);
};

/** What an answer is taken with: on a sheet by the file that came back, otherwise by hand. */
export type Answering = Pick<PoliceAnswer, 'on' | 'from' | 'words' | 'via' | 'sheet'> & { id?: string };

/**
 * The police answered. A further answer to what is answered or checked already is kept beside the first; to what has
 * ended it is reopened first, since words that change nothing would be read by nobody.
 */
export const answering = (making: Making, c: Concern, said: Answering): Made => {
  if (said.words.trim() === '') return noWords;
  const state = concernState(c);
  const change = state === 'answered' || state === 'checked' ? [] : moved(making, c, 'answered');
  if (!change) return movedOn;
  return ok([...added('answers', { ...said, id: said.id ?? making.newId(), by: making.by }), ...change]);
};

/** Nothing more is owed to it: the coordinator says why, unless visitors found it put right. */
export const closing = (making: Making, c: Concern, why: string): Made => {
  if (why.trim() === '' && concernState(c) !== 'checked') return noWords;
  const change = moved(making, c, 'closed', why.trim());
  return change ? ok(change) : movedOn;
};

/** Whether a concern can come back to the coordinator: from the police, after a check, or from an end. */
const mayReturn = (state: ConcernState): boolean => mayMove(state, 'coordinator');

/**
 * It comes back to the coordinator: taken on for the first time, taken back from the police, or reopened after it had
 * ended. What was stays; only the first needs no reason.
 */
export const returning = (making: Making, c: Concern, why: string): Made => {
  const state = concernState(c);
  if (state !== 'raised' && why.trim() === '') return noWords;
  return mayReturn(state) ? ok(event(making, state, 'coordinator', why.trim())) : movedOn;
};

/** What was raised turns out to have been dealt with before anybody followed it up. */
export const settling = (making: Making, c: Concern, to: 'addressed' | 'resolved', why: string): Made => {
  if (why.trim() === '') return noWords;
  const state = concernState(c);
  return mayMove(state, to) ? ok(event(making, state, to, why.trim())) : movedOn;
};

/** What the coordinator says of a concern and may say otherwise later; the raw words and its life are no part of it. */
export const wordingFields = ['publication', 'area', 'topic', 'severity', 'sharing'] as const;
export type Wording = Pick<Concern, (typeof wordingFields)[number]>;

/** A concern with its wording for publication and as it is filed. What is blank is taken away. */
export const worded = (c: Concern, said: Wording): Concern => {
  const { publication: _, topic: __, ...rest } = c;
  return {
    ...rest,
    area: said.area,
    severity: said.severity,
    sharing: said.sharing,
    ...(said.publication?.trim() && { publication: said.publication.trim() }),
    ...(said.topic?.trim() && { topic: said.topic.trim() }),
  };
};
