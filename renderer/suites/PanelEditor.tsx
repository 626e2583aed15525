import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { z } from 'zod';
import { useHost, useWrite } from '#renderer/app/host.tsx';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { given, neededName } from '#renderer/editing/typed.ts';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { Button, moveFocus, Textarea, TextInput } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import { words } from '#shared/records/common.ts';
import type { Panel } from '#shared/records/suite.ts';
import { ok } from '#shared/result.ts';

const panelForm = z.object({ name: neededName('the name of the panel'), notes: words });

interface PanelEditorProps {
  id: string;
  /** Undefined for a panel that is only being made. */
  panel: Panel | undefined;
  onClose: () => void;
}

/** Changes one panel below the list of them. */
export function PanelEditor({ id, panel, onClose }: PanelEditorProps): ReactNode {
  const host = useHost();
  const save = useWrite('panels.save');
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (heading.current) moveFocus(heading.current);
  }, []);
  const edited = useEdited({
    name: `panel ${panel?.id ?? 'new'}`,
    record: panel && panelOnly(panel),
    schema: panelForm,
    toForm: (record: Panel | undefined) => ({ name: record?.name ?? '', notes: record?.notes ?? '' }),
    fromForm: (typed, base: Panel | undefined) =>
      ({ ...base, id, name: typed.name.trim(), notes: given(typed.notes) }) as Panel,
    save: (patch) => save.run({ id, patch }),
    reload: async () => {
      const answer = await host.call('panels.list', {});
      if (!answer.ok) return answer;
      const found = answer.value.find((one) => one.id === id);
      return ok(found && panelOnly(found));
    },
    onSaved: onClose,
  });
  const { register, formState } = edited.form;
  return (
    <section>
      <h2 ref={heading} className="govuk-heading-m">
        {panel ? `Change ${isolated(panel.name)}` : 'Add a panel'}
      </h2>
      <EditForm
        edited={edited}
        call="panels.save"
        label="Panel"
        save="Save the panel"
        fieldNames={{ name: 'Name', notes: 'Notes' }}
      >
        <TextInput label="Name" error={formState.errors.name?.message} {...register('name')} />
        <Textarea label="Notes" rows={3} error={formState.errors.notes?.message} {...register('notes')} />
      </EditForm>
      <Button type="button" kind="secondary" onClick={onClose}>
        Close without saving
      </Button>
    </section>
  );
}

/** The list counts suites and people beside each panel; they are no part of the record. */
const panelOnly = ({
  suites: _suites,
  people: _people,
  ...panel
}: Panel & { suites?: unknown; people?: unknown }) => panel as Panel;
