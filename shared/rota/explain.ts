import { capital } from '#shared/text.ts';
import type { Hands } from './hands.ts';
import type { Gap, Opening, Place, Volunteer, Week } from './rota.ts';
import { againstPair, againstPerson, isExperienced, isOfPanel, type ObjectionKind } from './rules.ts';
import type { Standing } from './standing.ts';
import { nameOf, type View } from './view.ts';
import { byName, inWords, listed, times, visitsWords } from './words.ts';

/** Why these two were proposed: what speaks for them, in facts of the rota alone. Nobody is held up against somebody named. */
export const whyPair = (view: View, hands: Hands, standing: Standing, place: Place): string => {
  const stays = view.fixed.find(({ id, people }) => id === place.id && people.length === 1);
  const pair = place.people.flatMap((id) => view.volunteer(id) ?? []).sort(byName);
  const parts = [
    stays && `${nameOf(view, stays.people[0] as string)} stands there already`,
    freedom(
      pair.filter(({ id }) => !stays?.people.includes(id)),
      place,
    ),
    place.tact ? 'both are accredited for TACT visits' : undefined,
    experience(pair, place),
    ...pair
      .filter((v) => !isOfPanel(view, v, place.suite))
      .map(({ name }) => `${name} helps out from another panel`),
    acquaintance(view, standing, place),
    share(hands, standing, pair, place),
  ];
  return `${listed(pair.map(({ name }) => name))}: ${parts.filter(Boolean).join('; ')}`;
};

const freedom = (pair: readonly Volunteer[], { week }: Opening): string => {
  const isFree = ({ availability }: Volunteer) => availability[week] === 'free';
  if (pair.length === 2 && pair.every(isFree)) return 'both are free';
  if (pair.length === 2 && !pair.some(isFree)) return 'neither has said anything of that week';
  return listed(
    pair.map((v) => (isFree(v) ? `${v.name} is free` : `${v.name} has not said anything of that week`)),
  );
};

const experience = (pair: readonly Volunteer[], { week }: Opening): string | undefined => {
  const onProbation = pair.filter((v) => !isExperienced(v, week));
  return onProbation.length > 0
    ? listed(pair.map((v) => `${v.name} is ${onProbation.includes(v) ? 'on probation' : 'accredited'}`))
    : undefined;
};

const acquaintance = (view: View, standing: Standing, { people }: Place): string => {
  const [a, b] = people as [string, string];
  const before = view.together(a, b);
  const now = standing.together(a, b);
  const quarter = now > 1 ? `they go together ${times(now)} this quarter` : undefined;
  if (before > 0)
    return [`they have visited together ${times(before)} this year`, quarter].filter(Boolean).join('; ');
  return quarter ?? 'they have not visited together this year';
};

/** Visits of the quarter, and whether they are the fewest among all who might have gone. */
const share = (hands: Hands, standing: Standing, pair: readonly Volunteer[], place: Place): string => {
  const fewest = Math.min(...hands.able(place).map((p) => standing.visits(hands.people[p]?.id ?? '')));
  const words = ({ name, id }: Volunteer) => {
    const visits = standing.visits(id);
    return `${name} has ${visitsWords(visits)} this quarter${visits === fewest ? ', the fewest' : ''}`;
  };
  const [a, b] = pair;
  if (a && b && standing.visits(a.id) === standing.visits(b.id))
    return `each has ${visitsWords(standing.visits(a.id))} this quarter${standing.visits(a.id) === fewest ? ', the fewest' : ''}`;
  return pair.map(words).join('; ');
};

/** Why nobody makes a visit: of its weeks, each reason with the weeks it is true of counted. */
export const whyGap = (view: View, standing: Standing, gap: Omit<Gap, 'why'>): string => {
  const reasons = Map.groupBy(gap.weeks, (week) => whyWeek(view, standing, { ...gap, week }));
  if (reasons.size === 1) return capital([...reasons.keys()].join());
  return capital(
    [...reasons]
      .map(([why, { length }]) => `in ${inWords(length)} ${length === 1 ? 'week' : 'weeks'} ${why}`)
      .join('; '),
  );
};

/** In this order a volunteer is put down to one reason: what they are, before what they said, before where they go. */
const reasons = [
  ['training', 'in training'],
  ['vetting', 'without vetting in date'],
  ['tact', 'not accredited for TACT visits'],
  ['conflict', 'in a conflict of interest'],
] as const satisfies [ObjectionKind, string][];

const are = (n: number): string => `${inWords(n)} ${n === 1 ? 'is' : 'are'}`;

const whyWeek = (view: View, standing: Standing, at: Opening): string => {
  const of = view.input.acrossPanels ? 'scheme' : 'panel';
  const looked = view.volunteers
    .filter(({ id }) => id !== at.with)
    .map((v) => ({
      v,
      against: againstPerson(view, v, at).filter(({ weight }) => weight === 'must not'),
    }));
  const kinds = ({ against }: (typeof looked)[number]) => against.map(({ kind }) => kind);
  const panel = looked.filter((l) => !kinds(l).includes('panel'));
  if (panel.length === 0) return `nobody else is of the ${of}`;
  const free = panel.filter((l) => !kinds(l).some((kind) => kind === 'away' || kind === 'silent'));
  if (free.length === 0) return `nobody else of the ${of} is free`;

  const able = free.filter(({ against }) => against.length === 0).map(({ v }) => v);
  const left = able.filter(({ id }) => standing.in(id, at.week).length === 0);
  if (couldFill(view, left, at)) return `${inWords(left.length)} could go`;
  const barred = reasons
    .map(
      ([kind, words]) =>
        [
          words,
          free.filter((l) => reasons.find(([k]) => kinds(l).includes(k))?.[0] === kind).length,
        ] as const,
    )
    .filter(([, n]) => n > 0);
  const buts = [
    ...barred.map(([words, n]) => (n === free.length ? allAre(n, words) : `${are(n)} ${words}`)),
    ...elsewhere(able.length - left.length, free.length),
    ...unpaired(view, left, at, free.length),
  ];
  return `${are(free.length)} free, but ${listed(buts)}`;
};

const allAre = (n: number, words: string): string => (n === 1 ? words : `all are ${words}`);

const elsewhere = (n: number, of: number): string[] => {
  if (n === 0) return [];
  if (n === of) return [n === 1 ? 'goes elsewhere that week' : 'all go elsewhere that week'];
  return [`${inWords(n)} ${n === 1 ? 'goes' : 'go'} elsewhere that week`];
};

/** Why those who are left do not make a pair. */
const unpaired = (view: View, left: readonly Volunteer[], at: Opening, of: number): string[] => {
  if (left.length === 0) return [];
  const other = at.with === undefined ? undefined : view.volunteer(at.with);
  const isLed = left.some((v) => isExperienced(v, at.week)) || (other && isExperienced(other, at.week));
  const isAll = left.length === of;
  if (!isLed) return [isAll ? allAre(of, 'on probation') : `${are(left.length)} on probation`];
  if (at.with !== undefined)
    return [`${isAll ? 'may' : `${inWords(left.length)} may`} not go with ${nameOf(view, at.with)}`];
  if (left.length === 1) return [`${isAll ? '' : 'one '}has nobody to go with`];
  return [
    isAll ? 'no two of them may go together' : `no two of the ${inWords(left.length)} left may go together`,
  ];
};

/** Whether those who are left could fill the visit after all. */
const couldFill = (view: View, left: readonly Volunteer[], { week, with: stands }: Opening): boolean =>
  stands === undefined
    ? left.some((a) => left.some((b) => againstPair(a, b, week).length === 0))
    : left.some((v) => goesWith(view, v, stands, week));

/** Whether somebody may be the other half of a pair; with somebody unknown only who is experienced. */
export const goesWith = (view: View, v: Volunteer, other: string, week: Week): boolean => {
  const partner = view.volunteer(other);
  return partner ? againstPair(v, partner, week).length === 0 : isExperienced(v, week);
};
