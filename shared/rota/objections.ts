import { demandOf } from './demand.ts';
import { evenShare, isOverShare } from './over-use.ts';
import { gapsOf } from './propose.ts';
import type { Gap, Opening, Place, RotaInput, Volunteer } from './rota.ts';
import { againstPair, againstPerson, type Objection } from './rules.ts';
import { type Standing, standingOf } from './standing.ts';
import { goers, nameOf, type View, viewOf } from './view.ts';
import { byName, listed, times, visitsWords } from './words.ts';

/** What is wanted and that no place of the rota as it stands gives. */
export const gaps = (input: RotaInput): Gap[] => {
  const view = viewOf(input);
  return gapsOf(view, standingOf(view.fixed), demandOf(view).open);
};

/**
 * Everything that speaks against a place as it is, or as somebody means to change it: the desk says it beside the pair,
 * and the hub refuses what must not stand unless somebody has said why it does.
 */
export const objections = (input: RotaInput, place: Place): Objection[] => {
  const view = viewOf({ ...input, weeks: [...input.weeks, place.week] });
  const others = view.fixed.filter(({ id }) => id !== place.id);
  const standing = standingOf(others);
  const [a, b] = place.people;
  const inPair = place.people.flatMap((id) => view.volunteer(id) ?? []);
  const trainee = place.trainee === undefined ? undefined : view.volunteer(place.trainee);
  return [
    ...notTwo(view, place),
    ...unknown(view, place),
    ...inPair.flatMap((v) => againstPerson(view, v, place)),
    ...(trainee ? againstTrainee(view, trainee, inPair, place) : []),
    ...goers(place)
      .flatMap((id) => view.volunteer(id) ?? [])
      .flatMap((v) => busy(view, standing, v, place)),
    ...(inPair[0] && inPair[1] && a !== b ? againstPair(inPair[0], inPair[1], place.week) : []),
    ...inPair.flatMap((v) => overdone(view, standing, v, place)),
    ...(inPair[0] && inPair[1] && a !== b ? familiar(view, standing, inPair[0], inPair[1]) : []),
  ];
};

const mustNot = (kind: Objection['kind'], people: readonly string[], text: string): Objection => ({
  weight: 'must not',
  kind,
  people,
  text,
});
const betterNot = (kind: Objection['kind'], people: readonly string[], text: string): Objection => ({
  weight: 'better not',
  kind,
  people,
  text,
});

/**
 * Visits are made in pairs, and a third beside them is somebody else again. A place with one person may stand, so that
 * somebody can be looked for to go with them.
 */
const notTwo = (view: View, place: Place): Objection[] => {
  const people = [...new Set(place.people)];
  if (place.people.length > 2 || new Set(goers(place)).size < goers(place).length)
    return [mustNot('not two', people, 'A pair is two different people')];
  return place.people.length === 1
    ? [betterNot('not two', people, `${nameOf(view, people[0] as string)} has nobody to go with yet`)]
    : [];
};

/** Who learns beside a pair keeps the rules of whoever goes into custody, but for being experienced. */
const againstTrainee = (
  view: View,
  trainee: Volunteer,
  pair: readonly Volunteer[],
  place: Place,
): Objection[] => [
  ...againstPerson(view, trainee, place).filter(({ kind }) => kind !== 'training'),
  ...pair.flatMap((v) => againstPair(v, trainee, place.week)).filter(({ kind }) => kind === 'conflict'),
];

const unknown = (view: View, place: Place): Objection[] =>
  goers(place)
    .filter((id) => !view.volunteer(id))
    .map((id) => mustNot('nobody', [id], 'Somebody in this place is not a volunteer of the scheme'));

/** Nobody goes twice in one week: not to two suites, and not to one suite twice. */
export const busy = (view: View, standing: Standing, v: Volunteer, { week }: Opening): Objection[] =>
  standing
    .in(v.id, week)
    .slice(0, 1)
    .map(({ suite }) =>
      mustNot('busy', [v.id], `${v.name} goes to ${view.suite(suite)?.name ?? 'another suite'} that week`),
    );

/** What of the aims speaks against one more visit of somebody. */
export const overdone = (view: View, standing: Standing, v: Volunteer, { week }: Opening): Objection[] => {
  const at = view.weeks.indexOf(week);
  const beside = [view.weeks[at - 1], view.weeks[at + 1]].filter(
    (w) => w !== undefined && standing.in(v.id, w).length > 0,
  );
  const visits = standing.visits(v.id) + 1;
  const even = evenShare(view, v);
  return [
    ...(isOverShare(visits, even)
      ? [
          betterNot(
            'share',
            [v.id],
            `${v.name} would have ${visitsWords(visits)} this quarter; an even share is ${even}`,
          ),
        ]
      : []),
    ...(at >= 0 && beside.length > 0
      ? [betterNot('close', [v.id], `${v.name} goes in the week before or after as well`)]
      : []),
  ];
};

export const familiar = (view: View, standing: Standing, a: Volunteer, b: Volunteer): Objection[] => {
  const pair = [a.id, b.id] as const;
  const [before, now] = [view.together(...pair), standing.together(...pair)];
  const facts = [
    ...(before > 0 ? [`have visited together ${times(before)} this year`] : []),
    ...(now > 0 ? [`go together ${times(now)} elsewhere this quarter`] : []),
  ];
  return facts.length > 0
    ? [betterNot('together', pair, `${listed([a, b].sort(byName).map(({ name }) => name))} ${listed(facts)}`)]
    : [];
};
