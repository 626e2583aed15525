import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { StatusStrip } from '#renderer/kit/index.ts';
import { sentFact } from '#renderer/sync/fact.ts';
import { isSent, useSyncStatus } from '#renderer/sync/useSync.ts';
import { urgentPlace } from '#renderer/visits/urgent/place.ts';
import { type Failure, sentence } from '#shared/errors.ts';
import { useSaved } from './saved.ts';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
export const timeOf = (instant: string): string => clock.format(new Date(instant));

/** Where nothing answers, a line of its own above the page says so. */
const whyNot = (failure: Failure) =>
  failure.tag === 'unreachable' ? 'ICV Desk keeps trying.' : sentence(failure);

/** What this laptop holds, in words: called saved only once the store said so. */
export function useSavedText(): { text: string; tone: 'done' | 'waiting' | 'attention' } {
  const { at, unsaved } = useSaved();
  const waiting = Object.values(unsaved);
  const failure = waiting.find((f) => f !== null);
  if (failure) return { text: `Not saved yet. ${whyNot(failure)}`, tone: 'attention' };
  if (waiting.length > 0) return { text: 'Saving…', tone: 'waiting' };
  return { text: at ? `Saved on this laptop ${timeOf(at)}` : 'All saved on this laptop', tone: 'done' };
}

/** What is always in view: the two facts, and the way to whom to ring. */
export function SavedFacts({ said }: { said: string }): ReactNode {
  const { text, tone } = useSavedText();
  const [path] = useLocation();
  const status = useSyncStatus().data;
  // A store that is its own office has all it holds: there is no second fact.
  const sent = isSent(status) ? sentFact(status) : undefined;
  return (
    <StatusStrip
      saved={{ text: <span data-saved={tone === 'done' ? 'yes' : 'no'}>{text}</span>, tone }}
      received={
        sent && {
          ...sent,
          text: (
            <a className="govuk-link" href="#/sync">
              {sent.text}
            </a>
          ),
        }
      }
    >
      {said && <strong aria-hidden="true">{said}</strong>}
      <a className="govuk-link" href={`#${urgentPlace(path)}`}>
        Someone is at risk
      </a>
    </StatusStrip>
  );
}
