import type { ReactNode } from 'react';
import { Checkboxes } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';

/** The field a summary of problems leads to. */
const tickId = 'declared';
export const notTicked = { id: tickId, text: 'Tick the box if the report says what you saw and were told' };

type TickProps = {
  name: string;
  ticked: boolean;
  error: string | undefined;
  onTick: (ticked: boolean) => void;
};

/** The statement a visitor ticks in place of a signature. */
export function Tick({ name, ticked, error, onTick }: TickProps): ReactNode {
  return (
    <Checkboxes
      id={tickId}
      name={tickId}
      legend={`Declaration of ${isolated(name)}`}
      legendSize="s"
      error={error}
      values={ticked ? ['yes'] : []}
      onValues={(values) => onTick(values.length > 0)}
      items={[{ value: 'yes', text: 'I declare that this report says what I saw and was told' }]}
    />
  );
}
