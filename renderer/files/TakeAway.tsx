import type { ReactNode } from 'react';
import { Button, ButtonGroup } from '#renderer/kit/index.ts';
import type { Failure } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { SaveMade } from './SaveMade.tsx';

const forms = [
  ['docx', 'Save as a Word document'],
  ['html', 'Save as a web page'],
] as const;

type TakeAwayProps = {
  make: (as: 'docx' | 'html') => Promise<Result<{ name: string; mime: string; bytes: string }, Failure>>;
};

/** The ways in which a document leaves the application. */
export function TakeAway({ make }: TakeAwayProps): ReactNode {
  return (
    <div className="desk-screen-only">
      <ButtonGroup>
        {forms.map(([as, text]) => (
          <SaveMade key={as} make={() => make(as)}>
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
