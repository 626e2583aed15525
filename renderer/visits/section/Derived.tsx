import type { ReactNode } from 'react';
import type { Question } from '#shared/forms/definition.ts';
import { delayMinutes, type Visit, visitMinutes } from '#shared/records/visit.ts';

const minutes = (n: number) => (n === 1 ? '1 minute' : `${n} minutes`);

/** Minutes that follow from the times, shown under the time that completes them. */
export function Derived({ q, visit }: { q: Question; visit: Visit }): ReactNode {
  const waited = q.field === 'admitted' ? delayMinutes(visit) : null;
  const stayed = q.field === 'left' ? visitMinutes(visit) : null;
  if (waited === null && stayed === null) return null;
  return (
    <p className="govuk-body desk-derived" data-derived={q.field}>
      {waited !== null && `You waited ${minutes(waited)} to be admitted.`}
      {stayed !== null && `You were there for ${minutes(stayed)} in all.`}
    </p>
  );
}

/** A question that is not asked but worked out: the wait or the whole stay. */
export function MinutesLine({ q, visit }: { q: Question; visit: Visit }): ReactNode {
  const known = q.field === 'delayMinutes' ? delayMinutes(visit) : visitMinutes(visit);
  return (
    <p className="govuk-body">
      {q.text}: {known === null ? 'not known yet' : minutes(known)}
    </p>
  );
}
