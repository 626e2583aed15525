import { dayWords } from '#shared/times.ts';
import { demandOf } from './demand.ts';
import type { Opening, RotaInput, Volunteer } from './rota.ts';
import { isOfPanel } from './rules.ts';
import { standingOf } from './standing.ts';
import { type View, viewOf } from './view.ts';
import { byName, listed, times, visitsWords } from './words.ts';

/** Somebody who goes much more often than an even share, a pair that goes again and again, a visit beyond what is wanted. */
export type OverUse = (
  | { readonly kind: 'person' | 'pair'; readonly people: readonly string[] }
  | { readonly kind: 'visit'; readonly place: Opening & { readonly id: string } }
) & { readonly text: string };

/**
 * How many visits of the quarter would be somebody's if all went equally often: of each suite they may go to, its wanted
 * visits over those who may; rounded up. Who is in training has none.
 */
export const evenShare = (view: View, v: Volunteer): number => {
  const mayShare = (other: Volunteer, suite: string) =>
    other.experience.kind !== 'training' && (view.input.acrossPanels || isOfPanel(view, other, suite));
  const shares = view.suites
    .filter(({ id }) => mayShare(v, id))
    .map(({ id, wants }) => {
      const seats = wants
        .filter(({ weeks }) => weeks.some((week) => view.weeks.includes(week)))
        .reduce((sum, { visits }) => sum + 2 * visits, 0);
      return seats / view.volunteers.filter((other) => mayShare(other, id)).length;
    });
  return Math.ceil(Math.round(shares.reduce((sum, share) => sum + share, 0) * 1000) / 1000);
};

/** More than one visit above an even share is over-use. */
export const mostVisits = (even: number): number => even + 1;
export const isOverShare = (visits: number, even: number): boolean => visits > mostVisits(even);
/** From how many visits in one quarter a pair goes too often together. */
const tooOften = 3;

/** Who goes too often, in the order of names, then the visits beyond what is wanted. */
export const overUse = (input: RotaInput): OverUse[] => {
  const view = viewOf(input);
  const standing = standingOf(view.fixed);
  const people = view.volunteers.toSorted(byName);
  return [
    ...people.flatMap((v): OverUse[] => {
      const [visits, even] = [standing.visits(v.id), evenShare(view, v)];
      const text = `${v.name} has ${visitsWords(visits)} this quarter; an even share is ${even}`;
      return isOverShare(visits, even) ? [{ kind: 'person', people: [v.id], text }] : [];
    }),
    ...people.flatMap((a, i) =>
      people.slice(i + 1).flatMap((b): OverUse[] => {
        const together = standing.together(a.id, b.id);
        const text = `${listed([a.name, b.name])} go together ${times(together)} this quarter`;
        return together >= tooOften ? [{ kind: 'pair', people: [a.id, b.id], text }] : [];
      }),
    ),
    ...demandOf(view).beyond.map(
      (place): OverUse => ({
        kind: 'visit',
        place: { id: place.id, suite: place.suite, week: place.week, tact: place.tact },
        text: `${view.suite(place.suite)?.name ?? 'This suite'} has a visit beyond what is wanted, in the week of ${dayWords(place.week)}`,
      }),
    ),
  ];
};
