import { concernsIn, type Origin, type RaisedConcern } from '#shared/forms/concerns.ts';
import type { Form } from '#shared/forms/definition.ts';
import { derivedId } from '#shared/ids.ts';
import type { LifeEvent } from '#shared/records/common.ts';
import {
  type Concern,
  type ConcernState,
  concernState,
  type Finding,
  type FoundLater,
  isOpenConcern,
} from '#shared/records/concern.ts';
import { mayMove } from '#shared/records/concern-moves.ts';
import { concernRules } from '#shared/records/concern-rules.ts';
import { type Setting, settingId } from '#shared/records/setting.ts';
import type { Suite } from '#shared/records/suite.ts';
import { isWithOffice, namesOf, type Visit, visitState } from '#shared/records/visit.ts';
import { same } from './patch.ts';
import { numbering } from './references.ts';
import { type OfficeMeans, type OfficeState, recordKey, storedAt } from './state.ts';

/** The concern that one answer or matter of a report raises: whoever derives it makes the same. */
export const concernKey = ({ office }: Pick<OfficeState, 'office'>, visit: string, from: Origin): string =>
  recordKey('concern', derivedId(office, 'concern', [visit, from.item ?? '', from.question ?? ''].join(' ')));

/**
 * Whether something may follow from a report for concerns: the office has just received it, or it was corrected since.
 * What was imported is history, and what is only read moves nothing.
 */
const isFollowed = (before: Visit | undefined, visit: Visit): boolean => {
  if (!isWithOffice(visitState(visit)) || visit.imported) return false;
  const isReceived = !before || !isWithOffice(visitState(before));
  return isReceived || before.corrections.length < visit.corrections.length;
};

/**
 * What follows for concerns from a report that the office receives, or that was corrected: those that it raises, each
 * once and never taken back, and what its visitors found of those that stood open. All of it follows from the report
 * alone: a hub that lost it and is told again makes it the same, word for word.
 */
export const concernsAfter = (
  state: OfficeState,
  before: Visit | undefined,
  visit: Visit,
  means: OfficeMeans,
): Map<string, Concern> => {
  const made = new Map<string, Concern>();
  if (!isFollowed(before, visit)) return made;
  const at = saidAt(visit, means);
  const following = { state, visit, at, on: visit.date ?? at.slice(0, 10) };
  for (const one of raisedBy(state, visit)) {
    const key = concernKey(state, visit.id, one);
    // Null alone says that it was looked for: what was purged stays away.
    if (state.records.get(key) === null) made.set(key, numbered(state, begun(following, key, one), means));
  }
  for (const { id, finding, words, removed } of visit.found ?? []) {
    const key = recordKey('concern', id);
    const concern = made.get(key) ?? (storedAt(state, key)?.document as Concern | undefined);
    if (!concern || !finding || removed || concern.suite !== visit.suite) continue;
    const next = withFinding(following, concern, { finding, ...(words && { words }) });
    if (next !== concern) made.set(key, withPanel(state, next));
  }
  return made;
};

/** When its visitors last said what stands in a report: by sending it, or by a correction. */
const saidAt = ({ corrections, events }: Visit, { now }: OfficeMeans): string =>
  corrections.at(-1)?.at ?? events.findLast(({ to }) => to === 'ready')?.at ?? now();

const raisedBy = (state: OfficeState, visit: Visit): RaisedConcern[] => {
  const form = storedAt(state, recordKey('form', visit.form.id))?.document as Form | undefined;
  const settings = storedAt(state, settingKey(state))?.document as Setting | undefined;
  return form && settings ? concernsIn(form, visit, settings) : [];
};

export const settingKey = ({ office }: Pick<OfficeState, 'office'>): string =>
  recordKey('setting', settingId(office));

type Following = { state: OfficeState; visit: Visit; at: string; on: string };

const moved = ({ state, at }: Following, c: Concern, to: ConcernState, source: string): Concern => {
  const event: LifeEvent = {
    id: derivedId(state.office, 'event', [c.id, source, to].join(' ')),
    from: concernState(c),
    to,
    by: 'office',
    at,
  };
  return { ...c, events: [...c.events, event] };
};

const begun = (following: Following, key: string, one: RaisedConcern): Concern => {
  const { state, visit, on } = following;
  const { question, item, state: to, ...said } = one;
  const concern: Concern = {
    id: key.slice('concern/'.length),
    events: [],
    from: { kind: 'visit', record: visit.id, ...(question && { question }), ...(item && { item }) },
    ...(visit.suite && { suite: visit.suite }),
    ...(visit.panel && { panel: visit.panel }),
    raisedOn: on,
    raisedBy: namesOf(visit),
    ...said,
    told: [],
    escalations: [],
    answers: [],
    found: [],
  };
  return withPanel(state, to === 'raised' ? concern : moved(following, concern, to, visit.id));
};

const numbered = (state: OfficeState, concern: Concern, { now, newId }: OfficeMeans): Concern =>
  concernRules.receive(concern, {
    at: now(),
    newId,
    reference: numbering(state, concernRules.series),
  });

/** An open concern is looked after where its suite is: a suite may move to another panel. */
export const withPanel = (state: OfficeState, concern: Concern): Concern => {
  const { suite } = concern;
  const at = suite && (storedAt(state, recordKey('suite', suite))?.document as Suite | undefined);
  return at ? withPanelOf(concern, at) : concern;
};

const withPanelOf = (concern: Concern, { panel }: Suite): Concern => {
  if (!isOpenConcern(concern) || concern.panel === panel) return concern;
  const { panel: _, ...rest } = concern;
  return { ...rest, ...(panel && { panel }) };
};

/** The open concerns of a suite that has moved to another panel, which go with it. */
export const concernsMoved = (
  state: OfficeState,
  before: Suite | undefined,
  suite: Suite,
): Map<string, Concern> => {
  if (!before || before.panel === suite.panel) return new Map();
  return new Map(
    (state.concernsOf.get(suite.id) ?? []).flatMap((key): [string, Concern][] => {
      const concern = storedAt(state, key)?.document as Concern | undefined;
      const next = concern && withPanelOf(concern, suite);
      return next && next !== concern ? [[key, next]] : [];
    }),
  );
};

/** Where visitors' findings lead; one who could not look leaves it where it stands. */
const leadsTo: Record<Finding, ConcernState | undefined> = {
  'put right': 'checked',
  'not put right': 'coordinator',
  'could not check': undefined,
};

/**
 * What a visit found of a concern: kept, once for each visit, as its visitors last say it; and the move that follows,
 * unless a later visit has been there since. What the police still have to answer stays with them until it is put right.
 */
const withFinding = (
  following: Following,
  c: Concern,
  said: Pick<FoundLater, 'finding' | 'words'>,
): Concern => {
  const { state, visit, on } = following;
  const id = derivedId(state.office, 'found', `${c.id} ${visit.id}`);
  const entry: FoundLater = { id, visit: visit.id, on, by: namesOf(visit), ...said };
  const before = c.found.find((one) => one.id === id);
  if (same(before, entry)) return c;
  const kept = {
    ...c,
    found: before ? c.found.map((one) => (one.id === id ? entry : one)) : [...c.found, entry],
  };
  const to = leadsTo[said.finding];
  const isOutdated = c.found.some((one) => one.id !== id && one.on > on && leadsTo[one.finding]);
  if (!to || before?.finding === said.finding || isOutdated) return kept;
  const from = concernState(c);
  if (to === 'coordinator' && from === 'escalated') return kept;
  const source = `${visit.id} ${visit.corrections.length}`;
  if (mayMove(from, to)) return moved(following, kept, to, source);
  // What nobody had taken on yet is taken on by this, and is settled by it.
  return from === 'raised'
    ? moved(following, moved(following, kept, 'coordinator', source), to, source)
    : kept;
};
