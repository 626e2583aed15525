import type { ReactNode } from 'react';
import { shortDate } from '#renderer/dates.ts';
import { Details } from '#renderer/kit/index.ts';
import { Happened } from '#renderer/reviews/Happened.tsx';
import type { SectionProps } from '../parts.ts';
import { Section } from './Section.tsx';

/** The whole life of a case, and who of others looked at it. */
export function CaseHistory({ shown: { history, names, openings } }: SectionProps): ReactNode {
  return (
    <Section id="history" title="What happened">
      <Happened {...{ history, names }} />
      {openings.length > 0 && (
        <Details summary="Who opened it, besides whoever has it">
          <ul className="govuk-list">
            {openings.map(({ by, on }) => (
              <li key={`${by} ${on}`}>
                {shortDate(on)}: {names[by] ?? 'somebody who is not known here'}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </Section>
  );
}
