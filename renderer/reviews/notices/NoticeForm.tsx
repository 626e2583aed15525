import { type ReactNode, useState } from 'react';
import { z } from 'zod';
import { useWrite } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { neededDate, typedDate } from '#renderer/editing/typed.ts';
import { Select, TextInput } from '#renderer/kit/index.ts';
import { SentForm } from '#renderer/people/SentForm.tsx';
import { useSentForm } from '#renderer/people/useSentForm.ts';
import type { Review } from '#shared/records/review.ts';
import { noticeTo } from '#shared/records/review-parts.ts';
import { capital } from '#shared/text.ts';
import { parseDate } from '#shared/times.ts';

const noticeForm = z.object({
  to: z.enum(noticeTo),
  on: neededDate('The day of the notice'),
  notNeeded: z.string(),
});

/** A notice that was given, or why none is needed. */
export function NoticeForm({ review }: { review: Review }): ReactNode {
  const today = useSession().data?.today;
  const give = useWrite('reviews.notice');
  const [notice, setNotice] = useState(newRecordId);
  const first = noticeTo.find((to) => !review.notices.some((one) => one.to === to));
  const sent = useSentForm({
    name: `review notice ${review.id}`,
    schema: noticeForm,
    blank: { to: first ?? noticeTo[0], on: typedDate(today), notNeeded: '' } as z.infer<typeof noticeForm>,
    send: async ({ to, on, notNeeded }) => {
      const why = notNeeded.trim();
      const answer = await give.run({
        id: review.id,
        notice: { id: notice, to, on: parseDate(on), ...(why && { notNeeded: why }) },
      });
      if (answer.ok) setNotice(newRecordId());
      return answer;
    },
    done: 'The notice is written down.',
  });
  const { register, formState } = sent.form;
  return (
    <SentForm sent={sent} writing={give} label="A notice" button="Add the notice">
      <div className="desk-filters">
        <Select
          label="To the"
          options={noticeTo.map((value) => ({ value, text: capital(value) }))}
          {...register('to')}
        />
        <TextInput
          label="Notice given on"
          width={10}
          autoComplete="off"
          error={formState.errors.on?.message}
          {...register('on')}
        />
        <TextInput
          label="Or why none is needed"
          hint="For example: nobody is complained against"
          autoComplete="off"
          {...register('notNeeded')}
        />
      </div>
    </SentForm>
  );
}
