import type { ReactNode } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useRead } from '#renderer/app/host.tsx';
import { Fieldset, Radios, Select, Textarea, TextInput } from '#renderer/kit/index.ts';
import { applicationMeans, outcomeDays, routeBasis, routes } from '#shared/records/review-parts.ts';
import { capital } from '#shared/text.ts';
import { routeWords } from '../words.tsx';
import type { ApplicationForm } from './applicationForm.ts';
import { PartyFields } from './PartyFields.tsx';
import { WrongBodies } from './WrongBodies.tsx';

type FieldsProps = { form: UseFormReturn<ApplicationForm> };
/** The review that is there already, which is not told of itself where its people are chosen. */
type OfReview = { besides?: string };

const dayWords: Record<(typeof outcomeDays)[number], string> = {
  'letter dated': 'The date of the letter',
  sent: 'The day it was sent',
  received: 'The day they received it',
  'not said': 'A day of which nobody says which it was',
};

/** Everything an application says. What makes it possible for the applicant to take part is asked first. */
export function ApplicationFields({ form, besides }: FieldsProps & OfReview): ReactNode {
  const { register, formState } = form;
  const { errors } = formState;
  return (
    <>
      <Textarea
        label="Reasonable adjustments"
        labelSize="m"
        hint="Ask first: what do they need so that they can take part? For example large print, calls instead of letters, more time. It is shown wherever somebody writes to them."
        rows={3}
        maxLength={30_000}
        {...register('adjustments')}
      />
      <Fieldset legend="How it came" legendSize="m">
        <div className="desk-filters">
          <TextInput
            label="Received by this body on"
            hint="For example 3/11/2026"
            width={10}
            autoComplete="off"
            error={errors.received?.message}
            {...register('received')}
          />
          <Select
            label="By"
            options={[
              { value: '', text: 'Not said' },
              ...applicationMeans.map((value) => ({ value, text: capital(value) })),
            ]}
            {...register('means')}
          />
        </div>
        <Radios
          legend="How the force handled the complaint"
          legendSize="s"
          items={routes.map((value) => ({ value, text: routeWords[value], hint: routeBasis[value] }))}
          {...register('route')}
        />
      </Fieldset>
      <PartyFields {...{ form, besides }} of="applicant" hint="Blank where it is not said yet">
        <Radios
          legend="They are"
          legendSize="s"
          items={[
            { value: 'complainant', text: 'The complainant' },
            { value: 'authorised by the complainant', text: 'Authorised by the complainant' },
            { value: 'neither', text: 'Neither' },
          ]}
          {...register('applicantIs')}
        />
      </PartyFields>
      <PartyFields {...{ form, besides }} of="representative" hint="Blank where nobody acts for them">
        <TextInput
          label="Their authority is of"
          hint="The day on which the applicant authorised them, or blank where no authority is on file"
          width={10}
          autoComplete="off"
          error={errors.authority?.message}
          {...register('authority')}
        />
      </PartyFields>
      <Complaint form={form} />
      <Outcome form={form} />
      <WrongBodies form={form} />
      <Caseworker form={form} />
    </>
  );
}

function Complaint({ form: { register, formState } }: FieldsProps): ReactNode {
  const { errors } = formState;
  return (
    <Fieldset legend="The complaint" legendSize="m">
      <div className="desk-filters">
        <TextInput label="Force" autoComplete="off" error={errors.force?.message} {...register('force')} />
        <TextInput
          label="The force’s reference"
          autoComplete="off"
          error={errors.reference?.message}
          {...register('reference')}
        />
        <TextInput
          label="Made on"
          width={10}
          autoComplete="off"
          error={errors.complaintMadeOn?.message}
          {...register('complaintMadeOn')}
        />
      </div>
      <Textarea label="What was complained about" rows={4} maxLength={30_000} {...register('complaint')} />
      <Textarea
        label="Why they ask for a review"
        hint="In their own words where you can"
        rows={4}
        maxLength={30_000}
        {...register('grounds')}
      />
    </Fieldset>
  );
}

/** When the complainant was told of the outcome, and which of the days the 28 days count from. */
function Outcome({ form: { register, formState, watch } }: FieldsProps): ReactNode {
  const { errors } = formState;
  const offered = outcomeDays.filter((one) => one !== 'not said' || watch('provided') !== '');
  return (
    <Fieldset legend="The outcome they were given" legendSize="m">
      <div className="desk-filters">
        <TextInput
          label="The letter is dated"
          width={10}
          autoComplete="off"
          error={errors.letterDated?.message}
          {...register('letterDated')}
        />
        <TextInput
          label="It was sent on"
          width={10}
          autoComplete="off"
          error={errors.sent?.message}
          {...register('sent')}
        />
        <TextInput
          label="They received it on"
          width={10}
          autoComplete="off"
          error={errors.outcomeReceived?.message}
          {...register('outcomeReceived')}
        />
      </div>
      <Radios
        legend="The 28 days count from"
        legendSize="s"
        hint="To confirm: bodies go by different days, so the record says which was taken."
        items={offered.map((value) => ({ value, text: dayWords[value] }))}
        {...register('counts')}
      />
    </Fieldset>
  );
}

function Caseworker({ form: { register, watch } }: FieldsProps): ReactNode {
  const people = (useRead('people.list', {}).data ?? []).filter(({ roles }) => roles.includes('caseworker'));
  const standing = watch('caseworker');
  const isOffered = standing === '' || people.some(({ id }) => id === standing);
  return (
    <Select
      key={people.length}
      label="Looked after by"
      options={[
        { value: '', text: 'Nobody yet' },
        ...people.map(({ id, name }) => ({ value: id, text: name })),
        ...(isOffered ? [] : [{ value: standing, text: 'Somebody who is no caseworker now' }]),
      ]}
      {...register('caseworker')}
      value={standing}
    />
  );
}
