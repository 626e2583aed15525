import { z } from 'zod';
import { isoDate, recordId } from '#shared/records/common.ts';
import {
  type Concern,
  concern,
  concernState,
  concernStates,
  type Finding,
  isOpenConcern,
} from '#shared/records/concern.ts';
import { mayHaveBegun, type Visit } from '#shared/records/visit.ts';
import { capital } from '#shared/text.ts';

/** A concern that stands at a suite, as the next visitors there are told of it. */
export const standingConcern = z.object({
  id: recordId,
  reference: z.string().nullable(),
  raisedOn: isoDate,
  area: concern.shape.area,
  severity: concern.shape.severity,
  state: z.enum(concernStates),
  matter: z.string(),
  /** What the police answered last. */
  answer: z.object({ on: isoDate, from: z.string(), words: z.string() }).nullable(),
  /** Whether the visitors are asked about it; otherwise their report alone speaks of it. */
  asked: z.boolean(),
});
export type StandingConcern = z.infer<typeof standingConcern>;

/** Where and when a visit looks: its own id, suite and day. */
export type Looking = { visit?: string | undefined; suite?: string | undefined; on: string };

/**
 * Whether the visitors of a visit are asked about a concern: it stands open at their suite, and was not raised by
 * themselves just now. What is for the office alone, and what is alleged, is asked by nobody on the spot: what visitors
 * carry into a suite may be read there (Code of Practice 2013: no reprisals).
 */
export const isAskedAbout = (c: Concern, { visit, suite, on }: Looking): boolean =>
  suite !== undefined &&
  c.suite === suite &&
  isOpenConcern(c) &&
  c.sharing === 'custody' &&
  c.area !== 'allegation' &&
  c.raisedOn <= on &&
  (c.from.record !== visit || visit === undefined);

export const standingOf = (c: Concern, asked: boolean): StandingConcern => {
  const { id, raisedOn, area, severity, matter } = c;
  const last = c.answers.at(-1);
  return {
    id,
    reference: c.reference ?? c.imported?.reference ?? null,
    raisedOn,
    area,
    severity,
    state: concernState(c),
    matter,
    answer: last ? { on: last.on, from: last.from, words: last.words } : null,
    asked,
  };
};

type Found = NonNullable<Visit['found']>[number];

/** What a report says it found of concerns, each once. */
export const foundIn = ({ found = [] }: Pick<Visit, 'found'>): Found[] =>
  found.filter(({ finding, words, removed }) => (finding || words) && !removed);

/** The concerns of which the visitors do not say yet what they found. Nobody looks who did not come in. */
export const notLookedAt = (visit: Visit, standing: readonly StandingConcern[]): StandingConcern[] => {
  const said = new Set(foundIn(visit).flatMap(({ id, finding }) => (finding ? [id] : [])));
  return mayHaveBegun(visit) ? standing.filter(({ id, asked }) => asked && !said.has(id)) : [];
};

/** What each finding is called where visitors choose one. */
export const findingWords: Readonly<Record<Finding, string>> = {
  'put right': 'It was put right',
  'not put right': 'It was not put right',
  'could not check': 'We could not check',
};

/** What was found, in one line. */
export const foundWords = ({ finding, words }: Pick<Found, 'finding' | 'words'>): string =>
  [finding && capital(finding), words].filter(Boolean).join('. ');
