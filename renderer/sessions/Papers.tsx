import { zodResolver } from '@hookform/resolvers/zod';
import { type ReactNode, useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { given, neededName } from '#renderer/editing/typed.ts';
import { useKeptForm } from '#renderer/editing/useKeptForm.ts';
import { AttachFile } from '#renderer/files/AttachFile.tsx';
import { FileList } from '#renderer/files/FileList.tsx';
import { Button, Details, SendForm, TextInput } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import type { Session } from '#shared/records/session.ts';
import { filesStanding } from '#shared/records/with-files.ts';
import { putting } from '#shared/sync/patch.ts';

type Shown = Output<'sessions.get'>;
type Paper = Session['papers'][number];

/** What is to be read for a session: files, and where papers are kept that are none. */
export function Papers({ shown }: { shown: Shown }): ReactNode {
  const { session, files: where, mayChange } = shown;
  const files = filesStanding('session', session);
  const record = { type: 'session', id: session.id, files, where, isWithOffice: true } as const;
  return (
    <section aria-labelledby="papers">
      <h2 className="govuk-heading-m" id="papers">
        Papers
      </h2>
      {files.length + session.papers.length === 0 && <p className="govuk-body">None yet.</p>}
      <LinkList shown={shown} />
      {mayChange ? (
        <>
          <AttachFile {...record} what="A paper or material for everybody who sees this session" />
          <AddLink session={session} />
        </>
      ) : (
        files.length > 0 && <FileList {...record} />
      )}
    </section>
  );
}

function LinkList({ shown: { session, mayChange } }: { shown: Shown }): ReactNode {
  const save = useWrite('sessions.save');
  const remove = async (paper: Paper) => {
    const patch = [{ path: ['papers', `#${paper.id}`], was: paper as never }];
    const answer = await save.run({ id: session.id, patch });
    if (answer.ok) say(`${paper.title} is taken out.`);
  };
  if (session.papers.length === 0) return null;
  return (
    <>
      <Failed failure={save.failure} />
      <ul className="govuk-list govuk-list--bullet">
        {session.papers.map((paper) => (
          <li key={paper.id}>
            {paper.title}
            {paper.link && <span className="desk-words"> ({paper.link})</span>}{' '}
            {mayChange && (
              <button
                type="button"
                className="govuk-link desk-link-button desk-screen-only"
                onClick={() => void remove(paper)}
              >
                Take out<span className="govuk-visually-hidden"> {paper.title}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

const linkForm = z.object({
  title: neededName('what the paper is called'),
  link: z.string().trim().max(500, 'Write at most 500 characters'),
});
const blank = { title: '', link: '' };

/** Where a paper is kept. A link is text to be copied: nothing is opened out of the application. */
function AddLink({ session }: { session: Session }): ReactNode {
  const save = useWrite('sessions.save');
  const form = useForm({ resolver: zodResolver(linkForm), defaultValues: blank });
  const { register, handleSubmit, formState } = form;
  const [open, setOpen] = useState(false);
  // What was typed before is not hidden when it comes back.
  const sent = useKeptForm({ name: `paper ${session.id}`, form, onBack: () => setOpen(true) });
  const { errors } = formState;
  const submit = handleSubmit(async ({ title, link }) => {
    const where = given(link);
    const paper = { id: newRecordId(), title: title.trim(), ...(where && { link: where }) };
    const patch = [putting(['papers', `#${paper.id}`], paper)];
    const answer = await save.run({ id: session.id, patch });
    if (!answer.ok) return;
    await sent(blank);
    say(`${paper.title} is added.`);
  });
  return (
    <Details
      summary="Add a paper that is kept elsewhere"
      className="desk-screen-only"
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <SendForm aria-label="Add a paper" send={submit}>
        <Failed failure={save.failure} />
        <TextInput label="What it is called" error={errors.title?.message} {...register('title')} />
        <TextInput
          label="Where it is kept"
          hint="A file name or an address. May be left blank."
          error={errors.link?.message}
          {...register('link')}
        />
        <Button kind="secondary">Add the paper</Button>
      </SendForm>
    </Details>
  );
}
