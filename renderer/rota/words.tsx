import type { ReactNode } from 'react';
import { shortDate } from '#renderer/dates.ts';
import { Tag } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import { listed } from '#shared/rota/words.ts';
import type { RotaObjection, RotaPerson, RotaPlace } from '#shared/rota-views.ts';
import { addDays, dayWords } from '#shared/times.ts';

/** A week by the day it begins: all that a rota knows of when somebody goes. */
export const weekWords = (week: string): string => `Week of ${dayWords(week)}`;
const inWeek = (week: string): string => `week of ${dayWords(week)}`;
/** The same in a column of them: 5 Oct. */
export const shortWeek = (week: string): string => shortDate(week).replace(/ \d{4}$/, '');

export const nameOf = (person: RotaPerson): string => isolated(person.name ?? 'Somebody not known here');

type Who = Pick<RotaPlace, 'first' | 'second' | 'trainee'>;

export const pairOf = ({ first, second }: Who): RotaPerson[] => [first, second].filter((one) => one !== null);
export const goersOf = (place: Who): RotaPerson[] =>
  [...pairOf(place), place.trainee].filter((one) => one !== null);

/** Who goes, in words: "Ann Archer and Bea Brook", and whether somebody is still looked for. */
export const whoGoes = (place: Who): string => {
  const [one, two] = pairOf(place).map(nameOf);
  if (one && two) return `${one} and ${two}`;
  return one ? `${one}, and nobody to go with yet` : 'Nobody yet';
};

export const placeName = ({ suiteName, week }: Pick<RotaPlace, 'suiteName' | 'week'>): string =>
  `${isolated(suiteName)}, ${inWeek(week)}`;

/** A week has begun with its Monday and has passed after its Sunday. */
export const hasBegun = (week: string, today: string): boolean => week <= today;
export const hasPassed = (week: string, today: string): boolean => addDays(week, 6) < today;

/** Whether its week has passed without anybody saying what became of it. */
export const isWithout = ({ state, reports, week }: RotaPlace, today: string): boolean =>
  state === 'planned' && reports.length === 0 && hasPassed(week, today);

/** What is to be known of a place besides who goes, in a word or two each. */
export function PlaceTags({ place, today }: { place: RotaPlace; today: string }): ReactNode {
  const { state, tact, cover, unsettled } = place;
  return (
    <>
      {state === 'draft' && <Tag colour="grey">Draft</Tag>} {tact && <Tag colour="purple">TACT</Tag>}{' '}
      {cover.length > 0 && <Tag colour="orange">Cover sought</Tag>}{' '}
      {state === 'missed' && <Tag colour="red">No visit</Tag>}{' '}
      {state === 'withdrawn' && <Tag colour="grey">Withdrawn</Tag>}{' '}
      {place.reports.length > 1 && <Tag colour="red">Two reports</Tag>}{' '}
      {isWithout(place, today) && <Tag colour="red">No report</Tag>}{' '}
      {unsettled && <Tag colour="yellow">Not settled yet</Tag>}
    </>
  );
}

/** Whose place somebody is to take: "for Ann Archer". */
export const coverWords = (place: RotaPlace): string => {
  const names = goersOf(place)
    .filter(({ id }) => place.cover.includes(id))
    .map(nameOf);
  return `${listed(names)} ${names.length === 1 ? 'looks' : 'look'} for cover.`;
};

export const notSettled = 'Not settled until the office has it.';

/** What keeps a place from standing, unless somebody has said why it stands all the same. */
export const stops = (objections: readonly RotaObjection[]): RotaObjection[] =>
  objections.filter(({ weight, despite }) => weight === 'must not' && despite === null);

/** What speaks against somebody, in so few words that they stand beside a name. */
const briefly: Readonly<Record<string, string>> = {
  training: 'in training',
  panel: 'of another panel',
  away: 'not free that week',
  silent: 'has said nothing of that week',
  vetting: 'vetting not in date',
  tact: 'not accredited for TACT',
  conflict: 'conflict of interest',
  busy: 'goes elsewhere that week',
  probation: 'on probation',
  together: 'they went together before',
  share: 'above an even share',
  close: 'goes in the week before or after',
};

export const inBrief = (against: readonly RotaObjection[]): string =>
  listed([...new Set(against.map(({ kind, text }) => briefly[kind] ?? text))]);
