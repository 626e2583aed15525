import { type ReactNode, useRef } from 'react';
import { Button, Fieldset, Radios, TextInput } from '#renderer/kit/index.ts';
import { kindsFor } from '#shared/forms/changes.ts';
import type { Question } from '#shared/forms/definition.ts';
import { kindWords } from '#shared/forms/differences.ts';
import type { QuestionChange } from '#shared/forms/edits.ts';
import { capital } from '#shared/text.ts';
import type { QuestionEditing } from './QuestionPage.tsx';

type Option = NonNullable<Question['options']>[number];

const isChoosing = (kind: string) => kind === 'choice' || kind === 'choices';

/** What goes with a kind of answer; what went with another does not stay behind. */
const ofKind = (kind: Question['kind'], q: Question): QuestionChange => ({
  kind,
  options: isChoosing(kind) ? (q.options ?? [newOption([]), newOption([newOption([])])]) : undefined,
  nonAnswers: kind === 'yesNo' || kind === 'choice' ? true : undefined,
  raises: undefined,
});

/** An answer that is known by a value which no other has, whatever it is called. */
const newOption = (options: readonly Option[]): Option => {
  let n = options.length + 1;
  while (options.some(({ value }) => value === `answer ${n}`)) n += 1;
  return { value: `answer ${n}`, text: '' };
};

/** How a question is answered: fixed once it is published, because reports hold its answers. */
export function AnswerFields({ editing }: { editing: QuestionEditing }): ReactNode {
  const { open, standing, published, lock, set } = editing;
  const { question: q } = standing;
  return (
    <>
      {published ? (
        <p className="govuk-body">
          Answered by {kindWords[q.kind]}.
          {!lock &&
            ' That stays as it is, because reports hold such answers: to ask it otherwise, retire it and add another.'}
        </p>
      ) : (
        <Radios
          name="kind"
          legend="How is it answered?"
          legendSize="s"
          value={q.kind}
          onChange={({ target }) => set(ofKind(target.value as Question['kind'], q))}
          items={kindsFor(open.previous).map((kind) => ({
            value: kind,
            text: capital(kindWords[kind]),
          }))}
        />
      )}
      {isChoosing(q.kind) && <Options editing={editing} />}
    </>
  );
}

/** The answers to choose from. Published ones are reworded; only new ones can be taken away. */
function Options({ editing }: { editing: QuestionEditing }): ReactNode {
  const { open, standing, published, set, errorOf } = editing;
  const options = standing.question.options ?? [];
  const fixed = new Set(published?.options?.map(({ value }) => value));
  const add = useRef<HTMLButtonElement>(null);
  const isTyped = standing.question.field !== undefined;
  const remove = (i: number) => {
    set({ options: options.toSpliced(i, 1) });
    add.current?.focus();
  };
  return (
    <Fieldset legend="Answers to choose from" legendSize="s">
      {published && (
        <p className="govuk-hint">
          {isTyped
            ? 'They can be reworded. Figures depend on there being exactly these.'
            : 'They can be reworded and added to. None is taken away, because reports hold them.'}
        </p>
      )}
      {options.map((option, i) => (
        <div key={option.value} className="desk-form-option">
          <TextInput
            id={i === 0 ? 'options' : `options-${i + 1}`}
            label={`Answer ${i + 1}`}
            error={i === 0 ? errorOf('options') : undefined}
            value={option.text}
            onChange={({ target }) =>
              set({ options: options.with(i, { ...option, text: target.value }) }, 'soon')
            }
            onBlur={() => open.keeper.hurry()}
          />
          {!fixed.has(option.value) && options.length > 2 && (
            <Button type="button" kind="secondary" onClick={() => remove(i)}>
              Remove<span className="govuk-visually-hidden"> answer {i + 1}</span>
            </Button>
          )}
        </div>
      ))}
      {!isTyped && (
        <Button
          ref={add}
          type="button"
          kind="secondary"
          onClick={() => set({ options: [...options, newOption(options)] })}
        >
          Add an answer
        </Button>
      )}
    </Fieldset>
  );
}
