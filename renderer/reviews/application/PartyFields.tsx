import type { ReactNode } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { Around } from '#renderer/contacts/Around.tsx';
import { Suggested } from '#renderer/contacts/Suggested.tsx';
import { Fieldset, Select, Textarea, TextInput } from '#renderer/kit/index.ts';
import { contactWays } from '#shared/records/contact.ts';
import { capital } from '#shared/text.ts';
import type { ApplicationForm } from './applicationForm.ts';
import { isSomebody } from './party.ts';

type Who = 'applicant' | 'representative';
type PartyFieldsProps = {
  form: UseFormReturn<ApplicationForm>;
  of: Who;
  hint: string;
  /** The review that names them, which is not told of itself. */
  besides: string | undefined;
  children?: ReactNode;
};

/** Who applies or acts for them: typed, with those of the register who may be meant, or written down at once. */
export function PartyFields({ form, of, hint, besides, children }: PartyFieldsProps): ReactNode {
  const typed = form.watch(of);
  const { who, standing, fresh } = typed;
  const isStanding = who !== '' && who === standing;
  return (
    <Fieldset legend={capital(of)} legendSize="m" className="desk-party">
      {!isStanding && <Named {...{ form, of, hint }} boxes="fresh" />}
      <Suggested
        of={of}
        name={isStanding ? '' : fresh.name}
        mail={isStanding ? '' : fresh.mail}
        chosen={who}
        standing={standing}
        field={form.register(`${of}.who`)}
      />
      {isStanding && <Named {...{ form, of }} boxes="own" />}
      {isStanding && <Reached {...{ form, of }} boxes="own" />}
      {who === '' && isSomebody(typed) && <Reached {...{ form, of }} boxes="fresh" />}
      {who !== '' && <Around contact={who} {...(besides && { besides })} />}
      {isSomebody(typed) && children}
    </Fieldset>
  );
}

type BoxesProps = {
  form: UseFormReturn<ApplicationForm>;
  of: Who;
  boxes: 'own' | 'fresh';
};

const whose = (of: Who) => <span className="govuk-visually-hidden"> of the {of}</span>;

/** By what somebody is found in the register. */
function Named({ form, of, boxes, hint }: BoxesProps & { hint?: string }): ReactNode {
  const at = `${of}.${boxes}` as const;
  const errors = form.formState.errors[of]?.[boxes];
  return (
    <div className="desk-filters">
      <TextInput
        label={<>Name{whose(of)}</>}
        hint={hint}
        autoComplete="off"
        error={errors?.name?.message}
        {...form.register(`${at}.name`)}
      />
      <TextInput
        label={<>Email{whose(of)}</>}
        type="email"
        autoComplete="off"
        error={errors?.mail?.message}
        {...form.register(`${at}.mail`)}
      />
    </div>
  );
}

/** How somebody is reached besides. */
function Reached({ form: { register, formState }, of, boxes }: BoxesProps): ReactNode {
  const at = `${of}.${boxes}` as const;
  const errors = formState.errors[of]?.[boxes];
  return (
    <>
      <TextInput
        label={<>Organisation{whose(of)}</>}
        hint="Where they act for one"
        autoComplete="off"
        error={errors?.organisation?.message}
        {...register(`${at}.organisation`)}
      />
      <Textarea
        label={<>Address{whose(of)}</>}
        hint="In lines, as on an envelope"
        rows={4}
        autoComplete="off"
        error={errors?.address?.message}
        {...register(`${at}.address`)}
      />
      <div className="desk-filters">
        <TextInput
          label={<>Telephone{whose(of)}</>}
          type="tel"
          width={20}
          autoComplete="off"
          error={errors?.telephone?.message}
          {...register(`${at}.telephone`)}
        />
        <Select
          label={<>How they wish to be reached{whose(of)}</>}
          options={[
            { value: '', text: 'Not said' },
            ...contactWays.map((value) => ({ value, text: capital(value) })),
          ]}
          {...register(`${at}.prefers`)}
        />
      </div>
    </>
  );
}
