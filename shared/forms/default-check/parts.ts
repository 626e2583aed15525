import type { Cohort } from '#shared/records/record-check.ts';
import { areas } from '../default/parts.ts';
import type { Condition, Question } from '../definition.ts';

type More = Partial<Omit<Question, 'id' | 'text' | 'kind'>>;

/** A question that a custody record answers, or does not. */
export const recorded = (id: string, text: string, more: More = {}): Question => ({
  id,
  text,
  kind: 'recorded',
  ...more,
});

type Severity = NonNullable<NonNullable<Question['raises']>['severity']>;

/** A no is a concern; what a record does not say may be one, and whoever reads it decides that. */
export const concernIfNot = (area: keyof typeof areas, severity: Severity = 'routine') => ({
  raises: { is: ['no'], area: areas[area], severity },
});

/** What the record must say: to say nothing of it is as much a concern as a no. */
export const concernIfSilent = (area: keyof typeof areas, severity: Severity = 'routine') => ({
  raises: { is: ['no', 'not recorded'], area: areas[area], severity },
});

export const of = (...cohort: Cohort[]): Condition => [{ field: 'cohort', is: cohort }];
/** A sample of everybody is asked what each group of people is asked. */
export const children = of('children', 'strip search', 'detained over 24 hours', 'all', 'other');
export const women = of('women', 'children', 'strip search', 'detained over 24 hours', 'all', 'other');
export const yes = (field: string): Condition => [{ field, is: ['yes'] }];
