import type { ReactNode } from 'react';
import { z } from 'zod';
import { useHost, useWrite } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { dayWords } from '#renderer/dates.ts';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { maybeDate, typedDate } from '#renderer/editing/typed.ts';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { SummaryList, TextInput } from '#renderer/kit/index.ts';
import type { Review } from '#shared/records/review.ts';
import { ok } from '#shared/result.ts';
import { parseDate } from '#shared/times.ts';
import type { ReviewShown } from '../parts.ts';

type Dates = Pick<Review, 'fileRequested' | 'fileReceived'>;

const fieldNames = { fileRequested: 'Asked for on', fileReceived: 'Received on' };

const fileForm = (today: string) =>
  z
    .object({
      fileRequested: maybeDate('The day the file was asked for'),
      fileReceived: maybeDate('The day the file was received'),
    })
    .superRefine((typed, context) => {
      const [asked, came] = [parseDate(typed.fileRequested), parseDate(typed.fileReceived)];
      const wrong = (path: keyof Dates, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message });
      if (asked && asked > today) wrong('fileRequested', 'The day the file was asked for is yet to come');
      if (came && came > today) wrong('fileReceived', 'The day the file was received is yet to come');
      if (asked && came && came < asked)
        wrong('fileReceived', 'The file cannot be received before it was asked for');
    });

const datesOf = ({ fileRequested, fileReceived }: Dates): Dates => ({
  ...(fileRequested && { fileRequested }),
  ...(fileReceived && { fileReceived }),
});

const toForm = (dates: Dates | undefined) => ({
  fileRequested: typedDate(dates?.fileRequested),
  fileReceived: typedDate(dates?.fileReceived),
});

/** When the file was asked for and when it came. The force has no account, so that both are entered here. */
export function FileDates({ shown: { review, may } }: { shown: ReviewShown }): ReactNode {
  const today = useSession().data?.today;
  if (!may.write)
    return (
      <SummaryList
        rows={[
          {
            key: fieldNames.fileRequested,
            value: review.fileRequested ? dayWords(review.fileRequested) : 'Not yet',
          },
          {
            key: fieldNames.fileReceived,
            value: review.fileReceived ? dayWords(review.fileReceived) : 'Not yet',
          },
        ]}
      />
    );
  return today ? <FileForm review={review} today={today} /> : null;
}

function FileForm({ review, today }: { review: Review; today: string }): ReactNode {
  const host = useHost();
  const save = useWrite('reviews.save');
  const { id } = review;
  const edited = useEdited({
    name: `review file ${id}`,
    record: datesOf(review),
    schema: fileForm(today),
    toForm,
    fromForm: (typed): Dates =>
      JSON.parse(
        JSON.stringify({
          fileRequested: parseDate(typed.fileRequested),
          fileReceived: parseDate(typed.fileReceived),
        }),
      ),
    save: (patch) => save.run({ id, patch }),
    reload: async () => {
      const now = await host.call('reviews.get', { id });
      return now.ok ? ok(datesOf(now.value.review)) : now;
    },
  });
  const { register, formState } = edited.form;
  return (
    <EditForm
      edited={edited}
      call="reviews.save"
      label="File"
      save="Save the dates"
      quiet
      fieldNames={fieldNames}
    >
      {(['fileRequested', 'fileReceived'] as const).map((name) => (
        <TextInput
          key={name}
          label={fieldNames[name]}
          hint="For example 3/11/2025; blank where it has not happened"
          width={10}
          autoComplete="off"
          error={formState.errors[name]?.message}
          {...register(name)}
        />
      ))}
    </EditForm>
  );
}
