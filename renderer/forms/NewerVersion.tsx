import type { ReactNode } from 'react';
import { dayWords } from '#renderer/dates.ts';
import { AskFirst } from '#renderer/editing/AskFirst.tsx';
import { Details, NotificationBanner } from '#renderer/kit/index.ts';
import { differences } from '#shared/forms/differences.ts';
import { beginFrom, type OpenForm } from './useFormDraft.ts';

/** What somebody else published meanwhile, and what had been changed here before that. */
export function NewerVersion({ open }: { open: OpenForm }): ReactNode {
  const { draft, previous, newest, keeper } = open;
  const mine = differences(previous, draft);
  const begin = () => keeper.change(() => beginFrom(newest, [...draft.earlier, ...mine]), 'now');
  return (
    <>
      {newest.id !== draft.base && mine.length > 0 && (
        <NotificationBanner>
          <p className="govuk-notification-banner__heading">
            Version {newest.version} was published on {dayWords(newest.publishedOn)}, while you were changing
            version {previous.version}.
          </p>
          <p className="govuk-body">
            Yours cannot be published on top of it. Begin again from the newer one.
          </p>
          <AskFirst
            text={`Begin again from version ${newest.version}`}
            title={`Begin again from version ${newest.version}?`}
            confirm="Begin again"
            onConfirm={begin}
          >
            What you changed is listed on the page, so that you can do it again there.
          </AskFirst>
        </NotificationBanner>
      )}
      {draft.earlier.length > 0 && (
        <Details summary={`What you had changed before version ${previous.version}`}>
          <Sentences of={draft.earlier} />
        </Details>
      )}
    </>
  );
}

export function Sentences({ of }: { of: readonly string[] }): ReactNode {
  return (
    <ul className="govuk-list govuk-list--bullet govuk-list--spaced">
      {of.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
