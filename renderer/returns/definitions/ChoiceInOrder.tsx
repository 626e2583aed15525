import type { ReactNode } from 'react';
import { MoveButtons } from '#renderer/forms/MoveButtons.tsx';
import { Checkboxes, Details } from '#renderer/kit/index.ts';
import { count } from '#shared/numbers.ts';
import type { Offered } from './offered.ts';

type ChoiceInOrderProps = {
  /** Start of the ids, and what the things are called: "figure". */
  id: string;
  what: string;
  offered: readonly Offered[];
  chosen: readonly string[];
  onChosen: (chosen: string[]) => void;
};

/** Some of what is offered, in an order of the office's own; by mouse and by keyboard alike. */
export function ChoiceInOrder(props: ChoiceInOrderProps): ReactNode {
  const { id, what, offered, chosen, onChosen } = props;
  const title = (one: string) => offered.find((o) => o.id === one)?.title ?? one;
  const swap = (place: number, by: -1 | 1) => {
    const next = [...chosen];
    next.splice(place, 1);
    next.splice(place + by, 0, chosen[place] as string);
    onChosen(next);
  };
  return (
    <>
      {chosen.length === 0 ? (
        <p className="govuk-body">None is chosen yet.</p>
      ) : (
        <ol className="govuk-list govuk-list--number">
          {chosen.map((one, place) => (
            <li key={one}>
              {title(one)}{' '}
              <span className="desk-screen-only">
                <MoveButtons
                  name={title(one)}
                  id={`${id}-${one.replaceAll('.', '-')}`}
                  place={place + 1}
                  of={chosen.length}
                  onMove={(by) => swap(place, by)}
                />
              </span>
            </li>
          ))}
        </ol>
      )}
      <Details summary={`Choose among all ${count(offered.length)} ${what}s`}>
        <Checkboxes
          small
          legend={`Which ${what}s`}
          legendSize="s"
          name={`${id}-choice`}
          values={[...chosen]}
          onValues={onChosen}
          items={offered.map((one) => ({ value: one.id, text: one.title }))}
        />
      </Details>
    </>
  );
}
