import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { say } from '#renderer/app/state.ts';

type MoveButtonsProps = {
  /** What is moved, as people call it, and the start of the ids of its buttons. */
  name: string;
  id: string;
  place: number;
  of: number;
  onMove: (by: -1 | 1) => void;
};

/**
 * Moves one thing of a list up or down. Focus stays on what was pressed or, at an end of the list, on the other
 * button, and where the thing stands now is said.
 */
export function MoveButtons({ name, id, place, of, onMove }: MoveButtonsProps): ReactNode {
  const move = (by: -1 | 1) => {
    flushSync(() => onMove(by));
    const button = (way: -1 | 1) => document.querySelector<HTMLElement>(`#${id}-${way < 0 ? 'up' : 'down'}`);
    (button(by) ?? button(by < 0 ? 1 : -1))?.focus();
    say(`“${name}” is now ${place + by} of ${of}.`);
  };
  const one = (by: -1 | 1, text: string) => (
    <button
      type="button"
      id={`${id}-${by < 0 ? 'up' : 'down'}`}
      className="govuk-link desk-link-button"
      onClick={() => move(by)}
    >
      {text}
      <span className="govuk-visually-hidden"> “{name}”</span>
    </button>
  );
  return (
    <>
      {place > 1 && one(-1, 'Move up')} {place < of && one(1, 'Move down')}
    </>
  );
}
