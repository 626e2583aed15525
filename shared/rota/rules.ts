import type { Opening, Volunteer, Week } from './rota.ts';
import type { View } from './view.ts';

/** What may speak against somebody going, or against two going together. */
export type ObjectionKind =
  | 'nobody'
  | 'not two'
  | 'training'
  | 'panel'
  | 'away'
  | 'silent'
  | 'vetting'
  | 'tact'
  | 'conflict'
  | 'busy'
  | 'probation'
  | 'together'
  | 'share'
  | 'close';

/** `must not` keeps a pair from standing unless somebody says why it stands; `better not` is for the coordinator to weigh. */
export type Objection = {
  readonly weight: 'must not' | 'better not';
  readonly kind: ObjectionKind;
  readonly people: readonly string[];
  readonly text: string;
};

/** A rule over one person and a visit: its words where it speaks against them. */
type Rule = {
  readonly kind: ObjectionKind;
  readonly weight: (view: View) => Objection['weight'];
  readonly words: (view: View, v: Volunteer, at: Opening) => string | undefined;
};

const must = (): 'must not' => 'must not';

const suiteName = (view: View, id: string): string => view.suite(id)?.name ?? 'this suite';

/** The rules one person meets alone, whoever goes with them and wherever they go else in that week. */
const rules: readonly Rule[] = [
  {
    kind: 'training',
    weight: must,
    words: (_, v) =>
      v.experience.kind === 'training'
        ? `${v.name} is in training, and goes only as a third beside a pair`
        : undefined,
  },
  {
    kind: 'panel',
    weight: ({ input }) => (input.acrossPanels ? 'better not' : 'must not'),
    words: (view, v, { suite }) =>
      isOfPanel(view, v, suite) ? undefined : `${v.name} is not of the panel of ${suiteName(view, suite)}`,
  },
  {
    kind: 'away',
    weight: must,
    words: (_, v, { week }) =>
      v.availability[week] === 'away' ? `${v.name} is not free that week` : undefined,
  },
  {
    kind: 'silent',
    weight: ({ input }) => (input.silence === 'may be asked' ? 'better not' : 'must not'),
    words: (_, v, { week }) =>
      v.availability[week] === undefined ? `${v.name} has not said anything of that week` : undefined,
  },
  {
    kind: 'vetting',
    weight: must,
    words: (view, v, { week }) => {
      if (v.vettedUntil === undefined) return `No date is recorded for the vetting of ${v.name}`;
      return v.vettedUntil < view.endOf(week)
        ? `The vetting of ${v.name} is not in date for the whole week`
        : undefined;
    },
  },
  {
    kind: 'tact',
    weight: must,
    words: (_, v, { week, tact }) =>
      tact && !(v.tactSince !== undefined && v.tactSince <= week)
        ? `${v.name} is not accredited for TACT visits`
        : undefined,
  },
  {
    kind: 'conflict',
    weight: must,
    words: (view, v, { suite }) =>
      v.conflicts?.suites?.includes(suite)
        ? `${v.name} has a conflict of interest with ${suiteName(view, suite)}`
        : undefined,
  },
];

/** A suite without a panel is everybody's. */
export const isOfPanel = (view: View, v: Volunteer, suite: string): boolean => {
  const panel = view.suite(suite)?.panel;
  return panel === undefined || panel === v.panel;
};

/** Experienced in a week is who was accredited on its first day. */
export const isExperienced = (v: Volunteer, week: Week): boolean =>
  v.experience.kind === 'accredited' && v.experience.since <= week;

export const areInConflict = (a: Volunteer, b: Volunteer): boolean =>
  Boolean(a.conflicts?.people?.includes(b.id) || b.conflicts?.people?.includes(a.id));

/** What speaks against one person at a visit, by the rules they meet alone. */
export const againstPerson = (view: View, v: Volunteer, at: Opening): Objection[] =>
  rules.flatMap(({ kind, weight, words }) => {
    const text = words(view, v, at);
    return text === undefined ? [] : [{ weight: weight(view), kind, people: [v.id], text }];
  });

/** Whether somebody may go by the rules they meet alone. */
export const mayGo = (view: View, v: Volunteer, at: Opening): boolean =>
  rules.every((rule) => rule.weight(view) !== 'must not' || rule.words(view, v, at) === undefined);

/** What keeps two people who may each go from going together. */
export const againstPair = (a: Volunteer, b: Volunteer, week: Week): Objection[] => {
  const people = [a.id, b.id];
  if (a.id === b.id)
    return [{ weight: 'must not', kind: 'not two', people: [a.id], text: 'A pair is two different people' }];
  const objections: Objection[] = [];
  if (areInConflict(a, b))
    objections.push({
      weight: 'must not',
      kind: 'conflict',
      people,
      text: `${a.name} and ${b.name} have a conflict of interest with each other`,
    });
  if (!isExperienced(a, week) && !isExperienced(b, week))
    objections.push({
      weight: 'must not',
      kind: 'probation',
      people,
      text: `Neither ${a.name} nor ${b.name} is accredited yet: one of a pair is`,
    });
  return objections;
};

/** Whether somebody may be the other half of a pair; with somebody the scheme does not know, only who is experienced. */
export const goesWith = (view: View, v: Volunteer, other: string, week: Week): boolean => {
  const partner = view.volunteer(other);
  if (partner) return againstPair(v, partner, week).length === 0;
  return isExperienced(v, week) && !v.conflicts?.people?.includes(other);
};
