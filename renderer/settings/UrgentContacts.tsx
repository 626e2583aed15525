import { type ReactNode, useRef, useState } from 'react';
import { useFieldArray } from 'react-hook-form';
import { useHost, useWrite } from '#renderer/app/host.tsx';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { MoveButtons } from '#renderer/forms/MoveButtons.tsx';
import { Button, ButtonGroup, ConfirmDialog, Fieldset, TextInput } from '#renderer/kit/index.ts';
import type { Setting } from '#shared/records/setting.ts';
import {
  contactsFieldNames,
  contactsForm,
  fromContactsForm,
  mostContacts,
  toContactsForm,
} from './contactsForm.ts';

/** Whom visitors ring when somebody is at risk, in the order of ringing. Nothing counts until it is saved. */
export function UrgentContacts({ settings }: { settings: Setting }): ReactNode {
  const host = useHost();
  const save = useWrite('settings.save');
  const edited = useEdited({
    name: 'contacts',
    record: settings,
    schema: contactsForm,
    toForm: toContactsForm,
    fromForm: (typed, base: Setting | undefined) => fromContactsForm(typed, base ?? settings),
    save: (patch) => save.run({ patch }),
    reload: () => host.call('settings.get', {}),
  });
  const { register, control, formState, getValues } = edited.form;
  const { fields, append, remove, move } = useFieldArray({ control, name: 'contacts', keyName: 'key' });
  const [asking, setAsking] = useState<number | null>(null);
  const add = useRef<HTMLButtonElement>(null);
  const errors = formState.errors.contacts;

  const nameAt = (index: number) => getValues(`contacts.${index}.name`).trim() || `number ${index + 1}`;
  const takeAway = (index: number) => {
    setAsking(null);
    remove(index);
    setTimeout(() => add.current?.focus());
  };

  return (
    <EditForm
      edited={edited}
      call="settings.save"
      label="Telephone numbers for the urgent route"
      save="Save the telephone numbers"
      fieldNames={contactsFieldNames}
    >
      <p className="govuk-body">
        Visitors are shown these when somebody is at risk, in this order, also without a network. Put the
        office among them. The telephone of a suite stands with the suite.
      </p>
      {fields.length === 0 && <p className="govuk-body">No number is kept yet.</p>}
      {fields.map(({ key, id }, index) => (
        <div key={key} className="desk-contact">
          <Fieldset legend={`Number ${index + 1} to ring`} legendSize="s">
            <div className="desk-contact__boxes">
              <TextInput
                label="Who answers"
                autoComplete="off"
                error={errors?.[index]?.name?.message}
                {...register(`contacts.${index}.name`)}
              />
              <TextInput
                label="Telephone"
                type="tel"
                autoComplete="off"
                error={errors?.[index]?.telephone?.message}
                {...register(`contacts.${index}.telephone`)}
              />
              <TextInput
                label="When to ring it"
                autoComplete="off"
                groupClassName="desk-contact__when"
                error={errors?.[index]?.when?.message}
                {...register(`contacts.${index}.when`)}
              />
            </div>
            <ButtonGroup>
              <MoveButtons
                name={nameAt(index)}
                id={`move-${id}`}
                place={index + 1}
                of={fields.length}
                onMove={(by) => move(index, index + by)}
              />
              <Button type="button" kind="secondary" onClick={() => setAsking(index)}>
                Remove<span className="govuk-visually-hidden"> number {index + 1}</span>
              </Button>
            </ButtonGroup>
          </Fieldset>
        </div>
      ))}
      {fields.length < mostContacts && (
        <Button
          ref={add}
          type="button"
          kind="secondary"
          onClick={() => append({ id: newRecordId(), name: '', telephone: '', when: '' })}
        >
          Add a number
        </Button>
      )}
      {asking !== null && (
        <ConfirmDialog
          title={`Remove ${nameAt(asking)}?`}
          confirm="Remove"
          cancel="Keep"
          warning
          onConfirm={() => takeAway(asking)}
          onCancel={() => setAsking(null)}
        >
          Visitors see the change once the numbers are saved.
        </ConfirmDialog>
      )}
    </EditForm>
  );
}
