import type { ReactNode } from 'react';
import { PageHeading } from '#renderer/kit/index.ts';

type RevokedProps = {
  /** Whose store it was and since when it is no more, once it is gone. */
  since?: ReactNode;
  /** The file with what was not sent, where the office could not be given it at once. */
  kept?: string | null;
  /** What can be done here besides. */
  children?: ReactNode;
};

/** Stands in place of every page once the office has ended this laptop's part in its work. */
export function Revoked({ since, kept = null, children }: RevokedProps): ReactNode {
  return (
    <>
      <PageHeading>The office has ended the use of this laptop</PageHeading>
      {since && <p className="govuk-body">{since}</p>}
      <p className="govuk-body">
        Somebody at the office revoked this laptop: usually because it was reported lost, or because its
        person has left the scheme. It neither sends nor receives any more, and its key is destroyed, so that
        what was on it cannot be opened again.
      </p>
      <h2 className="govuk-heading-m">What was not sent yet</h2>
      {kept === null ? (
        <p className="govuk-body">
          Anything that was not sent is sealed so that only the office can read it, and handed over to it. No
          word of it is lost.
        </p>
      ) : (
        <p className="govuk-body">
          It is sealed so that only the office can read it, in the file{' '}
          <strong className="desk-path">{kept}</strong>. Give that file to the office: it is the only copy.
        </p>
      )}
      <h2 className="govuk-heading-m">What to do</h2>
      <p className="govuk-body">
        Ring your office. If this is a mistake, it invites this laptop again and takes over what was sealed.
      </p>
      {children}
    </>
  );
}
