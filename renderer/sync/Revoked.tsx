import type { ReactNode } from 'react';
import { InsetText, PageHeading } from '#renderer/kit/index.ts';

/** Stands in place of every page once the office has ended this laptop's part in its work. */
export function Revoked(): ReactNode {
  return (
    <>
      <PageHeading>The office has ended the use of this laptop</PageHeading>
      <p className="govuk-body">
        Somebody at the office revoked this laptop: usually because it was reported lost, or because its
        person has left the scheme. It neither sends nor receives any more, and what was on it cannot be
        opened again.
      </p>
      <h2 className="govuk-heading-m">What was not sent yet</h2>
      <p className="govuk-body">
        It was sealed so that only the office can read it, and handed over or kept in a file on this laptop.
        No word of it is lost.
      </p>
      <h2 className="govuk-heading-m">What to do</h2>
      <InsetText>
        Ring your office. If this is a mistake, it invites this laptop again, and takes over what was sealed.
      </InsetText>
    </>
  );
}
