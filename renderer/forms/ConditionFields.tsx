import { type ReactNode, useRef } from 'react';
import {
  Button,
  Checkboxes,
  ErrorMessage,
  Fieldset,
  Radios,
  Select,
  TextInput,
} from '#renderer/kit/index.ts';
import type { Condition, Subject } from '#shared/forms/definition.ts';
import { type Askable, askable, conditionWords } from '#shared/forms/terms.ts';
import type { OpenForm } from './useFormDraft.ts';

type Term = Condition[number];
type ConditionFieldsProps = {
  open: OpenForm;
  of: Subject;
  /** The name of what is conditioned: nothing shows by its own answer. */
  own: string;
  legend: string;
  when: Condition | undefined;
  error: string | undefined;
  set: (when: Condition | undefined) => void;
};

/** When something shows, put together in plain words from the questions of the form: "Show only if … is …". */
export function ConditionFields(props: ConditionFieldsProps): ReactNode {
  const { open, of, own, legend, when, error, set } = props;
  const names = askable(open.draft, of).filter(({ name }) => name !== own);
  const terms = when ?? [];
  const add = useRef<HTMLButtonElement>(null);
  const withTerm = (i: number, term: Term) => set(terms.with(i, term));
  const without = (i: number) => {
    set(terms.length > 1 ? terms.toSpliced(i, 1) : undefined);
    // The button goes with the last of its conditions: then there is only the choice above them.
    (terms.length > 1 ? add.current : document.getElementById('condition'))?.focus();
  };
  return (
    <Radios
      name="condition"
      legend={legend}
      legendSize="s"
      error={error}
      value={when ? 'if' : 'always'}
      onChange={({ target }) => set(target.value === 'if' ? [{ field: '' }] : undefined)}
      items={[
        { value: 'always', text: 'Always' },
        {
          value: 'if',
          text: 'Only if …',
          conditional: when && (
            <>
              {terms.map((term, i) => (
                <OneTerm
                  // biome-ignore lint/suspicious/noArrayIndexKey: a term is known by its place
                  key={i}
                  {...{ term, names, place: i + 1 }}
                  fixed={term.setting !== undefined ? conditionWords([term], open.draft, of) : ''}
                  set={(changed) => withTerm(i, changed)}
                  remove={() => without(i)}
                />
              ))}
              <Button ref={add} type="button" kind="secondary" onClick={() => set([...terms, { field: '' }])}>
                And only if …
              </Button>
            </>
          ),
        },
      ]}
    />
  );
}

type OneTermProps = {
  term: Term;
  names: readonly Askable[];
  place: number;
  /** What a term says that is not put together here, such as one that asks for a setting. */
  fixed: string;
  set: (term: Term) => void;
  remove: () => void;
};

function OneTerm({ term, names, place, fixed, set, remove }: OneTermProps): ReactNode {
  const asked = names.find(({ name }) => name === term.field);
  const id = `term-${place}`;
  return (
    <Fieldset legend={place === 1 ? 'Only if' : 'and only if'} legendSize="s" className="desk-form-term">
      {fixed ? (
        <p className="govuk-body">{fixed}</p>
      ) : (
        <>
          <Select
            id={id}
            label="The answer to"
            value={term.field}
            onChange={({ target }) => set({ field: target.value })}
            options={[
              { value: '', text: 'Choose a question' },
              ...names.map(({ name, text }) => ({ value: name, text })),
            ]}
          />
          {asked && <Answers {...{ id, term, asked, set }} />}
          {term.field !== '' && !asked && (
            <ErrorMessage id={`${id}-gone`}>
              That question is not asked any more. Choose another.
            </ErrorMessage>
          )}
        </>
      )}
      <Button type="button" kind="secondary" onClick={remove}>
        Take away<span className="govuk-visually-hidden"> condition {place}</span>
      </Button>
    </Fieldset>
  );
}

type AnswersProps = { id: string; term: Term; asked: Askable; set: (term: Term) => void };

/** The answers to choose from, or above which number. */
function Answers({ id, term, asked, set }: AnswersProps): ReactNode {
  const { options } = asked;
  if (options === 'number')
    return (
      <TextInput
        id={`${id}-above`}
        label="is more than"
        hint={term.above === 'delayThreshold' ? 'The wait that is set under Settings.' : undefined}
        width={5}
        inputMode="numeric"
        value={typeof term.above === 'number' ? String(term.above) : ''}
        onChange={({ target }) => {
          const above = Number.parseInt(target.value, 10);
          set({ field: term.field, ...(Number.isNaN(above) ? {} : { above }) });
        }}
      />
    );
  const key = (value: unknown) => JSON.stringify(value);
  return (
    <Checkboxes
      small
      name={`${id}-is`}
      legend="is"
      values={(term.is ?? []).map(key)}
      onValues={(keys) => {
        const is = options.filter(({ value }) => keys.includes(key(value))).map(({ value }) => value);
        set({ field: term.field, ...(is.length > 0 && { is }) });
      }}
      items={options.map(({ value, text }) => ({ value: key(value), text }))}
    />
  );
}
