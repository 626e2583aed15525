import { capital } from '#shared/text.ts';
import type { Condition, Question } from '../definition.ts';

/** The areas a concern falls in. */
export const areas = {
  rights: 'rights and entitlements',
  health: 'health and wellbeing',
  conditions: 'conditions and facilities',
  treatment: 'treatment',
  safety: 'safety',
  allegation: 'allegation',
} as const;

/** Options by their values, with a text of their own where the value does not read well. */
export const options = (values: readonly string[], texts: Record<string, string> = {}) =>
  values.map((value) => ({ value, text: texts[value] ?? capital(value) }));

type More = Partial<Omit<Question, 'id' | 'text' | 'kind'>>;

/** A yes or no with an answer for everyone who cannot say either. */
export const yesNo = (id: string, text: string, more: More = {}): Question => ({
  id,
  text,
  kind: 'yesNo',
  nonAnswers: true,
  ...more,
});

export const longText = (id: string, text: string, more: More = {}): Question => ({
  id,
  text,
  kind: 'longText',
  ...more,
});

type Raises = NonNullable<Question['raises']>;
type Severity = NonNullable<Raises['severity']>;

/** Yes is a concern, or no is: routine unless it says otherwise. */
export const raisedBy = (is: boolean, area: keyof typeof areas, severity: Severity = 'routine') => ({
  raises: { is: [is], area: areas[area], severity },
});

/** The visit came to something: the visitors were let in. */
export const began: Condition = [{ field: 'outcome', is: ['completed', 'abandoned'] }];
export const inPerson: Condition = [...began, { field: 'method', is: ['in-person'] }];

/** A detainee who was met, seen or read about: those not dealt with at all are a stub and no more. */
export const dealtWith: Condition = [...began, { field: 'contact', is: ['spoken', 'observed', 'record'] }];
export const spokenTo: Condition = [{ field: 'contact', is: ['spoken'] }];
export const seen: Condition = [{ field: 'contact', is: ['spoken', 'observed'] }];
export const under18: Condition = [{ field: 'ageGroup', is: ['under18'] }];
export const female: Condition = [{ field: 'sex', is: ['female'] }];
export const yes = (field: string): Condition => [{ field, is: [true] }];
