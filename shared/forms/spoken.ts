import type { Closing } from '#shared/records/detainee.ts';
import type { AttachedFile } from '#shared/records/file.ts';
import { type LadderField, ladderFields } from '#shared/records/ladder.ts';
import type { Visit } from '#shared/records/visit.ts';
import { read } from '#shared/sync/patch.ts';
import { capital } from '#shared/text.ts';
import { dayWords, momentOf } from '#shared/times.ts';
import type { Form, Question, Subject } from './definition.ts';
import { foundWords } from './found.ts';
import { itemTitle } from './items.ts';
import { answerPath, type ItemSubject, lists } from './scope.ts';
import { subjectOf } from './terms.ts';
import { outcomeWords, rungTitles } from './titles.ts';

/** What stands where nothing was answered. */
export const notAnswered = 'Not answered';

/** How a group of questions was closed or opened, as a report says it. */
export const closingWords: Record<Closing, string> = {
  'no concerns': 'No concerns here',
  'to report': 'Something to report',
  'not asked': 'Not asked about',
};

/** A place of a report: which of its items it lies in, if any, and where within that or within the visit. */
type Place = { of: Subject; id?: string; within: readonly string[] };

const placeOf = (path: readonly string[]): Place => {
  const [list, item, ...within] = path;
  const of = (Object.keys(lists) as ItemSubject[]).find((subject) => lists[subject] === list);
  return of && item?.startsWith('#') ? { of, id: item.slice(1), within } : { of: 'visit', within: path };
};

const ownPath = (q: Question) => answerPath(q, { path: [] });
const sectionsOf = (form: Form, of: Subject) => form.sections.filter((s) => subjectOf(s) === of);
const begins = (whole: readonly string[], start: readonly string[]) =>
  start.every((key, i) => whole[i] === key);

/**
 * The question of a form whose answer lies at a place within the visit or an item, or around it. Where several fill one
 * field, each under a condition of its own, it is the one that offers the value.
 */
const questionAt = (
  form: Form,
  { of, within }: Pick<Place, 'of' | 'within'>,
  value: unknown,
): Question | undefined => {
  const all = sectionsOf(form, of)
    .flatMap((s) => s.questions)
    .filter((q) => begins(within, ownPath(q)));
  return all.find((q) => q.options?.some((o) => o.value === value)) ?? all[0];
};

/** What a place is called that no question asks for. */
const unasked = (form: Form, { of, within }: Place): string => {
  const [branch = '', key] = within;
  const sections = sectionsOf(form, of);
  if (branch === 'groups') return sections.find((s) => s.id === key)?.title ?? 'A group of questions';
  if (branch === 'shared') {
    const asked = sections.flatMap((s) => s.questions).find((q) => q.id === key);
    return `${asked?.text ?? 'An answer'} (may custody read it?)`;
  }
  if (key === 'notAvailableReasons') return `${rungTitles.notAvailable}: ${within[2] ?? 'reasons'}`;
  if (key === 'notOfferedReasons') return `${rungTitles.notOffered}: ${within[2] ?? 'reasons'}`;
  if (branch === 'removed') return 'Taken out of the report';
  if (branch === 'found') return 'What was found of a concern';
  if (branch === 'notes') return 'Notes made in the suite';
  const rung = rungTitles[within.at(-1) as LadderField];
  return rung ?? capital((within.at(-1) ?? '').replace(/([A-Z])/g, ' $1').toLowerCase());
};

/** The file in whose place something lies. */
const fileAt = (path: readonly string[], visit: Visit): AttachedFile | undefined =>
  path[0] === 'files' && path.length > 1
    ? (read(visit, path.slice(0, 2)) as AttachedFile | undefined)
    : undefined;

/**
 * What a place of the report is called: its question, with the rung where it lies within a ladder, after the item in
 * which it lies. `visit` is where an item's own name is looked up.
 */
export const placeTitle = (form: Form, path: readonly string[], visit: Visit): string => {
  const file = fileAt(path, visit);
  if (file) return `File “${file.name}”${path[2] === 'removed' ? ', taken out of the report' : ''}`;
  const place = placeOf(path);
  const q = questionAt(form, place, read(visit, path));
  const item = place.id && itemTitle(place.of as ItemSubject, visit, place.id);
  if (item && place.within.length === 0) return item;
  const rung = q && rungTitles[place.within[ownPath(q).length] as LadderField];
  const text = q ? [q.text, rung].filter(Boolean).join(', ') : unasked(form, place);
  return item ? `${item}, ${text}` : text;
};

const ladderText = (value: object): string => {
  const counts = value as Partial<Record<LadderField, number>>;
  const parts = ladderFields.flatMap((rung) =>
    counts[rung] === undefined ? [] : [`${rungTitles[rung]} ${counts[rung]}`],
  );
  return parts.join(', ');
};

/** The words of a value, as a person reads them: names for ids, options by their text. */
export const answerText = (q: Question, names: Record<string, string>, answer: unknown): string => {
  const bare = answer && typeof answer === 'object' && !Array.isArray(answer) && !q.field;
  const { value, not } = (bare ? answer : { value: answer }) as { value?: unknown; not?: string };
  if (not) return capital(not);
  if (value === undefined || value === null || value === '') return notAnswered;
  const optionText = (v: unknown) => q.options?.find((o) => o.value === v)?.text ?? String(v);
  if (q.kind === 'suite' || q.kind === 'person') return names[String(value)] ?? 'Not known here';
  if (q.kind === 'date') return dayWords(String(value));
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (Array.isArray(value)) return value.map(optionText).join(', ') || notAnswered;
  if (typeof value === 'object') return ladderText(value) || notAnswered;
  return optionText(value);
};

/** All that an item says, question by question: what was added or taken away is read in full. */
const itemText = (form: Form, names: Record<string, string>, of: Subject, item: object): string => {
  const at = (path: readonly string[]) =>
    path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], item);
  const parts = sectionsOf(form, of).flatMap((s) => {
    const closing = at(['groups', s.id]) as Closing | undefined;
    const asked = s.questions.filter((q) => {
      const within = ownPath(q);
      return questionAt(form, { of, within }, at(within)) === q;
    });
    const answers = asked.map((q) => [q.text, answerText(q, names, at(ownPath(q)))] as const);
    return [
      ...(closing ? [`${s.title}: ${closingWords[closing]}`] : []),
      ...answers.filter(([, text]) => text !== notAnswered).map(([title, text]) => `${title}: ${text}`),
    ];
  });
  return parts.join('\n') || 'Nothing filled in yet';
};

/** What is said of a concern, after its number. */
const foundText = (names: Record<string, string>, path: readonly string[], value: unknown): string => {
  const which = names[path[1]?.slice(1) ?? ''] ?? 'A concern that is not on this laptop';
  if (value === undefined || value === null) return notAnswered;
  const said = typeof value === 'object' ? foundWords(value) : capital(String(value));
  return `${which}: ${said || notAnswered}`;
};

/** The words of whatever stands at a place, whether or not a question asks for it. */
export const spoken = (
  form: Form,
  names: Record<string, string>,
  path: readonly string[],
  value: unknown,
  visit: Visit,
): string => {
  if (fileAt(path, visit) && path.length === 2) return value ? 'In the report' : 'Not in the report';
  if (path[0] === 'files' && path[2] === 'removed') return value ? `Yes, ${momentOf(String(value))}` : 'No';
  const place = placeOf(path);
  const { of, id, within } = place;
  const [branch] = within;
  if (branch === 'found') return foundText(names, path, value);
  if (value === undefined || value === null) {
    if (id && within.length === 0) return 'Not in the report';
    return branch === 'removed' ? 'No' : notAnswered;
  }
  if (id && within.length === 0) return itemText(form, names, of, value as object);
  const q = questionAt(form, place, value);
  const inner = q ? within.length - ownPath(q).length : 0;
  if (q && inner === 0) return answerText(q, names, value);
  if (q && !q.field && inner === 1) return answerText(q, names, { [within.at(-1) as string]: value });
  if (branch === 'removed') return `Yes, ${momentOf(String(value))}`;
  if (branch === 'groups') return closingWords[value as Closing] ?? String(value);
  if (branch === 'detainee') return itemTitle('detainee', visit, String(value));
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'object') return ladderText(value) || notAnswered;
  return names[String(value)] ?? outcomeWords[value as 'completed'] ?? capital(String(value));
};
