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

const columnOf = (age: AgeGroup, sex: Sex): SplitKey =>
  splitKeys.find((key) => splits[key].age === age && splits[key].sex === sex) as SplitKey;

const nobody = () => ({
  held: 0,
  notAvailable: 0,
  notOffered: 0,
  offered: 0,
  accepted: 0,
  declined: 0,
  observedOnly: 0,
  recordOnly: 0,
});

/**
 * The counts of a visit, thrown person by person, so that the ladder, its columns and the reasons agree with each
 * other as they do on a good form. Of a hundred held about 24 are away, 14 are not offered a conversation, 62 are,
 * and 47 accept.
 */
export const throwCounts = (held: number, night: boolean, dice: Dice): Counts => {
  const total = nobody();
  const columns: Partial<Record<SplitKey, ReturnType<typeof nobody>>> = {
    adultMale: nobody(),
    adultFemale: nobody(),
    under18Male: nobody(),
    under18Female: nobody(),
  };
  const notAvailableReasons: Record<string, number> = {};
  const notOfferedReasons: Record<string, number> = {};
  for (let i = 0; i < held; i++) {
    const key = columnOf(dice.percent(5) ? 'under18' : 'adult', dice.weighed(sexes));
    columns[key] ??= nobody();
    const column = columns[key];
    const tally = (field: keyof typeof total) => {
      total[field]++;
      column[field]++;
    };
    tally('held');
    if (dice.percent(night ? 55 : 24)) {
      tally('notAvailable');
      const reason = night && dice.percent(80) ? 'asleep' : dice.weighed(away);
      notAvailableReasons[reason] = (notAvailableReasons[reason] ?? 0) + 1;
      if ((reason === 'asleep' || reason === 'intoxicated') && dice.percent(60)) tally('observedOnly');
      else if (dice.percent(8)) tally('recordOnly');
    } else if (dice.percent(18)) {
      tally('notOffered');
      const reason = dice.weighed(passedOver);
      notOfferedReasons[reason] = (notOfferedReasons[reason] ?? 0) + 1;
      if (dice.percent(40)) tally('observedOnly');
    } else {
      tally('offered');
      tally(dice.percent(76) ? 'accepted' : 'declined');
    }
  }
  return {
    total,
    // Not every form was filled in to the end.
    ...(dice.percent(80) ? { splits: columns satisfies Partial<Record<SplitKey, Ladder>> } : {}),
    ...(total.notAvailable > 0 && dice.percent(88) ? { notAvailableReasons } : {}),
    ...(total.notOffered > 0 && dice.percent(88) ? { notOfferedReasons } : {}),
  };
};
