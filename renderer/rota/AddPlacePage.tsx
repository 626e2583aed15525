import { zodResolver } from '@hookform/resolvers/zod';
import type { ReactNode } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useSearchParams } from 'wouter';
import { z } from 'zod';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead, useWrite } from '#renderer/app/host.tsx';
import { onward } from '#renderer/app/place.ts';
import { say } from '#renderer/app/state.ts';
import { useKeptForm } from '#renderer/editing/useKeptForm.ts';
import { BackLink, Button, PageHeading, Select, SendForm } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { rotaAddress, useAsked } from './address.ts';
import { Objections } from './Objections.tsx';
import { Everybody, PeopleFields } from './PeopleFields.tsx';
import { fromPlaceForm, placeForm, toPlaceForm } from './placeForm.ts';
import { weekWords } from './words.tsx';

/** A place made by hand: suite, week, and whoever goes as far as that is known. It begins as a draft. */
export function AddPlacePage(): ReactNode {
  const asked = useAsked();
  const { data, error } = useRead('rota.get', asked);
  return (
    <>
      <BackLink href={`#${rotaAddress('/rota', asked)}`}>Rota</BackLink>
      <PageHeading caption={data?.quarter.label}>Add a place by hand</PageHeading>
      <Failed failure={error} />
      {!data && !error && <Waiting />}
      {data && data.suites.length > 0 && <AddPlace key={data.quarter.id} rota={data} />}
      {data?.suites.length === 0 && <p className="govuk-body">There is no suite to visit.</p>}
    </>
  );
}

const addForm = placeForm.extend({ suite: z.string(), week: z.string() });

function AddPlace({ rota }: { rota: Output<'rota.get'> }): ReactNode {
  const [params] = useSearchParams();
  const { suites, weeks, thisWeek } = rota;
  const add = useWrite('rota.addPlace');
  const known = (given: string | null, all: readonly string[]) => all.find((one) => one === given);
  const ids = suites.map(({ id }) => id);
  const form = useForm({
    resolver: zodResolver(addForm),
    shouldFocusError: false,
    defaultValues: {
      ...toPlaceForm({ tact: params.get('tact') === 'yes' }),
      suite: known(params.get('suite'), ids) ?? ids[0] ?? '',
      week: known(params.get('week'), weeks) ?? weeks.find((week) => week >= thisWeek) ?? weeks[0] ?? '',
    },
  });
  const { register, handleSubmit, formState, control } = form;
  const sent = useKeptForm({ name: `rota place new ${rota.quarter.id}`, form });
  const { suite = '', week = '', ...typed } = { ...form.getValues(), ...useWatch({ control }) };
  const { reason: _, ...going } = fromPlaceForm(typed);
  const considered = useRead('rota.consider', { suite, week, ...going }, { keep: true });
  const people = considered.data?.people ?? [];
  const objections = considered.data?.objections ?? [];
  const submit = handleSubmit(async ({ suite, week, ...values }) => {
    const on = onward();
    const { reason: _, ...going } = fromPlaceForm(values);
    const answer = await add.run({ suite, week, ...going });
    if (!answer.ok) return;
    await sent();
    say('The place stands as a draft.');
    on(`/rota/places/${answer.value.id}`);
  });
  return (
    <>
      <SendForm aria-label="Add a place by hand" send={submit}>
        <Failed failure={add.failure ?? considered.error} />
        <Select
          label="Suite"
          options={suites.map(({ id, name }) => ({ value: id, text: name }))}
          {...register('suite')}
        />
        <Select
          label="Week"
          options={weeks.map((one) => ({ value: one, text: weekWords(one) }))}
          {...register('week')}
        />
        <PeopleFields
          key={people.length}
          people={people}
          register={(name) => register(name)}
          errors={formState.errors}
        />
        {Object.keys(going).length > 0 && objections.length > 0 && (
          <div role="status" aria-label="As it would stand">
            <p className="govuk-body">As it would stand:</p>
            <Objections objections={objections} />
          </div>
        )}
        <Button>Add it as a draft</Button>
      </SendForm>
      <Everybody people={people} />
    </>
  );
}
