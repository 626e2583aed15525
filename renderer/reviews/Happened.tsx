import type { ReactNode } from 'react';
import { Quote } from '#renderer/app/Quote.tsx';
import { dayWords } from '#renderer/dates.ts';
import type { ReviewShown } from './parts.ts';

/** The whole life of a review: every entry with its day and whoever made it. */
export function Happened({ history, names }: Pick<ReviewShown, 'history' | 'names'>): ReactNode {
  return (
    <ol className="govuk-list desk-timeline">
      {history.map(({ on, by, what, words }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries have no id, and are only added to
        <li key={place} className="desk-timeline__item">
          <strong>{what}</strong>
          <span className="desk-timeline__at">
            {[dayWords(on), by === 'import' ? 'from a file' : by && names[by]].filter(Boolean).join(', ')}
          </span>
          {words && <Quote>{words}</Quote>}
        </li>
      ))}
    </ol>
  );
}
