import type { Visit } from '#shared/records/visit.ts';
import { countDoubts } from './check/counts.ts';
import { detaineeDoubts, groupDoubts, matterDoubts } from './check/items.ts';
import { isSilenced, nameDoubts } from './check/names.ts';
import type { Asked, Doubt, Said } from './check/parts.ts';
import { visitDoubts } from './check/visit.ts';
import type { Form } from './definition.ts';
import { isAnswered, shownSections } from './engine.ts';
import {
  asItem,
  type FormSettings,
  type ItemSubject,
  itemIdOf,
  type Scope,
  scopesIn,
  visitScope,
} from './scope.ts';

export { remainderSentence } from './check/counts.ts';

/** One thing the final check points out, with the place it links to. */
export type Problem = {
  /** `must fix` keeps the report from being made ready; `are you sure` does not. */
  weight: 'must fix' | 'are you sure';
  section: string;
  /** The question's id; of a group as a whole, `group-` and the section's id. */
  question: string;
  text: string;
  /** The detainee, matter or call it lies in; otherwise the visit as a whole. */
  item?: { of: ItemSubject; id: string };
  /** The words found that look like a name: `notNames` of the report says that they are none. */
  name?: string;
};

/**
 * The final check of a report, run before it is made ready: every problem once, the ones that must be fixed apart from
 * the ones that may well be right. Nothing here ever keeps anything from being saved.
 * @param today the day as the person's machine believes, `YYYY-MM-DD`
 * @param places names of the office's suites and stations, which look like people's and are not
 */
export const checkVisit = (
  form: Form,
  v: Visit,
  settings: FormSettings,
  today: string,
  places: readonly string[] = [],
): Problem[] => {
  const whole = visitScope(v);
  const scopes = scopesIn(v);
  const asked = askedOf(form, settings);
  const ofVisit = ([question, text]: Said): Doubt => ({ scope: whole, question, text });
  const doubts: Doubt[] = [
    ...[...visitDoubts(v, settings, today, asked), ...countDoubts(v)].map(ofVisit),
    ...groupDoubts(whole, asked),
    ...detaineeDoubts(v, asked),
    ...matterDoubts(v),
    ...nameDoubts(scopes, asked, places, Number((v.date ?? today).slice(0, 4))),
  ];
  return once([
    ...missing(scopes, asked),
    ...wrong(v).map((said): Problem => ({ weight: 'must fix', ...placed(ofVisit(said), asked) })),
    // What a question holds that does not show (counts of a suite that turned out closed) cannot be put right there.
    ...doubts
      .filter((doubt) => !isSilenced(v, doubt))
      .map((doubt): Problem => ({ weight: 'are you sure', ...placed(doubt, asked) }))
      .filter((p) => p.section),
  ]);
};

/** What shows for each part of the report, worked out once. */
const askedOf = (form: Form, settings: FormSettings): Asked => {
  const known = new Map<string, ReturnType<Asked>>();
  return (scope) => {
    const key = scope.path.join('/');
    const sections = known.get(key) ?? shownSections(form, scope, settings);
    known.set(key, sections);
    return sections;
  };
};

const itemOf = (scope: Scope): Pick<Problem, 'item'> => {
  const of = asItem(scope.of);
  return of ? { item: { of, id: itemIdOf(scope) } } : {};
};

const placed = ({ scope, question, text, name }: Doubt, asked: Asked): Omit<Problem, 'weight'> => {
  const isThere = (s: ReturnType<Asked>[number]) =>
    question === `group-${s.id}` || s.questions.some((q) => q.id === question);
  const section = asked(scope).find(isThere)?.id ?? '';
  return { section, question, text, ...itemOf(scope), ...(name !== undefined && { name }) };
};

const missing = (scopes: readonly Scope[], asked: Asked): Problem[] =>
  scopes.flatMap((scope) =>
    asked(scope).flatMap((s) =>
      s.questions
        .filter((q) => q.must && !isAnswered(q, scope))
        .map(
          (q): Problem => ({
            weight: 'must fix',
            section: s.id,
            question: q.id,
            text: `Answer: ${q.text}`,
            ...itemOf(scope),
          }),
        ),
    ),
  );

const wrong = (v: Visit): Said[] =>
  v.visitor1 && v.visitor1 === v.visitor2
    ? [['visitor2', 'The second visitor is the same person as the first']]
    : [];

const once = (problems: readonly Problem[]): Problem[] => {
  const keyed = problems.map((p) => [[p.item?.id, p.question, p.text].join('\n'), p] as const);
  const first = new Map<string, Problem>();
  for (const [key, p] of keyed) if (!first.has(key)) first.set(key, p);
  return [...first.values()];
};
