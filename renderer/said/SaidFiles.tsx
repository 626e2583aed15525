import { type ReactNode, useState } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useHost } from '#renderer/app/host.tsx';
import { bytesOf } from '#renderer/files/bytesOf.ts';
import { saveFile } from '#renderer/files/saveFile.ts';
import { Button, ButtonGroup, Status } from '#renderer/kit/index.ts';
import type { Failure } from '#shared/errors.ts';

const forms = [
  ['docx', 'Save as a Word document'],
  ['html', 'Save as a web page'],
  ['csv', 'Save as CSV'],
] as const;

/** The ways in which the page leaves the application. */
export function SaidFiles({ suite, period }: { suite: string; period: string }): ReactNode {
  const host = useHost();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [said, setSaid] = useState<string>();
  const save = async (as: (typeof forms)[number][0]) => {
    const answer = await host.call('said.file', { suite, period, as });
    setFailure(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    const { name, mime, bytes } = answer.value;
    saveFile({ name, mime, parts: [bytesOf(bytes)] });
    setSaid(`Saved as ${name}`);
  };
  return (
    <div className="desk-screen-only">
      <Failed failure={failure} />
      <ButtonGroup>
        {forms.map(([as, text]) => (
          <Button key={as} type="button" kind="secondary" onClick={() => save(as)}>
            {text}
          </Button>
        ))}
        <Button type="button" kind="secondary" onClick={() => window.print()}>
          Print
        </Button>
      </ButtonGroup>
      <Status message={said} />
    </div>
  );
}
