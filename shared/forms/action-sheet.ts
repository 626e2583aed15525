import { isPractice, type Visit } from '#shared/records/visit.ts';
import { dayWords } from '#shared/times.ts';
import { type CopyPart, custodyCopy } from './custody.ts';
import type { Form, Question } from './definition.ts';
import { confidential, detaineeTitle } from './items.ts';
import { answerTo, type FormSettings, scopeAt, within } from './scope.ts';

/** The columns of the sheet, by the typed field of a matter that each shows. */
export const actionHeads = {
  what: 'Asked for or raised',
  toldTo: 'Told to',
  answer: 'Answer',
  promisedBy: 'Promised by',
  outcome: 'What became of it',
} as const;
export type ActionField = keyof typeof actionHeads;
const fields = Object.keys(actionHeads) as ActionField[];

/** What was raised on the day for the station to act on, as it is shown, printed and mailed. */
export type ActionSheet = {
  title: string;
  /** What must stand on every copy: that it is an exercise, that it holds custody numbers. */
  notices: string[];
  facts: { key: string; value: string }[];
  matters: ({ about: string } & Partial<Record<ActionField, string>>)[];
};

/** What a sheet without matters says: not that there were none, since some may be for the office alone. */
export const noMatters = 'No matters are listed for this visit.';

const optionText = (q: Question, value: string): string =>
  q.options?.find((o) => o.value === value)?.text ?? value;

/**
 * The station action sheet of a report: the matters of the copy for custody, each with whom it was told to and by when
 * it was promised. Detainees are known by custody number only; what is for the office alone is not on it and leaves
 * no sign.
 * @param names the names of all that the report speaks of, by id
 */
export const actionSheet = (
  form: Form,
  visit: Visit,
  settings: FormSettings,
  names: Readonly<Record<string, string>>,
): ActionSheet => {
  const copy = custodyCopy(form, visit, settings);
  const { suite, date, reference } = copy.visit;
  return {
    title: 'Station action sheet',
    notices: [
      ...(isPractice(visit) ? ['Practice: an exercise, not a report of a visit.'] : []),
      `${confidential}.`,
    ],
    facts: [
      ...(suite && names[suite] ? [{ key: 'Suite', value: names[suite] }] : []),
      ...(date ? [{ key: 'Date of the visit', value: dayWords(date) }] : []),
      ...(reference ? [{ key: 'Report', value: reference }] : []),
    ],
    matters: copy.parts.filter(({ of }) => of === 'matter').map((part) => matterLine(copy.visit, part)),
  };
};

const matterLine = (visit: Visit, part: CopyPart): ActionSheet['matters'][number] => {
  const scope = scopeAt(visit, part);
  const about = within(scope, ['detainee']);
  const said = part.sections
    .flatMap((s) => s.questions)
    .flatMap((q) => {
      const field = fields.find((f) => f === q.field);
      return field ? [[field, optionText(q, String(answerTo(q, scope)))] as const] : [];
    });
  return {
    about: about ? detaineeTitle(visit.detainees?.find((d) => d.id === about) ?? {}) : 'The suite',
    ...Object.fromEntries(said),
  };
};

/** The same sheet as plain text, for a mail. Line ends are `\n`. */
export const actionText = (sheet: ActionSheet, notice: string | null): string => {
  const lines = sheet.matters.flatMap((matter, i) => [
    '',
    `${i + 1}. ${matter.about}`,
    ...fields.flatMap((field) => (matter[field] ? [`   ${actionHeads[field]}: ${matter[field]}`] : [])),
  ]);
  return [
    ...(notice ? [notice, ''] : []),
    sheet.title,
    ...sheet.notices,
    '',
    ...sheet.facts.map(({ key, value }) => `${key}: ${value}`),
    ...(lines.length > 0 ? lines : ['', noMatters]),
    '',
  ].join('\n');
};

/** What the mail is about: suite and day, never anything of a detainee. */
export const actionSubject = ({ title, facts }: ActionSheet): string =>
  [title, ...facts.map(({ value }) => value)].join(', ');
