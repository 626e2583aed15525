import type { ReactNode } from 'react';
import { useHost, useRead, useWrite } from '#renderer/app/host.tsx';
import { go } from '#renderer/app/place.ts';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { Checkboxes, Radios, Select, Textarea, TextInput } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { makesReturns, returnRhythms } from '#shared/records/named-return.ts';
import { ok } from '#shared/result.ts';
import { returnNames } from '#shared/returns/names.ts';
import { lawToConfirm } from '#shared/returns/sections.ts';
import { applyPatch } from '#shared/sync/patch.ts';
import type { ReturnKind } from '#shared/views.ts';
import { mergedWith } from '../merged.ts';
import { rhythmWords } from '../words.ts';
import {
  type Defined,
  definitionForm,
  fromDefined,
  fromDefinitionForm,
  toDefined,
  toDefinitionForm,
} from './definitionForm.ts';
import { SectionFields } from './SectionFields.tsx';
import { ToldFields } from './ToldFields.tsx';

type Named = Output<'returns.named'>[number];

type DefinitionFieldsProps = {
  /** Nothing for one that is only being made: `fresh` then is its key, and it may be of any of these kinds. */
  definition: Named | undefined;
  fresh: string;
  kinds: readonly ReturnKind[];
};

const fieldNames = {
  name: 'Name',
  to: 'Given to',
  every: 'How often',
  dueAfter: 'Due',
  prepares: 'Prepared by',
  measures: 'Figures',
  tables: 'Tables',
  charts: 'Charts',
  splits: 'Broken down',
  sections: 'Sections',
  basis: 'The law',
  months: 'By month',
  fiveYears: 'Five years',
  keepsBack: 'Small numbers',
};

const definedOf = ({ own: _, id: __, ...rest }: Named): Defined => toDefined(rest);

/** Everything a return consists of, with plain words beside each choice: kept as it is typed, saved together. */
export function DefinitionFields({ definition, fresh, kinds }: DefinitionFieldsProps): ReactNode {
  const host = useHost();
  const people = useRead('people.list', {}).data ?? [];
  const define = useWrite('returns.define');
  const first = kinds[0] as ReturnKind;
  const reload = async () => {
    const now = await host.call('returns.named', {});
    if (!now.ok) return now;
    const found = now.value.find(({ key }) => key === definition?.key);
    return ok(found && definedOf(found));
  };
  const save = (d: Defined) => define.run(fromDefined(d));
  const edited = useEdited({
    name: `return definition ${definition?.key ?? 'new'}`,
    record: definition && definedOf(definition),
    schema: definitionForm,
    toForm: (d) => toDefinitionForm(d, first),
    fromForm: (typed, base) => fromDefinitionForm(typed, base, fresh),
    save: (patch) =>
      definition
        ? mergedWith(reload, patch, (merged) => save(merged as Defined))
        : save(applyPatch(undefined as unknown as Defined, patch).document),
    reload,
    onSaved: () => go('/settings/returns'),
  });
  const { register, formState, watch } = edited.form;
  const { errors } = formState;
  const of = watch('of');
  const doubt = lawToConfirm(watch('basis').trim());
  const makers = people.filter(({ roles }) => roles.includes(makesReturns(of)));
  return (
    <EditForm
      edited={edited}
      call="returns.define"
      label="What the return consists of"
      save="Save the return"
      fieldNames={fieldNames}
    >
      <TextInput
        label="What it is called"
        hint="As it stands at its head, before the period"
        error={errors.name?.message}
        {...register('name')}
      />
      {!definition && kinds.length > 1 && (
        <Radios
          legend="Whose figures it tells"
          legendSize="s"
          hint="It stays so: who may see the return hangs on it."
          small
          items={kinds.map((kind) => ({ value: kind, text: returnNames[kind] }))}
          {...register('of')}
        />
      )}
      <TextInput
        label="To whom it is given"
        hint="Printed beneath its name. May be left blank."
        error={errors.to?.message}
        {...register('to')}
      />
      <Radios
        legend="How often it is made"
        legendSize="s"
        small
        items={returnRhythms.map((value) => ({
          value,
          text: rhythmWords[value],
          ...(value === 'range' && { hint: 'For any first and last day. It is never due by itself.' }),
        }))}
        {...register('every')}
      />
      <TextInput
        label="Days after its period by which it is due"
        hint="Home and the list of returns remind of it. Blank: it has no day."
        width={3}
        inputMode="numeric"
        error={errors.dueAfter?.message}
        {...register('dueAfter')}
      />
      <Select
        key={people.length}
        label="Who usually prepares it"
        hint="For one period somebody else can be named on its own page."
        options={[
          { value: '', text: 'Nobody named' },
          ...makers.map(({ id, name }) => ({ value: id, text: name })),
        ]}
        {...register('prepares')}
      />
      <ToldFields form={edited.form} of={of} />
      <SectionFields form={edited.form} />
      <Checkboxes
        small
        legend="By month"
        legendSize="s"
        items={[
          {
            text: 'A table of the main counts by month',
            hint: 'Of a period of two months to two years, with lines. Months are parts of the period: where one is kept back as too small, another is kept back with it.',
          },
        ]}
        {...register('months')}
      />
      <Checkboxes
        small
        legend="Five years"
        legendSize="s"
        items={[
          {
            text: 'A table of the same figures over five years',
            hint: 'This period and the same one of the four years before, as annual reports have it.',
          },
        ]}
        {...register('fiveYears')}
      />
      <Checkboxes
        small
        legend="Small numbers"
        legendSize="s"
        items={[
          {
            text: 'Keep small numbers of people back where it is given out',
            hint: 'Numbers below the office’s threshold, and those they could be worked out from, stand as [c]. What is signed off keeps them.',
          },
        ]}
        {...register('keepsBack')}
      />
      <Textarea
        label="The law it is published under"
        hint={`Printed as it stands here. May be left blank.${doubt ? ` To confirm: ${doubt}` : ''}`}
        rows={2}
        maxLength={30_000}
        error={errors.basis?.message}
        {...register('basis')}
      />
    </EditForm>
  );
}
