import type { ReactNode } from 'react';
import { Button, ButtonGroup } from '#renderer/kit/index.ts';
import type { Failure } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { SaveMade } from './SaveMade.tsx';

/** The forms in which a document leaves, as its buttons say them. */
export const documentForms = [
  ['docx', 'Save as a Word document'],
  ['html', 'Save as a web page'],
] as const satisfies readonly (readonly [string, string])[];

type TakeAwayProps<As extends string> = {
  forms: readonly (readonly [As, string])[];
  make: (as: As) => Promise<Result<{ name: string; mime: string; bytes: string }, Failure>>;
};

/** The ways in which a document or a return leaves the application. */
export function TakeAway<As extends string>({ forms, make }: TakeAwayProps<As>): ReactNode {
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
