import type { ReactNode } from 'react';
import { useState } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useHost } from '#renderer/app/host.tsx';
import { saveFile } from '#renderer/files/saveFile.ts';
import { Button, ButtonGroup, Status } from '#renderer/kit/index.ts';
import type { Failure } from '#shared/errors.ts';
import type { ReturnResult } from '#shared/views.ts';

/** The ways a return leaves the application from this page. */
export function TakeAway({ result }: { result: ReturnResult }): ReactNode {
  const host = useHost();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [said, setSaid] = useState<string>();
  const save = async (format: 'json' | 'csv') => {
    const { by } = result;
    const answer = await host.call('returns.export', {
      return: 'icv',
      period: result.period.id,
      ...(by && { by }),
      format,
    });
    setFailure(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    const { name, mime, text } = answer.value;
    saveFile({ name, mime, parts: [text] });
    setSaid(`Saved as ${name}`);
  };
  return (
    <div className="desk-screen-only">
      <Failed failure={failure} />
      <ButtonGroup>
        <Button type="button" kind="secondary" onClick={() => save('csv')}>
          Save as CSV
        </Button>
        <Button type="button" kind="secondary" onClick={() => save('json')}>
          Save as JSON
        </Button>
        <Button type="button" kind="secondary" onClick={() => window.print()}>
          Print
        </Button>
      </ButtonGroup>
      <Status message={said} />
    </div>
  );
}
