import type { ReactNode } from 'react';
import { type Control, type FieldErrors, type UseFormRegister, useFieldArray } from 'react-hook-form';
import { useHost, useWrite } from '#renderer/app/host.tsx';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { Button, Fieldset, TextInput } from '#renderer/kit/index.ts';
import type { Setting } from '#shared/records/setting.ts';
import { fromRatesForm, type RatesForm, ratesFieldNames, ratesForm, toRatesForm } from './ratesForm.ts';

/** What is paid for a mile and a meal, each from its day on: a later rate changes nothing before it. */
export function Rates({ settings }: { settings: Setting }): ReactNode {
  const host = useHost();
  const save = useWrite('settings.save');
  const edited = useEdited({
    name: 'claim rates',
    record: settings,
    schema: ratesForm,
    toForm: toRatesForm,
    fromForm: (typed, base: Setting | undefined) => fromRatesForm(typed, base ?? settings),
    save: (patch) => save.run({ patch }),
    reload: () => host.call('settings.get', {}),
  });
  const { register, control, formState } = edited.form;
  const { fields, append, remove } = useFieldArray({ control, name: 'rates', keyName: 'key' });
  const { errors } = formState;
  return (
    <EditForm
      edited={edited}
      call="settings.save"
      label="Rates for miles and meals"
      save="Save the rates"
      fieldNames={ratesFieldNames}
    >
      <p className="govuk-body">
        Each rate holds from its day until the next one. A new office begins with what HMRC approves for a car
        or van; confirm that on GOV.UK, and that your office pays it. Miles are counted from the beginning of
        the office’s year.
      </p>
      {fields.map(({ key }, index) => (
        <Fieldset key={key} legend={`Rate ${index + 1}`} legendSize="s">
          <div className="desk-filters">
            <TextInput
              label="From"
              hint="For example 6/4/2026"
              width={10}
              autoComplete="off"
              error={errors.rates?.[index]?.from?.message}
              {...register(`rates.${index}.from`)}
            />
            <TextInput
              label="A mile"
              suffix="pence"
              width={5}
              inputMode="decimal"
              autoComplete="off"
              error={errors.rates?.[index]?.mile?.message}
              {...register(`rates.${index}.mile`)}
            />
            <TextInput
              label="Beyond so many miles a year"
              suffix="miles"
              width={5}
              inputMode="numeric"
              autoComplete="off"
              error={errors.rates?.[index]?.beyondMiles?.message}
              {...register(`rates.${index}.beyondMiles`)}
            />
            <TextInput
              label="A mile beyond"
              suffix="pence"
              width={5}
              inputMode="decimal"
              autoComplete="off"
              error={errors.rates?.[index]?.beyondMile?.message}
              {...register(`rates.${index}.beyondMile`)}
            />
          </div>
          <Meals control={control} register={register} errors={errors} index={index} />
          <Button type="button" kind="secondary" onClick={() => remove(index)}>
            Remove the rate<span className="govuk-visually-hidden"> {index + 1}</span>
          </Button>
        </Fieldset>
      ))}
      <Button
        type="button"
        kind="secondary"
        onClick={() =>
          append({ id: newRecordId(), from: '', mile: '', beyondMiles: '', beyondMile: '', meals: [] })
        }
      >
        Add a rate
      </Button>
    </EditForm>
  );
}

type MealsProps = {
  control: Control<RatesForm>;
  register: UseFormRegister<RatesForm>;
  errors: FieldErrors<RatesForm>;
  index: number;
};

/** What is paid at most for each kind of meal. */
function Meals({ control, register, errors, index }: MealsProps): ReactNode {
  const { fields, append, remove } = useFieldArray({ control, name: `rates.${index}.meals`, keyName: 'key' });
  return (
    <>
      {fields.map(({ key }, meal) => (
        <div key={key} className="desk-dated-row">
          <TextInput
            label="Meal"
            autoComplete="off"
            error={errors.rates?.[index]?.meals?.[meal]?.name?.message}
            {...register(`rates.${index}.meals.${meal}.name`)}
          />
          <TextInput
            label="At most"
            prefix="£"
            width={5}
            inputMode="decimal"
            autoComplete="off"
            error={errors.rates?.[index]?.meals?.[meal]?.most?.message}
            {...register(`rates.${index}.meals.${meal}.most`)}
          />
          <Button type="button" kind="secondary" onClick={() => remove(meal)}>
            Remove
            <span className="govuk-visually-hidden">
              {' '}
              meal {meal + 1} of rate {index + 1}
            </span>
          </Button>
        </div>
      ))}
      <Button
        type="button"
        kind="secondary"
        onClick={() => append({ id: newRecordId(), name: '', most: '' })}
      >
        Add a meal<span className="govuk-visually-hidden"> to rate {index + 1}</span>
      </Button>
    </>
  );
}
