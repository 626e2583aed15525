import { type ReactNode, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useRead } from '#renderer/app/host.tsx';
import { Fieldset, Select, Textarea, TextInput } from '#renderer/kit/index.ts';
import { contactWays } from '#shared/records/contact.ts';
import { capital } from '#shared/text.ts';
import type { ApplicationForm } from './applicationForm.ts';
import { somebodyNew } from './party.ts';

type Who = 'applicant' | 'representative';
type PartyFieldsProps = {
  form: UseFormReturn<ApplicationForm>;
  of: Who;
  nobody: string;
  children?: ReactNode;
};

/** Who applies or acts for them: chosen among those the office knows, or written down at once. */
export function PartyFields({ form, of, nobody, children }: PartyFieldsProps): ReactNode {
  const [text, setText] = useState('');
  const found = useRead('contacts.list', { text, limit: 50 }, { keep: true }).data?.rows ?? [];
  const { register, watch } = form;
  const { who, standing } = watch(of);
  const chosen = useRead('contacts.get', { id: who }, { wanted: who !== '' && who !== somebodyNew }).data;
  const named = [...found, ...(chosen && !found.some(({ id }) => id === who) ? [chosen] : [])];
  const boxes = who === somebodyNew ? 'fresh' : who !== '' && who === standing ? 'own' : undefined;
  return (
    <Fieldset legend={capital(of)} legendSize="m" className="desk-party">
      <div className="desk-filters">
        <TextInput
          id={`find-${of}`}
          label={`Find the ${of} by name`}
          autoComplete="off"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <Select
          // A select cannot hold somebody it does not offer yet.
          key={named.map(({ id }) => id).join()}
          label={capital(of)}
          options={[
            { value: '', text: nobody },
            { value: somebodyNew, text: 'Somebody new: write them down here' },
            ...named.map(({ id, name, organisation }) => ({
              value: id,
              text: [name, organisation].filter(Boolean).join(', '),
            })),
          ]}
          {...register(`${of}.who`)}
          value={who}
        />
      </div>
      {boxes && <Boxes key={boxes} {...{ form, of, boxes }} />}
      {!boxes && chosen?.adjustments && (
        <p className="govuk-body">
          <strong>Adjustments known of them:</strong> {chosen.adjustments}
        </p>
      )}
      {who !== '' && children}
    </Fieldset>
  );
}

type BoxesProps = { form: UseFormReturn<ApplicationForm>; of: Who; boxes: 'own' | 'fresh' };

function Boxes({ form: { register, formState }, of, boxes }: BoxesProps): ReactNode {
  const at = `${of}.${boxes}` as const;
  const errors = formState.errors[of]?.[boxes];
  const whose = <span className="govuk-visually-hidden"> of the {of}</span>;
  return (
    <>
      <TextInput
        label={<>Name{whose}</>}
        autoComplete="off"
        error={errors?.name?.message}
        {...register(`${at}.name`)}
      />
      <TextInput
        label={<>Organisation{whose}</>}
        hint="Where they act for one"
        autoComplete="off"
        error={errors?.organisation?.message}
        {...register(`${at}.organisation`)}
      />
      <Textarea
        label={<>Address{whose}</>}
        hint="In lines, as on an envelope"
        rows={4}
        autoComplete="off"
        error={errors?.address?.message}
        {...register(`${at}.address`)}
      />
      <div className="desk-filters">
        <TextInput
          label={<>Email{whose}</>}
          type="email"
          autoComplete="off"
          error={errors?.mail?.message}
          {...register(`${at}.mail`)}
        />
        <TextInput
          label={<>Telephone{whose}</>}
          type="tel"
          width={20}
          autoComplete="off"
          error={errors?.telephone?.message}
          {...register(`${at}.telephone`)}
        />
        <Select
          label={<>How they wish to be reached{whose}</>}
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
