import type { ReactNode } from 'react';
import { Checkboxes, Details } from '#renderer/kit/index.ts';

type ColumnChoiceProps = {
  all: readonly { id: string; title: string }[];
  chosen: readonly string[];
  onChosen: (chosen: string[]) => void;
};

/** Which columns a list shows. The first one stays, since it leads to the record. */
export function ColumnChoice({ all, chosen, onChosen }: ColumnChoiceProps): ReactNode {
  const [first, ...others] = all;
  return (
    <Details summary="Choose columns">
      <Checkboxes
        name="columns"
        legend="Columns of the list"
        legendSize="s"
        small
        className="desk-columns"
        values={chosen}
        onValues={(values) => onChosen([...new Set([first?.id ?? '', ...values])])}
        items={others.map(({ id, title }) => ({ value: id, text: title }))}
      />
    </Details>
  );
}
