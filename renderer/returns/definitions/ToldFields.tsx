import type { ReactNode } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { Fieldset, Hint } from '#renderer/kit/index.ts';
import { dimensionNames } from '#shared/returns/dimensions.ts';
import { capital } from '#shared/text.ts';
import { dimensionsOf, type ReturnKind } from '#shared/views.ts';
import { AllOrChosen } from './AllOrChosen.tsx';
import { ChoiceInOrder } from './ChoiceInOrder.tsx';
import type { DefinitionForm } from './definitionForm.ts';
import { chartsOffered, measuresOf, useTables } from './offered.ts';

type ToldFieldsProps = { form: UseFormReturn<DefinitionForm>; of: ReturnKind };

/** What a return tells: figures, what they are broken down by, tables and charts, each in its order. */
export function ToldFields({ form, of }: ToldFieldsProps): ReactNode {
  const { watch, setValue, formState } = form;
  const tables = useTables(of) ?? [];
  const set = { shouldDirty: true } as const;
  const error = (key: 'measures' | 'tables' | 'charts') =>
    formState.errors[key]?.message ?? formState.errors[key]?.root?.message;
  return (
    <>
      <AllOrChosen
        id="measures"
        what="figure"
        legend="Figures"
        hint="Each with its definition, and with the period before and the same period a year before."
        offered={measuresOf(of)}
        value={watch('measures')}
        onValue={(value) => setValue('measures', value, set)}
        error={error('measures')}
      />
      <Fieldset legend="Broken down" legendSize="s">
        <Hint id="splits-hint">
          The same figures for each suite, each sex and so on: a table for each way.
        </Hint>
        <ChoiceInOrder
          id="splits"
          what="way"
          offered={dimensionsOf[of].map((one) => ({ id: one, title: capital(dimensionNames[one].by) }))}
          chosen={watch('splits')}
          onChosen={(value) => setValue('splits', value as DefinitionForm['splits'], set)}
        />
      </Fieldset>
      <AllOrChosen
        id="tables"
        what="table"
        legend="Tables"
        hint="Lists by hour, reason, theme and the like."
        offered={tables}
        value={watch('tables')}
        onValue={(value) => setValue('tables', value, set)}
        error={error('tables')}
      />
      <AllOrChosen
        id="charts"
        what="chart"
        legend="Charts"
        hint="Each with a sentence that says what it shows, and its numbers in a table."
        offered={chartsOffered(of)}
        value={watch('charts')}
        onValue={(value) => setValue('charts', value, set)}
        error={error('charts')}
      />
    </>
  );
}
