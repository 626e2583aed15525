import type { ReactNode } from 'react';
import { Quote } from '#renderer/app/Quote.tsx';
import { momentOf } from '#renderer/dates.ts';
import type { Visit } from '#shared/records/visit.ts';
import { happeningsOf } from './steps.ts';

/** Where a report stands, as what happened to it since it was sent. */
export function Timeline({ visit, names }: { visit: Visit; names: Record<string, string> }): ReactNode {
  return (
    <ol className="govuk-list desk-timeline">
      {happeningsOf(visit).map(({ id, title, by, at, words }) => (
        <li key={id} className="desk-timeline__item">
          <strong>{title}</strong>
          {names[by] && `, ${names[by]}`}
          <span className="desk-timeline__at">{momentOf(at)}</span>
          {words && <Quote>{words}</Quote>}
        </li>
      ))}
    </ol>
  );
}
