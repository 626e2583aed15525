import type { ReactNode } from 'react';
import { Quote } from '#renderer/app/Quote.tsx';
import { momentOf } from '#renderer/dates.ts';
import { NotificationBanner } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import type { Visit } from '#shared/records/visit.ts';
import { Answer } from './Answer.tsx';
import { lastQuery } from './steps.ts';

type QueryProps = { visit: Visit; names: Record<string, string>; onMoved: (said: string) => void };

/** What the office asks the visitors of a report, above everything else, with room for their answer. */
export function Query({ visit, names, onMoved }: QueryProps): ReactNode {
  const query = lastQuery(visit);
  if (!query) return null;
  return (
    <div className="desk-screen-only">
      <NotificationBanner title="The office asks you" titleId="query">
        <p className="govuk-body">
          {isolated(names[query.by] ?? 'The office')}, {momentOf(query.at)}
        </p>
        <Quote>{query.why ?? ''}</Quote>
      </NotificationBanner>
      <Answer id={visit.id} label="Your answer" onMoved={onMoved} />
      <p className="govuk-body">
        Where the report itself is wrong,{' '}
        <a className="govuk-link" href={`#/visits/${visit.id}/correct`}>
          correct it
        </a>{' '}
        first, and say so in your answer.
      </p>
    </div>
  );
}
