import type { ReactNode } from 'react';
import { type ChoiceItem, type RadioChoice, Radios } from '#renderer/kit/index.ts';

type OneOfProps = {
  id: string;
  question: string;
  /** Where the question stands on the page as well: those who hear it alone are told what it belongs to. */
  about?: string;
  hint?: string | undefined;
  error?: string | undefined;
  value: string | null;
  items: readonly ChoiceItem<RadioChoice>[];
  pick: (value: string) => void;
  clear: () => void;
};

/** Short answers stand in one line, many in columns, others one below the other. */
const layoutOf = (items: OneOfProps['items']): 'inline' | 'many' | 'list' => {
  const texts = items.flatMap((item) => (item && 'text' in item ? [String(item.text)] : []));
  if (texts.length > 8) return 'many';
  const plain = items.filter(Boolean).every((item) => item && 'text' in item && !item.conditional);
  return plain && texts.join('').length <= 60 && texts.length <= 6 ? 'inline' : 'list';
};

/** A choice that can be taken back: radios alone would leave no way to a blank. */
export function OneOf(props: OneOfProps): ReactNode {
  const { id, question, about, value, items, pick, clear, ...more } = props;
  const shape = layoutOf(items);
  const asked = (
    <>
      {about && <span className="govuk-visually-hidden">{about}: </span>}
      {question}
    </>
  );
  return (
    <div className={`desk-choice desk-choice--${shape}`}>
      <Radios
        id={id}
        name={id}
        legend={asked}
        legendSize="s"
        value={value}
        onChange={({ target }) => pick(target.value)}
        items={items}
        inline={shape === 'inline'}
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
