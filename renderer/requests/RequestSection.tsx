import type { ReactNode } from 'react';
import { Section } from '#renderer/cases/page/Section.tsx';
import type { SectionProps } from '#renderer/cases/parts.ts';
import { dayWords } from '#renderer/dates.ts';
import { SummaryList } from '#renderer/kit/index.ts';
import { isRequest, newRequest } from '#shared/cases/request-clocks.ts';
import { outcomeWords } from './parts.ts';

/** On the page of a case: that it asks for information, where that stands, and the way to its own page. */
export function RequestSection({ shown: { case: c } }: SectionProps): ReactNode {
  if (!isRequest(c.kind)) return null;
  const { asked, decision, internalReviews, exemptions } = c.request ?? newRequest();
  return (
    <Section id="request" title="Request for information">
      <SummaryList
        rows={[
          { key: 'Asked for', value: asked?.trim() || 'Not written down yet' },
          {
            key: 'Decision',
            value: decision
              ? `${outcomeWords[decision.outcome]}, told on ${dayWords(decision.on)}`
              : 'Not decided',
          },
          exemptions.length > 0 && {
            key: 'Withheld under',
            value: exemptions.map(({ provision }) => provision).join(', '),
          },
          internalReviews.length > 0 && {
            key: 'Internal reviews',
            value: internalReviews.map(({ asked: on }) => `asked for on ${dayWords(on)}`).join(', '),
          },
        ]}
      />
      <p className="govuk-body">
        <a className="govuk-link" href={`#/cases/${c.id}/request`}>
          Deal with the request
        </a>
      </p>
    </Section>
  );
}
