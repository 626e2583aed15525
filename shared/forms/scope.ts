import { type Closing, type Detainee, metAs } from '#shared/records/detainee.ts';
import type { RecordCheck } from '#shared/records/record-check.ts';
import type { Setting } from '#shared/records/setting.ts';
import { delayMinutes, detaineesOf, type Visit, visitMinutes } from '#shared/records/visit.ts';
import { read } from '#shared/sync/patch.ts';
import type { Condition, Question, Section, Subject } from './definition.ts';
import { hoursHeld } from './held.ts';

/** The office's settings that a form may ask about. */
export type FormSettings = Pick<Setting, 'delayThreshold' | 'asksSatisfactory'>;

/** The list of a visit in which the items of a subject lie. */
export const lists = { detainee: 'detainees', matter: 'matters', call: 'calls' } as const satisfies Record<
  Exclude<Subject, 'visit' | 'check'>,
  keyof Visit
>;
export type ItemSubject = keyof typeof lists;

/** The list that a subject's items lie in, by its subject; undefined for what stands for itself. */
export const asItem = (of: Subject): ItemSubject | undefined =>
  of === 'visit' || of === 'check' ? undefined : of;

/**
 * The part of a report that a section is answered for: the visit itself or one item of a list of it. Questions,
 * conditions and statuses are all asked within a scope, so that the engine knows no other way for detainees.
 */
export type Scope = {
  readonly of: Subject;
  readonly visit: Visit;
  readonly path: readonly string[];
  /** What lies at the path, looked up once: each question asks for it. */
  readonly part: unknown;
};

/** The scope of a place in a report: of the visit itself with no path, else of the item it names. */
export const scopeAt = (visit: Visit, { of, path }: Pick<Scope, 'of' | 'path'>): Scope => ({
  of,
  visit,
  path,
  part: read(visit, path),
});

export const visitScope = (visit: Visit): Scope => scopeAt(visit, { of: 'visit', path: [] });

/** A custody record that is checked stands for itself: there is no visit around it, so nothing of one is known. */
export const checkScope = (check: RecordCheck): Scope => ({
  of: 'check',
  visit: { id: check.id, form: check.form, events: [], corrections: [], counts: {}, answers: {} },
  path: [],
  part: check,
});

const pathOf = (of: ItemSubject, id: string): string[] => [lists[of], `#${id}`];

export const itemScope = (of: ItemSubject, visit: Visit, id: string): Scope =>
  scopeAt(visit, { of, path: pathOf(of, id) });

/** The items of a list as scopes, those put aside left out. */
export const itemScopes = (of: ItemSubject, visit: Visit): Scope[] =>
  (visit[lists[of]] ?? [])
    .filter((item) => item.removed === undefined)
    .map((part) => ({ of, visit, path: pathOf(of, part.id), part }));

/** Every part of a report that questions are asked of: the visit, then the items of its lists. */
export const scopesIn = (visit: Visit): Scope[] => [
  visitScope(visit),
  ...(Object.keys(lists) as ItemSubject[]).flatMap((of) => itemScopes(of, visit)),
];

/** The id of the item that a scope is about; empty of the visit itself. */
export const itemIdOf = ({ path }: Pick<Scope, 'path'>): string => path[1]?.slice(1) ?? '';

/** What lies at a place within a scope; undefined where nothing does. */
export const within = (scope: Scope, path: readonly string[]): unknown => read(scope.part, path);

/** The place within its part of the report where a question's answer lies. */
export const placeOf = (q: Question): string[] => (q.field ? q.field.split('.') : ['answers', q.id]);

/** The place in the report where a question's answer lies. */
export const answerPath = (q: Question, scope: Pick<Scope, 'path'>): string[] => [
  ...scope.path,
  ...placeOf(q),
];

/** The place in the report where it lies how a group was closed. */
export const closingPath = (s: Section, scope: Pick<Scope, 'path'>): string[] => [
  ...scope.path,
  'groups',
  s.id,
];

/** A question's answer as the report holds it: a plain value for typed fields, else `{value}` or `{not}`. */
export const answerTo = (q: Question, scope: Scope): unknown => within(scope, placeOf(q));

/** How a group was closed or opened; undefined while nobody has said. */
export const closingOf = (s: Section, scope: Scope): Closing | undefined =>
  within(scope, ['groups', s.id]) as Closing | undefined;

/** Of a detainee alone: a visit has an arrival too, which is the visitors’. */
const hoursHeldIn = (scope: Scope): number | null =>
  scope.of === 'detainee' ? hoursHeld((within(scope, []) ?? {}) as Detainee, scope.visit) : null;

/** What a condition may name although no question asks for it, within a scope. */
const workedOut = {
  /** Minutes from arrival to admission. */
  delayMinutes: ({ visit }: Scope) => delayMinutes(visit),
  visitMinutes: ({ visit }: Scope) => visitMinutes(visit),
  /** Whether the visitors waited: they say so, or the times do. */
  waited: ({ visit }: Scope, { delayThreshold }: FormSettings) =>
    visit.keptWaiting === true || (delayMinutes(visit) ?? 0) > delayThreshold,
  /** Whether one visitor alone made a visit in person, which pairs make. */
  alone: ({ visit }) => visit.method === 'in-person' && !!visit.visitor1 && !visit.visitor2,
  /** Whether the columns of the split are typed: where detainees are entered, the columns follow from them. */
  splitsTyped: ({ visit }) => visit.counts.splits !== undefined || detaineesOf(visit).length === 0,
  /** How a detainee was met: spoken to, observed, by record alone, or not at all. */
  contact: (scope: Scope) => {
    const met = metAs((within(scope, []) ?? {}) as Detainee);
    if (met.state === 'accepted') return 'spoken';
    if (met.observed) return 'observed';
    return met.record ? 'record' : 'none';
  },
  /** Whether a detainee needs an appropriate adult: everyone under 18, and vulnerable adults (PACE Code C 3.15). */
  needsAdult: (scope) => within(scope, ['ageGroup']) === 'under18' || within(scope, ['vulnerable']) === true,
  /** Whether there was something to report in any group of a part of the report. */
  reported: (scope) => Object.values(within(scope, ['groups']) ?? {}).includes('to report'),
  /**
   * Whether the time in custody is asked about: for everyone for whom a review may have been due, the first after six
   * hours (PACE s.40), and for children, who are not kept overnight.
   */
  stayAsked: (scope) => {
    const hours = hoursHeldIn(scope);
    return hours === null || hours >= 6 || within(scope, ['ageGroup']) === 'under18';
  },
  /** Hours a detainee had been in custody when the visitors came. */
  hoursHeld: (scope: Scope) => hoursHeldIn(scope),
} satisfies Record<string, (scope: Scope, settings: FormSettings) => unknown>;
export type WorkedOut = keyof typeof workedOut;

/** An answer without what it is wrapped in: its value, or the word that stands in place of one. */
export const bare = (answer: unknown): unknown => {
  if (!answer || typeof answer !== 'object') return answer;
  const { value, not } = answer as { value?: unknown; not?: unknown };
  return value ?? not;
};

/** The value a condition's field has: in the item first, then in the visit around it. */
const named = (field: string, scope: Scope, settings: FormSettings): unknown => {
  const worked = Object.hasOwn(workedOut, field) ? workedOut[field as WorkedOut] : undefined;
  if (worked) return worked(scope, settings);
  for (const place of scope.of === 'visit' ? [scope] : [scope, visitScope(scope.visit)]) {
    const typed = within(place, field.split('.'));
    if (typed !== undefined) return typed;
    const answer = bare(within(place, ['answers', field]));
    if (answer !== undefined) return answer;
  }
  return undefined;
};

/** Whether every term of a condition holds within a scope, in this office. */
export const holds = (when: Condition | undefined, scope: Scope, settings: FormSettings): boolean =>
  (when ?? []).every((term) => {
    if (term.setting && !settings[term.setting]) return false;
    const value = named(term.field, scope, settings);
    // Of a question with several answers, one that is named is enough.
    if (term.is && ![value].flat().some((one) => term.is?.includes(one as string))) return false;
    if (term.above === undefined) return true;
    const limit = term.above === 'delayThreshold' ? settings.delayThreshold : term.above;
    return typeof value === 'number' && value > limit;
  });
