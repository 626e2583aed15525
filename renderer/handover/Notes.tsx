import type { ReactNode } from 'react';
import { z } from 'zod';
import { useHost, useWrite } from '#renderer/app/host.tsx';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { Textarea } from '#renderer/kit/index.ts';
import type { Handover } from '#shared/records/handover.ts';
import { ok } from '#shared/result.ts';

const notesForm = z.object({
  words: z.string().max(30_000, 'The notes must have at most 30,000 characters'),
});

/** What the office wants a stand-in to know: written by the coordinator, read by everybody who may stand in. */
export function Notes({ notes }: { notes: Handover }): ReactNode {
  const may = useMay('handover.save');
  return (
    <section aria-labelledby="handover-notes">
      <h2 className="govuk-heading-m" id="handover-notes">
        Notes for whoever stands in
      </h2>
      <p className={may ? 'govuk-body desk-words desk-handover__printed' : 'govuk-body desk-words'}>
        {notes.words || 'Nothing was written down.'}
      </p>
      {may && <NotesForm key={notes.id} notes={notes} />}
    </section>
  );
}

function NotesForm({ notes }: { notes: Handover }): ReactNode {
  const host = useHost();
  const save = useWrite('handover.save');
  const edited = useEdited({
    name: 'handover notes',
    record: notes,
    schema: notesForm,
    toForm: (record) => ({ words: record?.words ?? '' }),
    fromForm: ({ words }, base): Handover => ({ ...(base ?? notes), words }),
    save: (patch) => save.run({ patch }),
    reload: async () => {
      const page = await host.call('handover.get', {});
      return page.ok ? ok(page.value.notes) : page;
    },
  });
  const { register, formState } = edited.form;
  return (
    <div className="desk-screen-only">
      <EditForm
        edited={edited}
        call="handover.save"
        label="Notes for whoever stands in"
        save="Save the notes"
        fieldNames={{ words: 'Notes' }}
      >
        <Textarea
          label="Notes"
          labelSize="s"
          hint="Where keys and papers are, whom to ring first, what was promised to whom. Name no detainee."
          rows={6}
          error={formState.errors.words?.message}
          {...register('words')}
        />
      </EditForm>
    </div>
  );
}
