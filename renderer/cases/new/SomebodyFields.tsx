import type { ReactNode } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { Around } from '#renderer/contacts/Around.tsx';
import { Suggested } from '#renderer/contacts/Suggested.tsx';
import { Fieldset, TextInput } from '#renderer/kit/index.ts';
import type { CaseForm } from './caseForm.ts';

type SomebodyFieldsProps = {
  form: UseFormReturn<CaseForm>;
  of: 'from' | 'onBehalfOf';
  title: string;
  /** The case that they are named in, where there is one. */
  besides: string | undefined;
};

/** Who writes, or for whom: typed, with those of the register who may be meant. Nobody is chosen by itself. */
export function SomebodyFields({ form, of, title, besides }: SomebodyFieldsProps): ReactNode {
  const { register, watch, formState } = form;
  const { chosen, name, mail } = watch(of);
  const [kind, channel] = watch(['kind', 'channel']);
  const errors = formState.errors[of];
  return (
    <Fieldset legend={title} legendSize="s">
      <div className="desk-filters">
        <TextInput
          label={<Labelled title={title}>Name</Labelled>}
          autoComplete="off"
          error={errors?.name?.message}
          {...register(`${of}.name`)}
        />
        <TextInput
          label={<Labelled title={title}>E-mail</Labelled>}
          type="email"
          autoComplete="off"
          error={errors?.mail?.message}
          {...register(`${of}.mail`)}
        />
      </div>
      <Suggested of={title} {...{ name, mail, chosen }} field={register(`${of}.chosen`)} />
      {chosen && (
        <Around
          contact={chosen}
          kind={kind}
          {...{ ...(channel && { channel }), ...(besides && { besides }) }}
        />
      )}
    </Fieldset>
  );
}

function Labelled({ title, children }: { title: string; children: string }): ReactNode {
  return (
    <>
      {children}
      <span className="govuk-visually-hidden">: {title}</span>
    </>
  );
}
