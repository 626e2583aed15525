import { originsIn } from '#shared/forms/concerns.ts';
import type { Form } from '#shared/forms/definition.ts';
import { lists } from '#shared/forms/scope.ts';
import type { Conflict } from '#shared/records/conflict.ts';
import { isWithOffice, type Visit, type VisitState, visitState } from '#shared/records/visit.ts';
import { concernKey, settingKey } from './follow.ts';
import { isList, type Patch, putAt, patch as schema } from './patch.ts';
import { type Change, type OfficeState, recordKey, storedAt } from './state.ts';

/**
 * What reports may come to be by changes, one after the other: each place of them holds what the office has or what
 * somebody wants there, so that what is derived of all of them together leaves out nothing that acceptance derives.
 */
export const wantedVisits = (state: OfficeState, changes: readonly Change[]): Visit[] => {
  const found: Visit[] = [];
  const known = new Map<string, Visit>();
  for (const change of changes) {
    const [record, patches] = writtenBy(state, change);
    if (!record) continue;
    const key = recordKey('visit', record);
    const before = known.get(key) ?? (storedAt(state, key)?.document as Visit | undefined);
    const entries = patches.flat();
    const visit = entries.reduce<unknown>((so, { path, now }) => putAt(so, path, now), before) as Visit;
    if (!isReadable(visit)) continue;
    known.set(key, visit);
    if (visit.imported || !isSent(visit) || !entries.some(mayMove)) continue;
    if (before) found.push(before);
    found.push(visit);
  }
  return found;
};

/** The report that a change writes in, itself or by settling what is contested in it, and what it wants there. */
const writtenBy = (
  state: OfficeState,
  { type, record, patch }: Change,
): [record: string | undefined, Patch[]] => {
  if (type === 'visit') return [record, [patch]];
  const contested =
    type === 'conflict'
      ? (storedAt(state, recordKey(type, record))?.document as Conflict | undefined)
      : undefined;
  if (contested?.type !== 'visit') return [undefined, []];
  const places = patch.map(({ now }) => schema.safeParse((now as { places?: unknown } | null)?.places));
  return [contested.record, places.flatMap((one) => (one.success ? [one.data] : []))];
};

/** Whether a change may make the office receive a report, or corrects it: nothing else has anything follow from it. */
const mayMove = ({ path, now }: Patch[number]): boolean =>
  path.length === 0 ||
  path[0] === 'corrections' ||
  (path[0] === 'events' && (now as { to?: unknown } | undefined)?.to === 'ready');

const isSent = (visit: Visit): boolean => {
  const state: VisitState = visitState(visit);
  return state === 'ready' || isWithOffice(state);
};

/** What a hostile message makes of a report may be anything at all: it is refused afterwards, and read by nobody before. */
const isReadable = (visit: Visit | undefined): boolean =>
  typeof visit?.form?.id === 'string' &&
  isList(visit.events) &&
  [...Object.values(lists), 'found' as const].every(
    (list) => visit[list] === undefined || isList(visit[list]),
  );

/** The records that deciding what a report raises asks for: its form and the office's settings. */
export const askedFor = (state: OfficeState, visit: Visit): string[] => [
  settingKey(state),
  recordKey('form', visit.form.id),
];

/** The concerns that a report may raise or has looked at, and their suite. Its form is loaded, or there is none. */
export const concernsAbout = (state: OfficeState, visit: Visit): string[] => {
  const form = storedAt(state, recordKey('form', visit.form.id))?.document as Form | undefined;
  const keys = [
    ...(form ? originsIn(form, visit).map((from) => concernKey(state, visit.id, from)) : []),
    ...(visit.found ?? []).map(({ id }) => recordKey('concern', id)),
  ];
  return keys.length > 0 && visit.suite ? [...keys, recordKey('suite', visit.suite)] : keys;
};
