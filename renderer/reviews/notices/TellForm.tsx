import { type ReactNode, useState } from 'react';
import { z } from 'zod';
import { useWrite } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { maybeDate, neededDate, typedDate } from '#renderer/editing/typed.ts';
import { Select, TextInput } from '#renderer/kit/index.ts';
import { SentForm } from '#renderer/people/SentForm.tsx';
import { useSentForm } from '#renderer/people/useSentForm.ts';
import { tellings } from '#shared/records/review-parts.ts';
import { parseDate } from '#shared/times.ts';
import type { ReviewShown } from '../parts.ts';
import { tellingWords } from './words.ts';

const tellForm = z.object({
  what: z.enum(tellings),
  toldOn: neededDate('The day it was told'),
  quoted: maybeDate('The day that was quoted'),
});

/** What is most likely told next: how it ended, once it has. */
const likely = ({ standing, review }: ReviewShown): (typeof tellings)[number] => {
  if (standing === 'open') return 'progress';
  if (standing === 'completed') return 'outcome';
  const isTold = review.told.some(({ what }) => what === 'withdrawn');
  const isComplaint = review.endings.at(-1)?.withdrawn === 'complaint';
  return standing === 'withdrawn' && isTold && isComplaint ? 'complaint withdrawn' : standing;
};

/** That somebody was told something, and the date that the letter quotes: it is kept as it was quoted. */
export function TellForm({ shown }: { shown: ReviewShown }): ReactNode {
  const { id } = shown.review;
  const today = useSession().data?.today;
  const tell = useWrite('reviews.tell');
  const [told, setTold] = useState(newRecordId);
  const sent = useSentForm({
    name: `review told ${id}`,
    schema: tellForm,
    blank: { what: likely(shown), toldOn: typedDate(today), quoted: '' } as z.infer<typeof tellForm>,
    send: async ({ what, toldOn, quoted }) => {
      const day = parseDate(quoted);
      const answer = await tell.run({
        id,
        told: { id: told, what, on: parseDate(toldOn), ...(day && { quoted: day }) },
      });
      if (answer.ok) setTold(newRecordId());
      return answer;
    },
    done: 'It is written down.',
  });
  const { register, formState } = sent.form;
  return (
    <SentForm sent={sent} writing={tell} label="What was told" button="Add what was told">
      <div className="desk-filters">
        <Select
          label="What"
          options={tellings.map((value) => ({ value, text: tellingWords[value] }))}
          {...register('what')}
        />
        <TextInput
          label="Told on"
          width={10}
          autoComplete="off"
          error={formState.errors.toldOn?.message}
          {...register('toldOn')}
        />
        <TextInput
          label="A date that was quoted"
          hint="By when the letter promises something"
          width={10}
          autoComplete="off"
          error={formState.errors.quoted?.message}
          {...register('quoted')}
        />
      </div>
    </SentForm>
  );
}
