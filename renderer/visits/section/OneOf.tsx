import type { ReactNode } from 'react';
import { type ChoiceItem, type RadioChoice, Radios } from '#renderer/kit/index.ts';

type OneOfProps = {
  id: string;
  question: string;
  /** Where the question stands on the page as well: those who hear it alone are told what it belongs to. */
  about?: string;
  hint?: string | undefined;
  error?: string | undefined;
  inline?: boolean;
  value: string | null;
  items: readonly ChoiceItem<RadioChoice>[];
  pick: (value: string) => void;
  clear: () => void;
};

/** A choice that can be taken back: radios alone would leave no way to a blank. */
export function OneOf(props: OneOfProps): ReactNode {
  const { id, question, about, value, items, pick, clear, ...more } = props;
  const asked = (
    <>
      {about && <span className="govuk-visually-hidden">{about}: </span>}
      {question}
    </>
  );
  return (
    <div className="desk-choice">
      <Radios
        id={id}
        name={id}
        legend={asked}
        legendSize="s"
        value={value}
        onChange={({ target }) => pick(target.value)}
        items={items}
        {...more}
      />
      {value !== null && (
        <button
          type="button"
          className="desk-link-button desk-choice__clear"
          onClick={() => {
            clear();
            document.getElementById(id)?.focus();
          }}
        >
          Clear this answer<span className="govuk-visually-hidden">: {asked}</span>
        </button>
      )}
    </div>
  );
}
