import type { ReactNode } from 'react';
import { InsetText, WarningText } from '#renderer/kit/index.ts';
import { type Failure, sentence } from '#shared/errors.ts';

/** A failure in the product's one sentence for it, said at once to a screen reader. Nothing where nothing failed. */
export function Failed({ failure }: { failure: Failure | null | undefined }): ReactNode {
  if (!failure) return null;
  return (
    <div role="alert">
      <WarningText>{sentence(failure)}</WarningText>
    </div>
  );
}

/** Stands where an answer is still on its way. */
export function Waiting({ what = 'Reading…' }: { what?: string }): ReactNode {
  return <InsetText>{what}</InsetText>;
}
