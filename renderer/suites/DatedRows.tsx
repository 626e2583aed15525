import { type ReactNode, useRef } from 'react';
import { Button, Fieldset } from '#renderer/kit/index.ts';

interface DatedRowsProps {
  legend: string;
  hint: string;
  /** What one row is called: "status". */
  one: string;
  rows: readonly { readonly key: string }[];
  row: (index: number) => ReactNode;
  onAdd: () => void;
  onRemove: (index: number) => void;
}

/** A list of what holds from which day: rows that can be added and removed. Nothing counts until the page is saved. */
export function DatedRows({ legend, hint, one, rows, row, onAdd, onRemove }: DatedRowsProps): ReactNode {
  const add = useRef<HTMLButtonElement>(null);
  return (
    <Fieldset legend={legend} legendSize="m">
      <p className="govuk-hint">{hint}</p>
      {rows.map(({ key }, index) => (
        <div key={key} className="desk-dated-row">
          {row(index)}
          <Button
            type="button"
            kind="secondary"
            onClick={() => {
              onRemove(index);
              add.current?.focus();
            }}
          >
            Remove
            <span className="govuk-visually-hidden">
              {' '}
              {one} {index + 1}
            </span>
          </Button>
        </div>
      ))}
      <Button ref={add} type="button" kind="secondary" onClick={onAdd}>
        Add a {one}
      </Button>
    </Fieldset>
  );
}

/** The label of a box in such a row: what it holds, and for those who hear it alone, in which row. */
export function RowLabel({ text, one, index }: { text: string; one: string; index: number }): ReactNode {
  return (
    <>
      {text}
      <span className="govuk-visually-hidden">
        , {one} {index + 1}
      </span>
    </>
  );
}
