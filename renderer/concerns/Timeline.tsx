import type { ReactNode } from 'react';
import { Quote } from '#renderer/app/Quote.tsx';
import type { Concern } from '#shared/records/concern.ts';
import { happeningsOf } from './happenings.ts';

type TimelineProps = { concern: Concern; names: Readonly<Record<string, string>> };

/** The life of a concern: every step with who and when. */
export function Timeline({ concern, names }: TimelineProps): ReactNode {
  return (
    <ol className="govuk-list desk-timeline">
      {happeningsOf(concern).map(({ id, title, by, when, words }) => {
        const who = by.flatMap((one) => (one === 'office' ? 'the office' : (names[one] ?? []))).join(' and ');
        return (
          <li key={id} className="desk-timeline__item">
            <strong>{title}</strong>
            <span className="desk-timeline__at">{[when, who].filter(Boolean).join(', ')}</span>
            {words && <Quote>{words}</Quote>}
          </li>
        );
      })}
    </ol>
  );
}
