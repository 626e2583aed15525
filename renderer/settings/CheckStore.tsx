import { type ReactNode, useState } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { Button, InsetText, Status } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';

/** Reads the whole store through and says whether it is sound. */
export function CheckStore(): ReactNode {
  const { run, busy, failure } = useWrite('store.check');
  const [found, setFound] = useState<Output<'store.check'>>();
  const check = async () => {
    setFound(undefined);
    const answer = await run({});
    if (answer.ok) setFound(answer.value);
  };
  return (
    <>
      <p className="govuk-body">
        Reads everything through and looks for damage. You can work on meanwhile; nothing is changed.
      </p>
      <Failed failure={failure} />
      {found && (
        <InsetText>
          {found.ok
            ? 'The store is sound.'
            : 'Something is wrong with the store. Make a backup and tell the office:'}
          {found.findings.length > 0 && (
            <ul className="govuk-list govuk-list--bullet">
              {found.findings.map((finding) => (
                <li key={finding}>{finding}</li>
              ))}
            </ul>
          )}
        </InsetText>
      )}
      <Status
        message={busy ? 'Checking…' : found && (found.ok ? 'The store is sound' : 'Something is wrong')}
      />
      <Button type="button" kind="secondary" disabled={busy} onClick={check}>
        {busy ? 'Checking…' : 'Check the store'}
      </Button>
    </>
  );
}
