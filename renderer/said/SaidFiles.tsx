import type { ReactNode } from 'react';
import { useHost } from '#renderer/app/host.tsx';
import { SaveMade } from '#renderer/files/SaveMade.tsx';
import { Button, ButtonGroup } from '#renderer/kit/index.ts';

const forms = [
  ['docx', 'Save as a Word document'],
  ['html', 'Save as a web page'],
  ['csv', 'Save as CSV'],
] as const;

/** The ways in which the page leaves the application. */
export function SaidFiles({ suite, period }: { suite: string; period: string }): ReactNode {
  const host = useHost();
  return (
    <div className="desk-screen-only">
      <ButtonGroup>
        {forms.map(([as, text]) => (
          <SaveMade key={as} make={() => host.call('said.file', { suite, period, as })}>
            {text}
          </SaveMade>
        ))}
        <Button type="button" kind="secondary" onClick={() => window.print()}>
          Print
        </Button>
      </ButtonGroup>
    </div>
  );
}
