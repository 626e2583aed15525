import type { ReactNode } from 'react';
import type { FieldErrors, UseFormRegisterReturn } from 'react-hook-form';
import { Checkboxes, Details, Select, Table } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import type { RotaPlace } from '#shared/rota-views.ts';
import { Objections } from './Objections.tsx';
import { type PlaceForm, placeFieldNames } from './placeForm.ts';
import { goersOf, inBrief, nameOf } from './words.tsx';

type People = Output<'rota.consider'>['people'];

type PeopleFieldsProps = {
  people: People;
  /** The place as it stands: who is in it is offered, also where they are no volunteer known here. */
  place?: RotaPlace;
  /** Ties a field of the form around them to its control. */
  register: (name: keyof PlaceForm) => UseFormRegisterReturn;
  errors: FieldErrors<PlaceForm>;
};

/** Who goes: everybody by name, with what speaks against each in a few words, and nobody before anybody. */
export function PeopleFields({ people, place, register, errors }: PeopleFieldsProps): ReactNode {
  const others = place ? goersOf(place).filter(({ id }) => people.every((one) => one.id !== id)) : [];
  const options = (none: string) => [
    { value: '', text: none },
    ...others.map((one) => ({ value: one.id, text: nameOf(one) })),
    ...people.map((one) => ({
      value: one.id,
      text: one.against.length > 0 ? `${nameOf(one)}: ${inBrief(one.against)}` : nameOf(one),
    })),
  ];
  return (
    <>
      <Select
        label={placeFieldNames.first}
        options={options('Nobody yet')}
        error={errors.first?.message}
        {...register('first')}
      />
      <Select
        label={placeFieldNames.second}
        options={options('Nobody yet')}
        error={errors.second?.message}
        {...register('second')}
      />
      <Select
        label={placeFieldNames.trainee}
        options={options('Nobody')}
        error={errors.trainee?.message}
        {...register('trainee')}
      />
      <Checkboxes
        small
        items={[{ text: 'A visit to people held under the Terrorism Act (TACT)' }]}
        {...register('tact')}
      />
    </>
  );
}

/** The same in full words, for whoever weighs one against another by more than a name. */
export function Everybody({ people }: { people: People }): ReactNode {
  if (people.length === 0) return null;
  return (
    <Details summary="Everybody by name, and what speaks against each going there">
      <Table
        dense
        caption="Volunteers, by name"
        captionHidden
        firstCellIsHeader
        head={['Volunteer', 'What speaks against it']}
        rows={people.map((one) => ({
          key: one.id,
          cells: [
            nameOf(one),
            one.against.length > 0 ? <Objections key="against" objections={one.against} /> : 'Nothing',
          ],
        }))}
      />
    </Details>
  );
}
