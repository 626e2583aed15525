import type { Question } from './definition.ts';

/**
 * Own questions of the form whose answers figures are made from, by id: they are never lost to a new version, and
 * figures are made from no others.
 */
export const measuredAnswers = ['rightsUnderstood', 'illTreatment'] as const;

/** Typed fields of the visit without which a report cannot be received: always asked, of everybody, and needed. */
export const coreFields = ['suite', 'date', 'outcome', 'method', 'visitor1', 'arrived'] as const;

/** Whether more is made from a question's answer than its own report: figures, lists, papers. */
export const isMeasured = (q: Pick<Question, 'id' | 'field'>): boolean =>
  q.field !== undefined || (measuredAnswers as readonly string[]).includes(q.id);
