import { zodResolver } from '@hookform/resolvers/zod';
import { type ReactNode, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { problemsOf } from '#renderer/editing/EditForm.tsx';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { useKeptForm } from '#renderer/editing/useKeptForm.ts';
import {
  Button,
  ButtonGroup,
  ErrorSummary,
  Radios,
  Select,
  SendForm,
  TextInput,
} from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import { rateOn } from '#shared/claims/rates.ts';
import type { Output } from '#shared/contract.ts';
import { type ClaimLine, claimKinds } from '#shared/records/claim.ts';
import { fromLineForm, lineForm, thingOf, toLineForm } from './lineForm.ts';
import { kindTitles, money } from './words.tsx';

type LineFormProps = {
  view: Output<'claims.get'>;
  /** The line that is changed; a new one without it. */
  line?: ClaimLine | undefined;
  onSaved?: () => void;
};

/** One outlay: for which visit or session, of what kind, and how much. */
export function LineForm({ view, line, onSaved }: LineFormProps): ReactNode {
  const { claim, claimable, rates, lines } = view;
  const save = useWrite('claims.saveLine');
  const [id, setId] = useState(() => line?.id ?? newRecordId());
  const form = useForm({
    resolver: zodResolver(lineForm),
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
    defaultValues: toLineForm(line),
  });
  const { register, control, handleSubmit, formState } = form;
  const sent = useKeptForm({ name: `claimLine ${claim.id} ${line?.id ?? 'new'}`, form });
  const [kind, thing] = useWatch({ control, name: ['kind', 'thing'] });
  const { errors } = formState;
  const problems = problemsOf(errors);
  const known = claimable.map((one) => ({ value: thingOf(one), text: one.title, on: one.on }));
  const own = line && {
    value: thingOf(line.for),
    text: lines.find((one) => one.line.id === line.id)?.what ?? 'What it was for until now',
    on: line.on,
  };
  const things = own && !known.some(({ value }) => value === own.value) ? [own, ...known] : known;
  const day = things.find(({ value }) => value === thing)?.on;
  const meals = (day && rateOn(rates, day)?.subsistence) || [];

  const submit = handleSubmit(async (typed) => {
    const answer = await save.run({ id: claim.id, line: fromLineForm(typed, id) });
    if (!answer.ok) return;
    setId(newRecordId());
    // The next line is most often for the same.
    await sent({ ...toLineForm(undefined), thing: typed.thing });
    say(line ? 'The line is changed.' : 'The line is added.');
    onSaved?.();
  });
  return (
    <SendForm aria-label={line ? 'Change the line' : 'Add a line'} send={submit}>
      {problems.length > 0 && <ErrorSummary key={formState.submitCount} errors={problems} />}
      <Failed failure={save.failure} />
      <Select
        label="What it was for"
        hint="Visits whose report has gone, and sessions you were at"
        options={[{ value: '', text: 'Choose one' }, ...things.map(({ value, text }) => ({ value, text }))]}
        error={errors.thing?.message}
        {...register('thing')}
      />
      <Radios
        legend="What was paid"
        legendSize="s"
        small
        items={claimKinds.map((value) => ({ value, text: kindTitles[value] }))}
        {...register('kind')}
      />
      {kind === 'mileage' && (
        <TextInput
          label="Miles"
          hint="There and back, such as 23 or 23.5"
          width={5}
          inputMode="decimal"
          autoComplete="off"
          error={errors.miles?.message}
          {...register('miles')}
        />
      )}
      {kind === 'subsistence' && meals.length > 0 && (
        <Select
          label="Which meal"
          options={[
            { value: '', text: 'None of these' },
            ...meals.map((one) => ({
              value: one.id,
              text: `${isolated(one.name)}, at most ${money(one.most)}`,
            })),
          ]}
          {...register('rate')}
        />
      )}
      {kind !== 'mileage' && (
        <TextInput
          label="Amount"
          prefix="£"
          width={5}
          inputMode="decimal"
          autoComplete="off"
          error={errors.pounds?.message}
          {...register('pounds')}
        />
      )}
      <TextInput
        label="In a few words (may be left blank)"
        autoComplete="off"
        error={errors.words?.message}
        {...register('words')}
      />
      <ButtonGroup>
        <Button kind="secondary">{line ? 'Save the line' : 'Add the line'}</Button>
        {line && (
          <button type="button" className="desk-link-button" onClick={() => void sent().then(onSaved)}>
            Leave it as it was
          </button>
        )}
      </ButtonGroup>
    </SendForm>
  );
}
