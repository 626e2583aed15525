import { busy, familiar, overdone } from './objections.ts';
import type { Opening, RotaInput, Volunteer } from './rota.ts';
import { againstPair, againstPerson, goesWith, isExperienced, type Objection } from './rules.ts';
import { standingOf } from './standing.ts';
import { type View, viewOf } from './view.ts';
import { byName } from './words.ts';

/** Somebody who could take a gap, what the coordinator may weigh, and whom they could go with. */
export type Taker = {
  readonly person: string;
  readonly against: readonly Objection[];
  /** By their names; of a visit in which somebody stands already, nobody but them. */
  readonly partners: readonly string[];
};

/**
 * Who could take a gap without breaking a rule, in the order of their names: everybody who may go and goes nowhere else
 * in that week, with somebody left to go with. Nobody is put before anybody.
 */
export const couldTake = (input: RotaInput, gap: Opening): Taker[] => {
  const view = viewOf({ ...input, weeks: [...input.weeks, gap.week] });
  const standing = standingOf(view.fixed);
  const found = view.volunteers
    .filter(({ id }) => id !== gap.with)
    .map((v) => ({ v, against: [...againstPerson(view, v, gap), ...busy(view, standing, v, gap)] }))
    .filter(({ against }) => against.every(({ weight }) => weight !== 'must not'))
    .sort((a, b) => byName(a.v, b.v));
  return found
    .map(({ v, against }): Taker => {
      const other = gap.with === undefined ? undefined : view.volunteer(gap.with);
      return {
        person: v.id,
        against: [
          ...against,
          ...overdone(view, standing, v, gap),
          ...(other ? familiar(view, standing, v, other) : []),
          ...(gap.with === undefined ? probation(v, gap) : []),
        ],
        partners: partners(
          view,
          v,
          gap,
          found.map((f) => f.v),
        ),
      };
    })
    .filter(({ partners }) => partners.length > 0);
};

const partners = (view: View, v: Volunteer, gap: Opening, free: readonly Volunteer[]): string[] => {
  if (gap.with !== undefined) return goesWith(view, v, gap.with, gap.week) ? [gap.with] : [];
  return free.filter((other) => againstPair(v, other, gap.week).length === 0).map(({ id }) => id);
};

const probation = (v: Volunteer, { week }: Opening): Objection[] =>
  isExperienced(v, week)
    ? []
    : [
        {
          weight: 'better not',
          kind: 'probation',
          people: [v.id],
          text: `${v.name} is on probation, and goes with somebody accredited`,
        },
      ];
