import type { ReactNode } from 'react';
import { useRead } from '#renderer/app/host.tsx';
import { shortened } from '#renderer/concerns/words.tsx';
import { shortDate } from '#renderer/dates.ts';
import type { StandingConcern } from '#shared/forms/found.ts';
import { findings } from '#shared/records/concern.ts';
import { capital } from '#shared/text.ts';
import { Tick } from '../paper/BlankAnswer.tsx';

/** Of the concerns at a suite, the oldest that page 2 has room for. */
const concernsOnPaper = 4;

/** The lines for matters whose room concerns take: the first has room without. */
export const linesTaken = (concerns: readonly StandingConcern[]): number => Math.max(0, concerns.length - 1);

/** The concerns to look at in a suite, as many as its paper has room for. */
export const useOnPaper = (suite: string | undefined): StandingConcern[] =>
  (useRead('visits.standing', suite ? { suite } : {}).data ?? []).slice(0, concernsOnPaper);

/** What stands open at the suite, to be looked at: nothing in it is for the office alone. */
export function ConcernsOnPaper({ concerns }: { concerns: readonly StandingConcern[] }): ReactNode {
  if (concerns.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-s">Raised before: look, and tick what you find</h2>
      <ul className="desk-sheet__concerns">
        {concerns.map(({ id, reference, raisedOn, matter }) => (
          <li key={id}>
            {[reference, shortDate(raisedOn)].filter(Boolean).join(', ')}: {shortened(matter, 60)}{' '}
            {findings.map((finding) => (
              <Tick key={finding}>{capital(finding)}</Tick>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}
