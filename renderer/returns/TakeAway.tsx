import type { ReactNode } from 'react';
import { useHost } from '#renderer/app/host.tsx';
import { SaveMade } from '#renderer/files/SaveMade.tsx';
import { Button, ButtonGroup } from '#renderer/kit/index.ts';
import type { ReturnFormat } from '#shared/calls/returns.ts';
import type { ReturnResult } from '#shared/views.ts';

const ways = [
  ['html', 'Save as web page'],
  ['docx', 'Save as Word'],
  ['ods', 'Save as ODS'],
  ['xlsx', 'Save as XLSX'],
  ['csv', 'Save as CSV'],
  ['json', 'Save as JSON'],
] as const satisfies [ReturnFormat, string][];

/** The ways a return leaves the application from this page. */
export function TakeAway({ result }: { result: ReturnResult }): ReactNode {
  const host = useHost();
  const { return: kind, by, period } = result;
  const file = (as: ReturnFormat) => () =>
    host.call('returns.file', { return: kind, period: period.id, ...(by && { by }), as });
  return (
    <div className="desk-screen-only">
      <ButtonGroup>
        {ways.map(([as, words]) => (
          <SaveMade key={as} make={file(as)}>
            {words}
          </SaveMade>
        ))}
        <Button type="button" kind="secondary" onClick={() => window.print()}>
          Print
        </Button>
      </ButtonGroup>
    </div>
  );
}
