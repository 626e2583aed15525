import type { Form } from '#shared/forms/definition.ts';
import { answerPath, answerTo, scopesIn } from '#shared/forms/scope.ts';
import { placeTitle, spoken } from '#shared/forms/spoken.ts';
import { filesOf, type Visit, visit } from '#shared/records/visit.ts';
import { capital } from '#shared/text.ts';
import { dayWords } from '#shared/times.ts';
import type { HubRead } from '../port.ts';

/** What it takes to read a record as people do: the office's forms, and names for ids. */
export type Reading = { forms: ReadonlyMap<string, Form>; names: Record<string, string> };

export const readingOf = async (s: HubRead): Promise<Reading> => {
  const named = await Promise.all((['suite', 'panel', 'person'] as const).map((type) => s.documents(type)));
  const forms = (await s.documents('form')) as Form[];
  return {
    forms: new Map(forms.map((form) => [form.id, form])),
    names: Object.fromEntries(
      named.flat().map((one) => [one.id, (one as { id: string; name: string }).name]),
    ),
  };
};

/** A record that was put aside, as text to be read, copied and printed: a report question by question. */
export const readableText = (record: unknown, { forms, names }: Reading): string => {
  const { type, document = record } = Object(record) as { type?: string; document?: unknown };
  const report = type === 'visit' ? visit.safeParse(document).data : undefined;
  const form = report && forms.get(report.form.id);
  return report && form ? reportText(report, form, names) : plainText(type, document, names);
};

const reportText = (report: Visit, form: Form, names: Record<string, string>): string => {
  const title = [
    'Visit report',
    report.reference,
    report.suite && (names[report.suite] ?? 'a suite not known here'),
    report.date && dayWords(report.date),
  ];
  const answers = scopesIn(report).flatMap((scope) =>
    form.sections
      .filter(({ of = 'visit' }) => of === scope.of)
      .flatMap(({ questions }) => questions)
      .flatMap((q) => {
        const answer = answerTo(q, scope);
        if (answer === undefined) return [];
        const path = answerPath(q, scope);
        return [`${placeTitle(form, path, report)}\n    ${spoken(form, names, path, answer, report)}`];
      }),
  );
  const corrections = report.corrections.map(
    ({ by, at, reason }, i) =>
      `Correction ${i + 1}, ${names[by] ?? 'somebody not known here'}, ${at}\n    ${reason}`,
  );
  const files = filesOf(report).map(({ name }) => `File\n    ${name}`);
  return [title.filter(Boolean).join(', '), ...answers, ...corrections, ...files].join('\n');
};

/** What has no form is read field by field, with names where it holds ids. */
const plainText = (type: string | undefined, document: unknown, names: Record<string, string>): string =>
  [capital(type ?? 'record'), ...leaves(document, [])]
    .map((line) => line.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => names[id] ?? id))
    .join('\n');

const leaves = (value: unknown, path: readonly string[]): string[] =>
  value !== null && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, part]) => leaves(part, [...path, key]))
    : [`${path.join(', ')}\n    ${String(value)}`];
