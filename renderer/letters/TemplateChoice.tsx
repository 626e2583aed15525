import type { ReactNode } from 'react';
import { Radios } from '#renderer/kit/index.ts';
import type { Template } from '#shared/records/letter.ts';

type TemplateChoiceProps = {
  offered: readonly Template[];
  chosen: string;
  error: string | undefined;
  onChosen: (template: string) => void;
  hint?: (template: Template) => string | undefined;
};

/** Which words a letter begins with. */
export function TemplateChoice({ offered, chosen, error, onChosen, hint }: TemplateChoiceProps): ReactNode {
  return (
    <Radios
      name="template"
      legend="Which words does it begin with?"
      legendSize="s"
      hint={
        <>
          They can be changed for this letter.{' '}
          <a className="govuk-link" href="#/templates">
            All templates
          </a>
        </>
      }
      error={error}
      value={chosen || null}
      onChange={({ target }) => onChosen(target.value)}
      items={offered.map((one) => ({ value: one.id, text: one.name, hint: hint?.(one) }))}
    />
  );
}
