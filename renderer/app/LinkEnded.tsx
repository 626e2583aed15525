import type { ReactNode } from 'react';
import { InsetText, PageHeading } from '#renderer/kit/index.ts';
import { Bare } from './Bare.tsx';
import { drafts } from './drafts.ts';

/** The one page for a used-up link: no button here could help, and what was typed last can still be read. */
export function LinkEnded(): ReactNode {
  const unsaved = drafts.unsaved();
  return (
    <Bare>
      <PageHeading>Go back to the terminal and open the link again</PageHeading>
      <p className="govuk-body">
        This page was opened with a link that works once, and ICV Desk has been started again since.
        Everything that was called saved is safe.
      </p>
      {unsaved.length > 0 && (
        <>
          <h2 className="govuk-heading-m">This was not saved yet</h2>
          <p className="govuk-body">Copy it into the report once ICV Desk is open again.</p>
          {unsaved.map((text) => (
            <InsetText key={text}>{text}</InsetText>
          ))}
        </>
      )}
    </Bare>
  );
}
