import {
  type Concern,
  type ConcernArea,
  type ConcernSeverity,
  type ConcernState,
  concernAreas,
} from '#shared/records/concern.ts';
import type { Matter } from '#shared/records/detainee.ts';
import { detaineesOf, mattersOf, type Visit } from '#shared/records/visit.ts';
import { isMatterKept } from './custody.ts';
import type { Form, Question, Section } from './definition.ts';
import { isAnswered, shownSections } from './engine.ts';
import { isShared } from './items.ts';
import { type Raised, raised, raisingIn } from './raised.ts';
import { answerTo, type FormSettings, itemIdOf, scopesIn } from './scope.ts';
import { answerText } from './spoken.ts';
import { nameOf } from './terms.ts';

/** What a report raises: from which of its answers, or from which matter, and where a concern of it begins. */
export type RaisedConcern = {
  /** The question whose answer raises it; none where it is a matter. */
  question?: string;
  /** The detainee, matter or call it was answered for; none where it is of the visit. */
  item?: string;
  area: ConcernArea;
  severity: ConcernSeverity;
  sharing: Concern['sharing'];
  matter: string;
  state: ConcernState;
};

/** Where in a report a concern comes from: known by it for ever. */
export type Origin = { question?: string | undefined; item?: string | undefined };

const sameOrigin = (a: Origin, b: Origin): boolean => a.question === b.question && a.item === b.item;

/** A form may name an area of its own making: what it names then is looked after with how people are treated. */
const areaOf = (area: string): ConcernArea => concernAreas.find((one) => one === area) ?? 'treatment';

/** A custody number stands in the report alone. */
const withoutNumbers = (visit: Visit, text: string): string =>
  detaineesOf(visit)
    .map(({ custodyNumber }) => custodyNumber?.trim())
    .reduce<string>((so, number) => (number ? so.replaceAll(number, 'this person') : so), text);

/** Whether a question asks for words about another one: because of its answer, or about the group they both stand in. */
const isAbout = (section: Section, q: Question, of: Question): boolean => {
  if (q.kind !== 'longText' && q.kind !== 'text') return false;
  if (q.when) return q.when.some(({ field }) => field === nameOf(of));
  return section.closable === true && q.kind === 'longText' && section.questions.includes(of);
};

/** The words that visitors wrote about an answer. In what custody may read stand none that are for the office alone. */
const wordsAbout = (form: Form, { question, scope }: Raised, settings: FormSettings, isOffice: boolean) =>
  shownSections(form, scope, settings)
    .flatMap((s) => s.questions.filter((q) => isAbout(s, q, question)))
    .filter((q) => isAnswered(q, scope) && (isOffice || isShared(q, scope)))
    .map((q) => answerText(q, {}, answerTo(q, scope)));

/** What is alleged, and what cannot wait, goes straight to the coordinator. */
const beginsAt = (area: ConcernArea, severity: ConcernSeverity): ConcernState =>
  severity === 'immediate' || area === 'allegation' ? 'coordinator' : 'raised';

const ofAnswer = (form: Form, visit: Visit, settings: FormSettings, of: Raised): RaisedConcern => {
  const { question, scope, severity } = of;
  const area = areaOf(of.area);
  const isOffice = !isShared(question, scope);
  const said = `${question.text} ${answerText(question, {}, answerTo(question, scope))}`;
  const words = wordsAbout(form, of, settings, isOffice);
  const item = itemIdOf(scope);
  return {
    question: question.id,
    ...(item && { item }),
    area,
    severity,
    sharing: isOffice ? 'office' : 'custody',
    matter: withoutNumbers(visit, [said, ...words].join('\n')),
    state: beginsAt(area, severity),
  };
};

const outcomeStates = {
  'already addressed': 'addressed',
  resolved: 'resolved',
  outstanding: 'coordinator',
} as const satisfies Record<NonNullable<Matter['outcome']>, ConcernState>;

/** Something asked for or raised on the day: whatever became of it is followed, and what nobody says is outstanding. */
const ofMatter = (form: Form, visit: Visit, m: Matter): RaisedConcern => ({
  item: m.id,
  area: m.detainee ? 'health and wellbeing' : 'conditions and facilities',
  severity: 'routine',
  sharing: isMatterKept(form, m) ? 'office' : 'custody',
  matter: withoutNumbers(visit, m.what?.trim() || 'The report does not say what it was.'),
  state: outcomeStates[m.outcome ?? 'outstanding'],
});

/** Every concern that a report raises, of its answers first, then of its matters. */
export const concernsIn = (form: Form, visit: Visit, settings: FormSettings): RaisedConcern[] => [
  ...raised(form, visit, settings).map((of) => ofAnswer(form, visit, settings, of)),
  ...mattersOf(visit).map((m) => ofMatter(form, visit, m)),
];

/** Where a report could raise concerns, whatever shows of it: everything that `concernsIn` gives is among these. */
export const originsIn = (form: Form, visit: Visit): Origin[] => [
  ...scopesIn(visit).flatMap((scope) => {
    const item = itemIdOf(scope);
    return raisingIn(form, scope).map(({ question }) => ({ question: question.id, ...(item && { item }) }));
  }),
  ...mattersOf(visit).map(({ id }) => ({ item: id })),
];

/**
 * Whether the report still says what raised a concern. A correction never takes a concern back: the office is shown
 * that the answer was corrected, and decides.
 */
export const stillRaised = (
  form: Form,
  visit: Visit,
  settings: FormSettings,
  { from }: Pick<Concern, 'from'>,
): boolean => concernsIn(form, visit, settings).some((one) => sameOrigin(one, from));
