import type { ReactNode } from 'react';
import { useHost, useWrite } from '#renderer/app/host.tsx';
import { monthName } from '#renderer/dates.ts';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { Checkboxes, Radios, Select, Textarea, TextInput } from '#renderer/kit/index.ts';
import type { Setting } from '#shared/records/setting.ts';
import { fromSettingsForm, settingsFieldNames, settingsForm, toSettingsForm } from './settingsForm.ts';

const rates = [
  {
    value: 'consent.ofOffered',
    text: 'Of those offered',
    hint: 'Accepted ÷ offered. Says how many of those who were asked wished to speak.',
  },
  {
    value: 'consent.ofAvailable',
    text: 'Of those available',
    hint: 'Accepted ÷ (held − not available). People who were available but never asked count too.',
  },
  {
    value: 'consent.ofHeld',
    text: 'Of those held',
    hint: 'Accepted ÷ held. Everyone in custody counts, asleep or in interview as well.',
  },
] as const;

const months = Array.from({ length: 12 }, (_, index) => ({
  value: String(index + 1),
  text: monthName(index + 1),
}));

/** What the law or an office may change. */
export function OfficeSettings({ settings }: { settings: Setting }): ReactNode {
  const host = useHost();
  const save = useWrite('settings.save');
  const edited = useEdited({
    name: 'settings',
    record: settings,
    schema: settingsForm,
    toForm: toSettingsForm,
    fromForm: (typed, base: Setting | undefined) => fromSettingsForm(typed, base ?? settings),
    save: (patch) => save.run({ patch }),
    reload: () => host.call('settings.get', {}),
  });
  const { register, formState } = edited.form;
  const { errors } = formState;
  return (
    <EditForm
      edited={edited}
      call="settings.save"
      label="Settings of the office"
      save="Save the settings"
      fieldNames={settingsFieldNames}
    >
      <TextInput
        label={settingsFieldNames.body}
        hint="The local policing body, as it stands on every page and export."
        error={errors.body?.message}
        {...register('body')}
      />
      <Select
        label={settingsFieldNames.yearBegins}
        hint="Years and quarters of returns are counted from it."
        options={months}
        {...register('yearBegins')}
      />
      <TextInput
        label={`${settingsFieldNames.delayThreshold}, in minutes`}
        hint="From arrival at the station to admission to custody. Returns count the visits that waited longer."
        suffix="minutes"
        width={4}
        inputMode="numeric"
        error={errors.delayThreshold?.message}
        {...register('delayThreshold')}
      />
      <TextInput
        label={`${settingsFieldNames.lateEntry}, in minutes`}
        hint="From when a thing was done to when it was entered, in record checks. No source sets a number."
        suffix="minutes"
        width={5}
        inputMode="numeric"
        error={errors.lateEntry?.message}
        {...register('lateEntry')}
      />
      <TextInput
        label={`${settingsFieldNames.enteredTogether}, in minutes`}
        hint="Counted from the first of them, in record checks. No source sets a number."
        suffix="minutes"
        width={5}
        inputMode="numeric"
        error={errors.enteredTogether?.message}
        {...register('enteredTogether')}
      />
      <TextInput
        label={`${settingsFieldNames.doneApart}, in minutes`}
        hint="From the first to the last of what was done. No source sets a number."
        suffix="minutes"
        width={5}
        inputMode="numeric"
        error={errors.doneApart?.message}
        {...register('doneApart')}
      />
      <Radios
        legend={settingsFieldNames.headlineConsent}
        legendSize="s"
        hint="A return always prints all three and names this one. Published schemes use different ones, so that only like with like can be compared."
        items={rates}
        {...register('headlineConsent')}
      />
      <Checkboxes
        items={[
          {
            text: 'The form asks whether the visit was satisfactory, yes or no',
            hint: 'A count that some other nations publish.',
          },
        ]}
        {...register('asksSatisfactory')}
      />
      <TextInput
        label={settingsFieldNames.lease}
        hint="A laptop that syncs and has not reached the office for so long is opened by its recovery code, or a code that the office reads out. Empty: the passphrase is always enough."
        suffix="days"
        width={4}
        inputMode="numeric"
        error={errors.lease?.message}
        {...register('lease')}
      />
      <Textarea
        label={settingsFieldNames.areas}
        hint="One on each line, in the order in which they are printed."
        rows={5}
        error={errors.areas?.message}
        {...register('areas')}
      />
    </EditForm>
  );
}
