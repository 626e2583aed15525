import type { ReactNode } from 'react';
import { useState } from 'react';
import { z } from 'zod';
import { useWrite } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { PanelSelect } from '#renderer/editing/PanelSelect.tsx';
import { given, maybeName, neededDate, neededName, typedDate } from '#renderer/editing/typed.ts';
import { BackLink, PageHeading, TextInput } from '#renderer/kit/index.ts';
import { parseDate } from '#shared/times.ts';
import { maybeMail, maybeTelephone } from './contactForm.ts';
import { SentForm } from './SentForm.tsx';
import { useSentForm } from './useSentForm.ts';

const enquiryForm = z.object({
  name: neededName('the name of the person'),
  panel: z.string(),
  on: neededDate('The day they asked'),
  heard: maybeName('How they heard'),
  mail: maybeMail,
  telephone: maybeTelephone,
});

/** Somebody asks to join. Until they are trained only the coordinator knows of them, and they use nothing. */
export function EnquiryPage(): ReactNode {
  const today = useSession().data?.today;
  return (
    <>
      <BackLink href="#/people">People</BackLink>
      <PageHeading>Add somebody who asks to join</PageHeading>
      <p className="govuk-body">
        Only the coordinator knows of them until their training begins. They see nothing of the office before
        they are invited.
      </p>
      {today && <Enquiry today={today} />}
    </>
  );
}

function Enquiry({ today }: { today: string }): ReactNode {
  const [id] = useState(newRecordId);
  const add = useWrite('volunteers.add');
  const sent = useSentForm({
    name: 'enquiry',
    schema: enquiryForm,
    blank: { name: '', panel: '', on: typedDate(today), heard: '', mail: '', telephone: '' },
    send: ({ name, on, ...typed }) => {
      const more = Object.fromEntries(
        Object.entries(typed).flatMap(([field, text]) => (given(text) ? [[field, text.trim()]] : [])),
      );
      return add.run({ id, name: name.trim(), on: parseDate(on) ?? on, ...more });
    },
    done: 'They are added.',
    onSent: (on) => on(`/people/${id}/way`, { replace: true }),
  });
  const { register, formState } = sent.form;
  const { errors } = formState;
  return (
    <SentForm sent={sent} writing={add} label="Somebody who asks to join" button="Add them" main>
      <TextInput label="Name" autoComplete="off" error={errors.name?.message} {...register('name')} />
      <PanelSelect {...register('panel')} />
      <TextInput
        label="Asked on"
        hint="For example 3/11/2022"
        width={10}
        autoComplete="off"
        error={errors.on?.message}
        {...register('on')}
      />
      <TextInput
        label="How they heard of the scheme (may be left blank)"
        autoComplete="off"
        error={errors.heard?.message}
        {...register('heard')}
      />
      <TextInput
        label="Email (may be left blank)"
        type="email"
        autoComplete="off"
        error={errors.mail?.message}
        {...register('mail')}
      />
      <TextInput
        label="Telephone (may be left blank)"
        type="tel"
        width={20}
        autoComplete="off"
        error={errors.telephone?.message}
        {...register('telephone')}
      />
    </SentForm>
  );
}
