import { capital } from '#shared/text.ts';
import type { Hands } from './hands.ts';
import type { Gap, Opening, Place, Volunteer, Week } from './rota.ts';
import {
  againstPair,
  againstPerson,
  goesWith,
  isExperienced,
  isOfPanel,
  type ObjectionKind,
} from './rules.ts';
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

/** Why nobody makes a visit; of one that might be in several weeks each reason in short, with the weeks it is true of counted. */
export const whyGap = (view: View, standing: Standing, gap: Omit<Gap, 'why'>): string => {
  const [week, ...others] = gap.weeks as [Week, ...Week[]];
  if (others.length === 0) return capital(whyWeek(lookAt(view, standing, { ...gap, week })));
  const short = Map.groupBy(gap.weeks, (w) => inShort(lookAt(view, standing, { ...gap, week: w })));
  return capital(
    [...short]
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

/** Who of a week comes how far towards filling a visit. */
type Look = {
  readonly view: View;
  readonly at: Opening;
  /** All of the panel, or of the scheme where panels help each other; who of them is free; and who of these is kept from it by what. */
  readonly panel: number;
  readonly free: number;
  readonly barred: readonly (readonly [words: string, people: number])[];
  readonly able: number;
  /** Who could go and goes nowhere else. */
  readonly left: readonly Volunteer[];
};

const lookAt = (view: View, standing: Standing, at: Opening): Look => {
  const panel = view.volunteers
    .filter(({ id }) => id !== at.with)
    .map((v) => {
      const against = againstPerson(view, v, at).filter(({ weight }) => weight === 'must not');
      return { v, kinds: against.map(({ kind }) => kind) };
    })
    .filter(({ kinds }) => !kinds.includes('panel'));
  const free = panel.filter(({ kinds }) => !kinds.includes('away') && !kinds.includes('silent'));
  const able = free.filter(({ kinds }) => kinds.length === 0);
  const first = (kinds: readonly ObjectionKind[]) => reasons.find(([kind]) => kinds.includes(kind))?.[1];
  return {
    view,
    at,
    panel: panel.length,
    free: free.length,
    barred: reasons
      .map(([, words]) => [words, free.filter(({ kinds }) => first(kinds) === words).length] as const)
      .filter(([, n]) => n > 0),
    able: able.length,
    left: able.map(({ v }) => v).filter(({ id }) => standing.in(id, at.week).length === 0),
  };
};

const group = ({ view }: Look): string => (view.input.acrossPanels ? 'scheme' : 'panel');

const whyWeek = (look: Look): string => {
  const { panel, free, barred, able, left } = look;
  if (panel === 0) return `nobody else is of the ${group(look)}`;
  if (free === 0) return `nobody else of the ${group(look)} is free`;
  if (couldFill(look)) return `${inWords(left.length)} could go`;
  const buts = [
    ...barred.map(([words, n]) => (n === free ? allAre(n, words) : `${are(n)} ${words}`)),
    ...elsewhere(able - left.length, free),
    ...unpaired(look),
  ];
  return `${are(free)} free, but ${listed(buts)}`;
};

const inShort = (look: Look): string => {
  if (look.panel === 0) return `nobody else is of the ${group(look)}`;
  if (look.free === 0) return 'nobody else is free';
  if (couldFill(look)) return 'there are some who could go';
  if (look.able === 0)
    return look.barred.length === 1
      ? `all who are free are ${look.barred[0]?.[0]}`
      : 'nobody who is free may go';
  return look.left.length < look.able
    ? 'too few are left who do not go elsewhere'
    : 'those who could go may not go together';
};

const allAre = (n: number, words: string): string => (n === 1 ? words : `all are ${words}`);

const elsewhere = (n: number, of: number): string[] => {
  if (n === 0) return [];
  if (n === of) return [n === 1 ? 'goes elsewhere that week' : 'all go elsewhere that week'];
  return [`${inWords(n)} ${n === 1 ? 'goes' : 'go'} elsewhere that week`];
};

/** Why those who are left do not make a pair. */
const unpaired = ({ view, left, at, free }: Look): string[] => {
  if (left.length === 0) return [];
  const other = at.with === undefined ? undefined : view.volunteer(at.with);
  const isLed = left.some((v) => isExperienced(v, at.week)) || (other && isExperienced(other, at.week));
  const isAll = left.length === free;
  if (!isLed) return [isAll ? allAre(free, 'on probation') : `${are(left.length)} on probation`];
  if (at.with !== undefined)
    return [`${isAll ? '' : `${inWords(left.length)} `}may not go with ${nameOf(view, at.with)}`];
  if (left.length === 1) return [`${isAll ? '' : 'one '}has nobody to go with`];
  return [
    isAll ? 'no two of them may go together' : `no two of the ${inWords(left.length)} left may go together`,
  ];
};

/** Whether those who are left could fill the visit after all. */
const couldFill = ({ view, left, at }: Look): boolean =>
  left.some((a) =>
    at.with === undefined
      ? left.some((b) => againstPair(a, b, at.week).length === 0)
      : goesWith(view, a, at.with, at.week),
  );
