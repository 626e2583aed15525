import type { ReactNode } from 'react';
import type { FieldErrors, UseFormRegister } from 'react-hook-form';
import { Button, Select, TextInput } from '#renderer/kit/index.ts';
import type { EventFields, EventKind, QuestionForm } from './question.ts';
import { lengthWords, type RuleShown } from './words.tsx';

type EventBoxesProps = {
  rule: RuleShown;
  kind: EventKind;
  index: number;
  register: UseFormRegister<QuestionForm>;
  errors: FieldErrors<EventFields> | undefined;
  onRemove: () => void;
};

const legends: Record<EventKind, string> = {
  paused: 'The clock stood',
  restarted: 'The clock started anew',
  extended: 'More time was taken',
};

const howMuch = {
  'in all': (length: string) => `${length} in all`,
  more: (length: string) => `${length} more`,
};

/** One thing that happened to the clock, with what its rule says of it. */
export function EventBoxes({ rule, kind, index, register, errors, onRemove }: EventBoxesProps): ReactNode {
  const says = { paused: rule.pauses, restarted: rule.restarts, extended: null }[kind];
  const box = <K extends keyof EventFields>(name: K) => ({
    autoComplete: 'off',
    error: errors?.[name]?.message,
    ...register(`events.${index}.${name}`),
  });
  return (
    <fieldset className="desk-plain-fieldset desk-topic">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
        {legends[kind]}
        <span className="govuk-visually-hidden"> (event {index + 1})</span>
      </legend>
      {says && <p className="govuk-hint">{says}.</p>}
      {kind === 'extended' ? (
        <>
          <Select
            label="What for"
            options={rule.extensions.map(({ id, title, how, confirm, ...length }) => ({
              value: id,
              text: `${title}: ${howMuch[how](lengthWords(length))}${confirm ? ' (to confirm)' : ''}`,
            }))}
            {...box('extension')}
          />
          <TextInput
            label="Of that, taken"
            hint="Blank for all of it"
            width={4}
            inputMode="numeric"
            {...box('count')}
          />
        </>
      ) : (
        <TextInput
          label={kind === 'paused' ? 'From' : 'On'}
          hint={kind === 'paused' ? 'Neither the first nor the last day of the pause counts' : undefined}
          width={10}
          {...box('on')}
        />
      )}
      {kind === 'paused' && (
        <TextInput label="To" hint="Blank while it still stands" width={10} {...box('until')} />
      )}
      <TextInput label="Why" {...box('why')} />
      <Button type="button" kind="secondary" onClick={onRemove}>
        Take out<span className="govuk-visually-hidden"> event {index + 1}</span>
      </Button>
    </fieldset>
  );
}
