import { amountsOf, totalOf } from '#shared/claims/amounts.ts';
import { rateOn, ratesOf } from '#shared/claims/rates.ts';
import { derivedId } from '#shared/ids.ts';
import { yearContaining } from '#shared/periods.ts';
import { type Claim, type ClaimState, claimId } from '#shared/records/claim.ts';
import type { Setting } from '#shared/records/setting.ts';
import type { Visit } from '#shared/records/visit.ts';
import { type Patch, putting } from '#shared/sync/patch.ts';
import { daysAfter } from './days.ts';
import type { Dice } from './dice.ts';

/** A claim as it was begun, and what was done about it since: by whom, when, and with which change. */
export type ClaimMade = { claim: Claim; steps: { by: string; at: string; patch: Patch }[] };

type Means = { office: string; own: string; today: string; dice: Dice; setting: Setting };

/** What became of the claims of a month, by how many months it lies back: the newest are still looked at. */
const became: readonly (readonly ClaimState[])[] = [
  [],
  ['submitted'],
  ['submitted', 'approved'],
  ['submitted', 'approved', 'paid'],
];

const monthBefore = (today: string, back: number): string => {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7);
};

/** The office's rate for a meal on a day. */
const lunchOn = (setting: Setting, day: string): string =>
  rateOn(ratesOf(setting), day)?.subsistence[0]?.id ?? '';

/** Mileage for the visits of a month, and a meal after some; nobody claims for what was not reported. */
const linesOf = (visits: readonly Visit[], person: string, { dice, setting }: Means): Claim['lines'] =>
  visits.flatMap((visit) => {
    const base = { for: { type: 'visit' as const, id: visit.id }, on: visit.date as string };
    const line = (kind: string) => derivedId(visit.id, 'claim line', `${kind} ${person}`);
    const meal = dice.percent(20);
    return [
      { ...base, id: line('mileage'), kind: 'mileage' as const, miles: dice.int(40, 380) / 10 },
      ...(meal
        ? [
            {
              ...base,
              id: line('meal'),
              kind: 'subsistence' as const,
              pence: dice.int(450, 950),
              rate: lunchOn(setting, base.on),
            },
          ]
        : []),
    ];
  });

/** Claims of the last months of those who visited most, in every state that there is. */
export const makeClaims = (visits: readonly Visit[], means: Means): ClaimMade[] => {
  const { office, own, today, setting } = means;
  return became.flatMap((states, back) => {
    const month = monthBefore(today, back);
    const ofMonth = visits.filter(({ date, events }) => events.length > 0 && date?.startsWith(month));
    const people = [...new Set(ofMonth.map(({ visitor1 }) => visitor1))].filter((id) => id && id !== own);
    return people.slice(0, 5).flatMap((person): ClaimMade[] => {
      if (!person) return [];
      const id = claimId(office, person, month);
      const lines = linesOf(
        ofMonth.filter(({ visitor1 }) => visitor1 === person),
        person,
        means,
      );
      const begun: Claim = { id, events: [], person, month, lines };
      const end = back === 0 ? today : `${monthBefore(today, back - 1)}-01`;
      const at = (days: number) => {
        const day = daysAfter(end, days) < today ? daysAfter(end, days) : daysAfter(today, -1);
        return `${day}T15:00:00.000Z`;
      };
      const event = (from: string, to: string, by: string, days: number) => ({
        ...{ id: derivedId(id, 'move', to), from, to, by },
        at: at(days),
      });
      const amounts = amountsOf(lines, ratesOf(setting), (day) => yearContaining(day, setting.yearBegins).id);
      const { pence, miles } = totalOf(lines, amounts);
      const approved = {
        ...{ of: derivedId(id, 'move', 'submitted'), pence, miles },
        lines: Object.fromEntries(lines.map((one) => [one.id, amounts.get(one.id)?.pence ?? 0])),
      };
      const put = (made: ReturnType<typeof event>) => putting(['events', `#${made.id}`], made);
      const steps: Record<string, { by: string; days: number; patch: Patch }> = {
        submitted: { by: person, days: 3, patch: [put(event('draft', 'submitted', person, 3))] },
        approved: {
          by: own,
          days: 6,
          patch: [put(event('submitted', 'approved', own, 6)), putting(['approved'], approved)],
        },
        paid: {
          by: own,
          days: 12,
          patch: [put(event('approved', 'paid', own, 12)), putting(['paidWith'], `Claims paid for ${month}`)],
        },
      };
      return [
        {
          claim: begun,
          steps: states.flatMap((state) => {
            const step = steps[state];
            return step ? [{ by: step.by, at: at(step.days), patch: step.patch }] : [];
          }),
        },
      ];
    });
  });
};
