import { type ReactNode, useState } from 'react';
import { z } from 'zod';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead, useWrite } from '#renderer/app/host.tsx';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { maybeDate, neededName } from '#renderer/editing/typed.ts';
import { BackLink, PageHeading, Select, TextInput } from '#renderer/kit/index.ts';
import { SentForm } from '#renderer/people/SentForm.tsx';
import { useSentForm } from '#renderer/people/useSentForm.ts';
import { parseDate } from '#shared/times.ts';

const sampleForm = z.object({
  reference: neededName('the force’s reference of the complaint'),
  category: z.string(),
  closed: maybeDate('The day it was closed'),
});
type SampleForm = z.infer<typeof sampleForm>;

/** A complaint to be looked at. Its questions are those that the office asks now, and stay so. */
export function NewSamplePage(): ReactNode {
  const settings = useRead('reviews.settings', {});
  return (
    <>
      <BackLink href="#/reviews/samples">Dip samples</BackLink>
      <PageHeading>Look at a closed complaint</PageHeading>
      <Failed failure={settings.error} />
      {settings.data ? (
        <NewSample
          categories={settings.data.categories.flatMap(({ name, retired }) => (retired ? [] : [name]))}
        />
      ) : (
        !settings.error && <Waiting />
      )}
    </>
  );
}

function NewSample({ categories }: { categories: readonly string[] }): ReactNode {
  const start = useWrite('samples.start');
  const [id] = useState(newRecordId);
  const sent = useSentForm<SampleForm>({
    name: 'complaint sample new',
    schema: sampleForm,
    blank: { reference: '', category: '', closed: '' },
    send: ({ reference, category, closed }) => {
      const day = parseDate(closed);
      return start.run({
        ...{ id, reference: reference.trim() },
        ...(category && { category }),
        ...(day && { closed: day }),
      });
    },
    done: 'Saved. Its questions stand below.',
    onSent: (on) => on(`/reviews/samples/${id}`, { replace: true }),
  });
  const { register, formState } = sent.form;
  const { errors } = formState;
  return (
    <SentForm
      sent={sent}
      writing={start}
      label="Look at a closed complaint"
      button="Go on to the questions"
      main
    >
      <TextInput
        label="The force’s reference"
        hint="Of the complaint. Enter no names"
        width={20}
        autoComplete="off"
        error={errors.reference?.message}
        {...register('reference')}
      />
      <Select
        label="Category"
        options={[{ value: '', text: 'Not said' }, ...categories.map((text) => ({ value: text, text }))]}
        error={errors.category?.message}
        {...register('category')}
      />
      <TextInput
        label="Closed on"
        hint="For example 3/11/2026. May be left blank"
        width={10}
        autoComplete="off"
        error={errors.closed?.message}
        {...register('closed')}
      />
    </SentForm>
  );
}
