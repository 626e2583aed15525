import type { ReactNode } from 'react';
import { useHost, useWrite } from '#renderer/app/host.tsx';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { Fieldset, Textarea, TextInput } from '#renderer/kit/index.ts';
import type { PersonContact } from '#shared/records/person-file.ts';
import { ok } from '#shared/result.ts';
import { contactFieldNames, contactForm, fromContactForm, toContactForm } from './contactForm.ts';
import { PersonFrame } from './PersonFrame.tsx';

/** How somebody is reached: theirs to change, also where there is no network, and read by whoever runs their panel. */
export function ContactPage(): ReactNode {
  return (
    <PersonFrame title="Contact">
      {({ contact, person, mine }) =>
        contact ? (
          <>
            <p className="govuk-body">
              {mine
                ? 'Only you and whoever runs your panel or the scheme see this. Change it whenever it changes.'
                : 'Only they themselves and whoever runs their panel or the scheme see this.'}
            </p>
            <ContactEditor key={person.id} person={person.id} contact={contact} />
          </>
        ) : (
          <p className="govuk-body">This is not yours to see.</p>
        )
      }
    </PersonFrame>
  );
}

function ContactEditor({ person, contact }: { person: string; contact: PersonContact }): ReactNode {
  const host = useHost();
  const save = useWrite('volunteers.saveContact');
  const edited = useEdited({
    name: `personContact ${person}`,
    record: contact,
    schema: contactForm,
    toForm: toContactForm,
    fromForm: (typed, base: PersonContact | undefined) => fromContactForm(typed, base ?? contact),
    save: (patch) => save.run({ id: person, patch }),
    reload: async () => {
      const now = await host.call('volunteers.get', { id: person });
      return now.ok ? ok(now.value.contact ?? undefined) : now;
    },
  });
  const { register, formState } = edited.form;
  const { errors } = formState;
  return (
    <EditForm
      edited={edited}
      call="volunteers.saveContact"
      label="Contact"
      save="Save the contact"
      fieldNames={contactFieldNames}
    >
      <TextInput
        label="Email"
        type="email"
        autoComplete="off"
        error={errors.mail?.message}
        {...register('mail')}
      />
      <TextInput
        label="Telephone"
        type="tel"
        width={20}
        autoComplete="off"
        error={errors.telephone?.message}
        {...register('telephone')}
      />
      <Textarea
        label="Address"
        rows={4}
        autoComplete="off"
        error={errors.address?.message}
        {...register('address')}
      />
      <Fieldset legend="In an emergency" legendSize="s">
        <TextInput
          label="Whom to ring"
          autoComplete="off"
          error={errors.emergencyName?.message}
          {...register('emergencyName')}
        />
        <TextInput
          label="Their telephone"
          type="tel"
          width={20}
          autoComplete="off"
          error={errors.emergencyTelephone?.message}
          {...register('emergencyTelephone')}
        />
      </Fieldset>
      <Textarea
        label="What is needed so that they can take part"
        hint="For example large print, a lift, a place to park close by. May be left blank."
        rows={3}
        maxLength={30_000}
        {...register('adjustments')}
      />
    </EditForm>
  );
}
