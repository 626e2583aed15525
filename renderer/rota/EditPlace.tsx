import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { Failed } from '#renderer/app/Failed.tsx';
import { useHost, useRead, useWrite } from '#renderer/app/host.tsx';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { Textarea } from '#renderer/kit/index.ts';
import { ok } from '#shared/result.ts';
import type { RotaPlace } from '#shared/rota-views.ts';
import { Objections } from './Objections.tsx';
import { Everybody, PeopleFields } from './PeopleFields.tsx';
import { fromPlaceForm, type Going, goingOf, placeFieldNames, placeForm, toPlaceForm } from './placeForm.ts';
import { stops } from './words.tsx';

/** Changes who goes, by hand: whom one likes, with what speaks against each in words, and why it stands all the same. */
export function EditPlace({ place }: { place: RotaPlace }): ReactNode {
  const host = useHost();
  const { id, suite, week } = place;
  const save = useWrite('rota.savePlace');
  const edited = useEdited({
    name: `rota place ${id}`,
    record: goingOf(place),
    schema: placeForm,
    toForm: toPlaceForm,
    fromForm: (typed) => fromPlaceForm(typed),
    // The reason is no field of the place: it is written beside it, for what speaks against it now.
    save: async (patch) => {
      const { reason, ...going } = fromPlaceForm(edited.form.getValues());
      const considered = await host.call('rota.consider', { id, suite, week, ...going });
      if (!considered.ok) return considered;
      const answered = stops(considered.value.objections);
      return save.run({
        id,
        patch: patch.filter(({ path }) => path[0] !== 'reason'),
        ...(reason &&
          answered.length > 0 && {
            despite: {
              kinds: [...new Set(answered.map(({ kind }) => kind))],
              people: [...new Set(answered.flatMap(({ people }) => people))],
              reason,
            },
          }),
      });
    },
    reload: async () => {
      const now = await host.call('rota.place', { id });
      return now.ok ? ok<Going>(goingOf(now.value.place)) : now;
    },
  });
  const { register, formState, control } = edited.form;
  const typed = fromPlaceForm({ ...edited.form.getValues(), ...useWatch({ control }) });
  const { reason, ...going } = typed;
  const considered = useRead('rota.consider', { id, suite, week, ...going }, { keep: true });
  const people = considered.data?.people ?? [];
  const objections = considered.data?.objections ?? [];
  const isChanged = formState.isDirty;
  const mustNot = stops(objections).length > 0;
  return (
    <section aria-labelledby="change" className="desk-screen-only">
      <h2 className="govuk-heading-m" id="change">
        Change who goes
      </h2>
      <Failed failure={considered.error} />
      <EditForm
        edited={edited}
        call="rota.savePlace"
        label="Change who goes"
        save="Save the place"
        fieldNames={placeFieldNames}
        named={Object.fromEntries(people.map(({ id, name }) => [id, name ?? '']))}
      >
        <PeopleFields
          key={people.length}
          people={people}
          place={place}
          register={(name) => register(name)}
          errors={formState.errors}
        />
        {(isChanged || mustNot) && (
          <div role="status" aria-label="As it would stand">
            {objections.length === 0 ? (
              <p className="govuk-body">Nothing speaks against it as it would stand.</p>
            ) : (
              <>
                <p className="govuk-body">As it would stand:</p>
                <Objections objections={objections} />
              </>
            )}
          </div>
        )}
        {(mustNot || reason) && (
          <Textarea
            label="Why does it stand all the same?"
            hint={
              place.state === 'planned'
                ? 'Needed: without a reason it is not saved. No day and no time.'
                : 'Without a reason it stays a draft. No day and no time.'
            }
            rows={2}
            error={formState.errors.reason?.message}
            {...register('reason')}
          />
        )}
      </EditForm>
      <Everybody people={people} />
    </section>
  );
}
