import fc from 'fast-check';
import {
  type Concern,
  type ConcernState,
  concernStates,
  type Finding,
  findings,
} from '#shared/records/concern.ts';
import { type Patch, putting } from '#shared/sync/patch.ts';
import { freshId } from '#test/hub-store.ts';

const staff = fc.constantFrom('first', 'second');
const state = fc.constantFrom(...concernStates);
/** What somebody does about a concern, some of which no application would ever send. */
export type Deed =
  | { what: 'tell' | 'escalate' | 'answer' | 'close' | 'return' | 'word' | 'takeAway'; by: string }
  | { what: 'settle'; by: string; to: 'addressed' | 'resolved' }
  | { what: 'claim'; by: string; from: ConcernState; to: ConcernState; office: boolean; why: boolean }
  | { what: 'tamper'; by: string; which: number }
  | { what: 'decide'; by: string; which: number }
  | { what: 'find'; by: string; finding: Finding; day: number }
  | { what: 'correct'; finding: Finding }
  | { what: 'reach'; which: number }
  | { what: 'move' };
const visitor = fc.constantFrom('north', 'other');
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constantFrom('tell', 'escalate', 'answer', 'close', 'return', 'word', 'takeAway'),
      by: staff,
    }),
  },
  fc.record({
    what: fc.constant('settle'),
    by: staff,
    to: fc.constantFrom('addressed' as const, 'resolved' as const),
  }),
  fc.record({
    what: fc.constant('claim'),
    by: staff,
    from: state,
    to: state,
    office: fc.boolean(),
    why: fc.boolean(),
  }),
  fc.record({ what: fc.constant('tamper'), by: staff, which: fc.nat(5) }),
  fc.record({ what: fc.constant('decide'), by: staff, which: fc.nat(5) }),
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('find'),
      by: visitor,
      finding: fc.constantFrom(...findings),
      day: fc.integer({ min: 10, max: 28 }),
    }),
  },
  fc.record({ what: fc.constant('correct'), finding: fc.constantFrom(...findings) }),
  fc.record({ what: fc.constant('reach'), which: fc.nat(5) }),
  fc.record({ what: fc.constant('move') }),
);
/** How many changes arrive after a deed, whether its author had heard of the newest, and whose come first. */
export const step = fc.record({ deed, stale: fc.boolean(), arrive: fc.nat(3), first: fc.nat(4) });

export const at = '2026-05-20T10:00:00.000Z';

/** What nobody but acceptance writes, and what no list of a concern ever loses. */
export const tampering = (c: Concern, which: number): Patch[number] =>
  [
    putting(['found', `#${freshId()}`], {
      id: freshId(),
      visit: freshId(),
      on: '2026-05-20',
      by: [],
      finding: 'put right',
    }),
    { path: ['reference'], was: c.reference ?? null, now: 'C2026/9999' },
    { path: ['from', 'question'], was: c.from.question ?? null, now: 'food' },
    { path: ['matter'], was: c.matter, now: 'All is well' },
    { path: ['events'], was: c.events as never, now: [] },
    { path: ['raisedBy'], was: c.raisedBy, now: [] },
  ][which % 6] as Patch[number];
