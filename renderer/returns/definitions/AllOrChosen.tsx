import type { ReactNode } from 'react';
import { Radios } from '#renderer/kit/index.ts';
import { ChoiceInOrder } from './ChoiceInOrder.tsx';
import type { Chosen } from './definitionForm.ts';
import type { Offered } from './offered.ts';

type AllOrChosenProps = {
  id: string;
  what: string;
  legend: string;
  hint: string;
  offered: readonly Offered[];
  value: Chosen;
  onValue: (value: Chosen) => void;
  error?: string | undefined;
};

/** All there is of something, whatever comes to it later, or only what is chosen and in which order. */
export function AllOrChosen(props: AllOrChosenProps): ReactNode {
  const { id, what, legend, hint, offered, value, onValue, error } = props;
  return (
    <Radios
      name={`${id}-way`}
      id={id}
      legend={legend}
      legendSize="s"
      hint={hint}
      error={error}
      small
      value={value.way}
      onChange={({ target }) => onValue({ ...value, way: target.value === 'all' ? 'all' : 'chosen' })}
      items={[
        { value: 'all', text: `All ${what}s there are, in their usual order` },
        {
          value: 'chosen',
          text: `Only chosen ${what}s`,
          conditional: (
            <ChoiceInOrder
              id={`${id}-chosen`}
              what={what}
              offered={offered}
              chosen={value.chosen}
              onChosen={(chosen) => onValue({ ...value, chosen })}
            />
          ),
        },
      ]}
    />
  );
}
