import type { ReactNode } from 'react';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { Button, FormGroup, Label } from '#renderer/kit/index.ts';
import { itemIdOf } from '#shared/forms/scope.ts';
import { mattersOf } from '#shared/records/visit.ts';
import { withItem } from '../draft/draft.ts';
import type { Writing } from '../draft/OnReport.tsx';
import { ItemCards } from '../items/ItemCards.tsx';
import { AboutField } from '../matters/AboutField.tsx';
import { Cell, cellId } from './Cell.tsx';
import type { Step } from './steps.ts';

const aboutId = (id: string) => `about-${id}`;

/** What was raised, one card for each line of the sheet, filled in where it stands. */
export function MattersStep({ open, base, step }: Writing & { step: Step }): ReactNode {
  const { keeper, kept } = open;
  const some = mattersOf(kept.draft.visit).length > 0;
  const add = () => {
    const id = newRecordId();
    keeper.change((draft) => withItem(draft, 'matter', { id }), 'now');
    setTimeout(() => document.getElementById(aboutId(id))?.focus());
  };
  return (
    <>
      {!some && <p className="govuk-body">Nothing is entered yet. Continue if nothing was raised.</p>}
      <ItemCards open={open} base={base} of="matter">
        {(scope) => {
          const editing = { draft: kept.draft, keeper, scope };
          return (
            <>
              <AboutField editing={editing} id={aboutId(itemIdOf(scope))} />
              {step.questions.map((q) => (
                <FormGroup key={q.id}>
                  <Label htmlFor={cellId(q, scope)} size="s">
                    {q.text}
                  </Label>
                  <Cell q={q} editing={editing} />
                </FormGroup>
              ))}
            </>
          );
        }}
      </ItemCards>
      <Button type="button" kind="secondary" onClick={add}>
        {some ? 'Add another matter' : 'Add a matter'}
      </Button>
    </>
  );
}
