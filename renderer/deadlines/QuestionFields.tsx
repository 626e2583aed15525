import { zodResolver } from '@hookform/resolvers/zod';
import { type ReactNode, useEffect, useRef } from 'react';
import { useFieldArray, useForm, useWatch } from 'react-hook-form';
import { go } from '#renderer/app/place.ts';
import { problemsOf } from '#renderer/editing/EditForm.tsx';
import { useKeptForm } from '#renderer/editing/useKeptForm.ts';
import { Button, ButtonGroup, ErrorSummary, Select, SendForm, TextInput } from '#renderer/kit/index.ts';
import type { Input } from '#shared/contract.ts';
import { EventBoxes } from './EventBoxes.tsx';
import {
  addressOf,
  asked,
  blankEvent,
  type EventKind,
  kindsOf,
  mostEvents,
  questionForm,
  toForm,
} from './question.ts';
import type { RuleShown } from './words.tsx';

type QuestionFieldsProps = {
  question: Input<'deadlines.work'> | undefined;
  rules: readonly RuleShown[];
};

const addWords: Record<EventKind, string> = {
  paused: 'Add a pause',
  restarted: 'Add a new start',
  extended: 'Add more time',
};

/** The boxes of the question. Only what can happen to the clock that is chosen is asked and counted. */
export function QuestionFields({ question, rules }: QuestionFieldsProps): ReactNode {
  const form = useForm({
    resolver: zodResolver(questionForm),
    defaultValues: toForm(question),
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { register, control, formState } = form;
  const { errors, isDirty, submitCount } = formState;
  const { fields, append, remove } = useFieldArray({ control, name: 'events', keyName: 'key' });
  const [chosen, events] = useWatch({ control, name: ['rule', 'events'] });
  const rule = rules.find(({ id }) => id === chosen);
  const kinds = rule ? kindsOf(rule.id) : [];

  // Another question comes by its address: by a bookmark, or by going back.
  const address = question && addressOf(question);
  const shown = useRef(address);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another address is another question
  useEffect(() => {
    if (shown.current !== address) form.reset(toForm(question));
    shown.current = address;
  }, [address]);
  // What was typed over one question lies over that again, once it is shown, and does not come back over another.
  const sent = useKeptForm({ name: `deadline calculator ${address ?? ''}`, form });

  const submit = form.handleSubmit(async (typed) => {
    const wanted = asked(typed);
    await sent(toForm(wanted));
    shown.current = addressOf(wanted);
    go(addressOf(wanted));
  });
  const problems = problemsOf(errors);
  return (
    <SendForm aria-label="The question" className="desk-screen-only" send={submit}>
      {problems.length > 0 && <ErrorSummary key={submitCount} errors={problems} />}
      <Select
        label="What is to be done"
        labelSize="s"
        error={errors.rule?.message}
        options={[
          { value: '', text: 'Choose' },
          ...rules.map(({ id, title }) => ({ value: id, text: title })),
        ]}
        {...register('rule')}
      />
      <TextInput
        label="The day it starts with"
        labelSize="s"
        hint={rule ? `${rule.starts}. For example 3/11/2026` : 'For example 3/11/2026'}
        width={10}
        autoComplete="off"
        error={errors.start?.message}
        {...register('start')}
      />
      {rule &&
        fields.map(({ key }, index) => {
          const kind = events[index]?.kind;
          return kind && kinds.includes(kind) ? (
            <EventBoxes
              key={key}
              {...{ rule, kind, index, register }}
              errors={errors.events?.[index]}
              onRemove={() => remove(index)}
            />
          ) : null;
        })}
      {fields.length < mostEvents && kinds.length > 0 && (
        <ButtonGroup>
          {kinds.map((kind) => (
            <Button
              key={kind}
              type="button"
              kind="secondary"
              onClick={() => append(blankEvent(kind, rule?.extensions[0]?.id))}
            >
              {addWords[kind]}
            </Button>
          ))}
        </ButtonGroup>
      )}
      {question && isDirty && (
        <p className="govuk-body">
          The day below answers the question as it was. Work it out again for what now stands above.
        </p>
      )}
      <Button>Work it out</Button>
    </SendForm>
  );
}
