import type { ReactNode } from 'react';
import { InsetText } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import type { ReviewShown } from './parts.ts';

type AdjustmentsProps = { shown: Pick<ReviewShown, 'review' | 'applicant' | 'representative'> };

/**
 * What makes it possible for the applicant to take part (Equality Act 2010, section 20): it stands wherever somebody
 * writes to them or of them, so that nobody has to remember it.
 */
export function Adjustments({ shown: { review, applicant, representative } }: AdjustmentsProps): ReactNode {
  const own = review.adjustments?.trim();
  const said = [
    ...(own ? [{ who: 'For this review', words: own }] : []),
    ...[applicant, representative].flatMap((contact) => {
      const words = contact?.adjustments?.trim();
      return contact && words && words !== own ? [{ who: `For ${isolated(contact.name)}`, words }] : [];
    }),
  ];
  if (said.length === 0) return null;
  return (
    <InsetText className="desk-adjustments">
      <h2 className="govuk-heading-s govuk-!-margin-bottom-1">Reasonable adjustments</h2>
      {said.map(({ who, words }) => (
        <p key={who} className="govuk-body govuk-!-margin-bottom-1 desk-words">
          {said.length > 1 && <strong>{who}: </strong>}
          {words}
        </p>
      ))}
    </InsetText>
  );
}
