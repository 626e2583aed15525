import { newId } from '#shared/ids.ts';
import type { Detainee } from '#shared/records/detainee.ts';
import type { Visit } from '#shared/records/visit.ts';
import type { Dice } from './dice.ts';
import { custodyNumber } from './words.ts';

/**
 * Which reports, counted from the newest, the person who opens the example made as second visitor: they owe a
 * declaration in the first, have a query to answer in the next, and the last is accepted with thanks.
 */
const ownPlaces = [2, 4, 8];

/** Reports in the order in which they were sent, a few of the newest made by the own person. */
export const withOwn = (sent: readonly Visit[], own: string): Visit[] =>
  sent.map((v, i) => (ownPlaces.includes(sent.length - 1 - i) ? { ...v, visitor2: own } : v));

/** The detainees of a draft half filled in: one finished, one begun, and one who is a custody number so far. */
export const threeDetainees = (date: string, dice: Dice): Detainee[] => {
  let at = Date.parse(date) + 72_000_000;
  const begun = (more: Partial<Detainee>): Detainee => {
    at += 90_000;
    const id = newId({ now: () => at, random: dice.bytes });
    return { id, order: id, custodyNumber: custodyNumber(date, dice), ...more };
  };
  return [
    begun({
      seen: { state: 'accepted' },
      ageGroup: 'adult',
      sex: 'male',
      vulnerable: false,
      ethnicity: 'white',
      arrived: { at: '11:20' },
      consentRecord: 'given',
      groups: {
        rights: 'no concerns',
        health: 'no concerns',
        care: 'no concerns',
        process: 'no concerns',
        cell: 'no concerns',
      },
      answers: { rightsUnderstood: { value: true } },
    }),
    begun({
      seen: { state: 'accepted' },
      ageGroup: 'under18',
      sex: 'female',
      arrived: { at: '16:45' },
      consentRecord: 'given',
      groups: { rights: 'to report' },
    }),
    begun({}),
  ];
};
