import type { ReactNode } from 'react';
import { z } from 'zod';
import { useHost, useWrite } from '#renderer/app/host.tsx';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { Checkboxes } from '#renderer/kit/index.ts';
import type { Setting } from '#shared/records/setting.ts';

const form = z.object({ silenceMayBeAsked: z.boolean(), acrossPanels: z.boolean() });

const toForm = (settings: Setting | undefined) => ({
  silenceMayBeAsked: settings?.rota?.silenceMayBeAsked ?? true,
  acrossPanels: settings?.rota?.acrossPanels ?? false,
});

/** Whom a rota may ask: somebody who said nothing of a week, and somebody of another panel. */
export function RotaSettings({ settings }: { settings: Setting }): ReactNode {
  const host = useHost();
  const save = useWrite('settings.save');
  const edited = useEdited({
    name: 'rota settings',
    record: settings,
    schema: form,
    toForm,
    fromForm: (typed, base: Setting | undefined) => {
      const before = base ?? settings;
      return { ...before, rota: { ...before.rota, ...typed } };
    },
    save: (patch) => save.run({ patch }),
    reload: () => host.call('settings.get', {}),
  });
  const { register } = edited.form;
  return (
    <EditForm
      edited={edited}
      call="settings.save"
      label="Rota"
      save="Save whom the rota may ask"
      quiet
      fieldNames={{ rota: 'Whom the rota may ask' }}
    >
      <Checkboxes
        small
        items={[
          {
            text: 'Somebody who has said nothing of a week may be placed in it',
            hint: 'Otherwise only those who said that they are free.',
          },
        ]}
        {...register('silenceMayBeAsked')}
      />
      <Checkboxes
        small
        items={[
          {
            text: 'Panels help each other out',
            hint: 'Otherwise nobody is placed at a suite of another panel.',
          },
        ]}
        {...register('acrossPanels')}
      />
    </EditForm>
  );
}
