import type { Form } from '#shared/forms/definition.ts';
import { isAnswered, shownSections } from '#shared/forms/engine.ts';
import { foundIn } from '#shared/forms/names.ts';
import { checkScope, type FormSettings } from '#shared/forms/scope.ts';
import { entriesOf, type RecordCheck } from '#shared/records/record-check.ts';

/** What is to be looked at before a check is done, and the field it stands in. */
export type CheckProblem = { weight: 'must fix' | 'are you sure'; field: string; text: string };

const must = [
  ['custodyNumber', 'Enter the custody record number'],
  ['suite', 'Choose the suite'],
  ['cohort', 'Choose whose record it is'],
  ['checkedOn', 'Enter the day on which the record was read'],
] as const satisfies [keyof RecordCheck, string][];

const looksLike = {
  name: 'looks like a name',
  dateOfBirth: 'looks like a date of birth',
  offence: 'looks like an offence',
} as const;

/** Figures are told by suite, cohort and day; without them a check could not be counted. */
const missing = (c: RecordCheck): CheckProblem[] =>
  must
    .filter(([field]) => !c[field])
    .map(([field, text]): CheckProblem => ({ weight: 'must fix', field, text }));

const unanswered = (form: Form, c: RecordCheck, settings: FormSettings): CheckProblem[] => {
  const scope = checkScope(c);
  return shownSections(form, scope, settings).flatMap((s) => {
    const blank = s.questions.filter((q) => !isAnswered(q, scope) && !q.optional);
    if (blank.length === 0) return [];
    const count = blank.length === 1 ? '1 question is' : `${blank.length} questions are`;
    return [
      ...blank
        .filter((q) => q.must)
        .map((q): CheckProblem => ({ weight: 'must fix', field: q.id, text: `${s.title}: ${q.text}` })),
      {
        weight: 'are you sure',
        field: blank[0]?.id ?? '',
        text: `${s.title}: ${count} not answered. “Not recorded” is an answer`,
      } as const,
    ];
  });
};

/** People are known by custody record number only, in a check as in a report. */
const names = (c: RecordCheck, places: readonly string[]): CheckProblem[] => {
  const texts = [
    ['summary', c.summary],
    ...Object.entries(c.comments ?? {}),
    ...entriesOf(c).map(({ id, words }) => [`entry-${id}`, words] as const),
  ] as const;
  const year = Number((c.checkedOn ?? '').slice(0, 4)) || 2026;
  return texts.flatMap(([field, text]) =>
    foundIn(text ?? '', places, year).map(
      ({ kind, words }): CheckProblem => ({
        weight: 'are you sure',
        field: field ?? '',
        text: `“${words}” ${looksLike[kind]}. People are known by custody record number only`,
      }),
    ),
  );
};

/**
 * Everything to be looked at before a check is done.
 * @param places names of the office's suites, which are nobody's
 */
export const checkProblems = (
  form: Form,
  c: RecordCheck,
  settings: FormSettings,
  places: readonly string[] = [],
): CheckProblem[] => [...missing(c), ...unanswered(form, c, settings), ...names(c, places)];

/** The check without answers that are not asked any more, since an earlier one was changed: they count nowhere. */
export const withoutUnasked = (form: Form, c: RecordCheck, settings: FormSettings): RecordCheck => {
  const asked = new Set(
    shownSections(form, checkScope(c), settings).flatMap((s) => s.questions.map(({ id }) => id)),
  );
  const kept = <V>(all: Record<string, V>) =>
    Object.fromEntries(Object.entries(all).filter(([id]) => asked.has(id)));
  return {
    ...c,
    answers: kept(c.answers),
    ...(c.comments && { comments: kept(c.comments) }),
    entries: entriesOf(c),
  };
};
