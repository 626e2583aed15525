import type { ContactState } from '#shared/records/detainee.ts';
import {
  type AgeGroup,
  type Ladder,
  type Sex,
  type SplitKey,
  splitKeys,
  splits,
} from '#shared/records/ladder.ts';
import type { Visit } from '#shared/records/visit.ts';
import type { Dice } from './dice.ts';

type Counts = Visit['counts'];

/** Somebody held at the time of a visit, as the visitors met them. */
export type Held = {
  age: AgeGroup;
  sex: Sex;
  state: ContactState;
  reason?: string;
  observed?: true;
  record?: true;
};

const sexes: [Sex, number][] = [
  ['male', 83],
  ['female', 16],
  ['other', 1],
];
const away: [string, number][] = [
  ['asleep', 30],
  ['in interview', 22],
  ['with solicitor', 14],
  ['intoxicated', 8],
  ['unsafe', 7],
  ['medical', 6],
  ['booking in', 6],
  ['release', 5],
  ['court', 4],
  ['hospital', 3],
  ['fingerprints', 3],
  ['appropriate adult', 3],
  ['exercise', 2],
  ['transit', 1],
  ['access denied', 1],
  ['other', 2],
];
const passedOver: [string, number][] = [
  ['visitors ran out of time', 6],
  ['staff could not escort', 3],
  ['other', 1],
];

/** Everybody held, person by person: of a hundred about 24 are away, 14 are not offered a conversation, 47 accept. */
export const throwHeld = (held: number, night: boolean, dice: Dice): Held[] =>
  Array.from({ length: held }, () => {
    const who = { age: dice.percent(5) ? 'under18' : 'adult', sex: dice.weighed(sexes) } as const;
    if (dice.percent(night ? 55 : 24)) {
      const reason = night && dice.percent(80) ? 'asleep' : dice.weighed(away);
      const watched = (reason === 'asleep' || reason === 'intoxicated') && dice.percent(60);
      return {
        ...who,
        state: 'notAvailable',
        reason,
        ...(watched ? { observed: true } : dice.percent(8) ? { record: true } : {}),
      };
    }
    if (dice.percent(18)) {
      const reason = dice.weighed(passedOver);
      return { ...who, state: 'notOffered', reason, ...(dice.percent(40) ? { observed: true } : {}) };
    }
    return { ...who, state: dice.percent(76) ? 'accepted' : 'declined' };
  });

const ladderOf = (people: readonly Held[]): Ladder => {
  const count = (is: (p: Held) => boolean | undefined) => people.filter(is).length;
  const [accepted, declined] = [count((p) => p.state === 'accepted'), count((p) => p.state === 'declined')];
  return {
    held: people.length,
    notAvailable: count((p) => p.state === 'notAvailable'),
    notOffered: count((p) => p.state === 'notOffered'),
    offered: accepted + declined,
    accepted,
    declined,
    observedOnly: count((p) => p.observed),
    recordOnly: count((p) => p.record),
  };
};

const reasonsOf = (people: readonly Held[], state: ContactState): Record<string, number> =>
  Object.fromEntries(
    [
      ...Map.groupBy(
        people.filter((p) => p.state === state),
        (p) => p.reason ?? 'other',
      ),
    ].map(([reason, of]) => [reason, of.length]),
  );

/** What visitors counted on their form: the ladder, its columns and the reasons agree as they do on a good one. */
export const typedCounts = (people: readonly Held[], dice: Dice): Counts => {
  const total = ladderOf(people);
  const columns = Object.fromEntries(
    splitKeys.flatMap((key) => {
      const these = people.filter((p) => p.age === splits[key].age && p.sex === splits[key].sex);
      return these.length > 0 || splits[key].sex !== 'other' ? [[key, ladderOf(these)]] : [];
    }),
  ) as Partial<Record<SplitKey, Ladder>>;
  return {
    total,
    // Not every form was filled in to the end.
    ...(dice.percent(80) ? { splits: columns } : {}),
    ...(total.notAvailable && dice.percent(88)
      ? { notAvailableReasons: reasonsOf(people, 'notAvailable') }
      : {}),
    ...(total.notOffered && dice.percent(88) ? { notOfferedReasons: reasonsOf(people, 'notOffered') } : {}),
  };
};
