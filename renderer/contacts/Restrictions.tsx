import { type ReactNode, useState } from 'react';
import { z } from 'zod';
import { useWrite } from '#renderer/app/host.tsx';
import { dayWords } from '#renderer/dates.ts';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { neededDate, typedDate } from '#renderer/editing/typed.ts';
import { Card, Checkboxes, SummaryList, Textarea, TextInput } from '#renderer/kit/index.ts';
import { SentForm } from '#renderer/people/SentForm.tsx';
import { useSentForm } from '#renderer/people/useSentForm.ts';
import type { RestrictionView } from '#shared/contact-views.ts';
import { channels } from '#shared/records/case-parts.ts';
import { words } from '#shared/records/common.ts';
import { capital } from '#shared/text.ts';
import { parseDate } from '#shared/times.ts';
import { RestrictionForm } from './RestrictionForm.tsx';
import { channelNames, stateWords } from './words.tsx';

type RestrictionsProps = {
  of: string;
  all: readonly RestrictionView[];
  names: Readonly<Record<string, string>>;
  today: string;
};

/** What somebody may not do, or only so: each decision with its days, and what can be done about it. */
export function Restrictions({ of, all, names, today }: RestrictionsProps): ReactNode {
  return (
    <section aria-labelledby="restrictions">
      <h2 className="govuk-heading-m" id="restrictions">
        Contact restrictions
      </h2>
      <p className="govuk-body">
        A restriction never keeps out what somebody has a right to: requests for information, subject access,
        data protection and police complaints, and applications for a review.
      </p>
      {all.length === 0 && <p className="govuk-body">Contact is not restricted.</p>}
      {all.map((one) => (
        <Card
          key={one.restriction.id}
          title={`${stateWords[one.state]}: from ${dayWords(one.restriction.starts)}`}
          headingLevel={3}
        >
          <Facts one={one} by={names[one.restriction.by]} />
          {one.state !== 'ended' && <RestrictionForm one={one} />}
        </Card>
      ))}
      <RestrictForm {...{ of, today }} />
    </section>
  );
}

function Facts({ one: { restriction }, by }: { one: RestrictionView; by: string | undefined }): ReactNode {
  const { channels: ways, decided, review, ended, appeal } = restriction;
  return (
    <SummaryList
      rows={[
        { key: 'Decision', value: <span className="desk-words">{restriction.words}</span> },
        { key: 'Decided', value: [dayWords(decided), by].filter(Boolean).join(', ') },
        {
          key: 'Closed ways',
          value:
            ways.map((way) => capital(channelNames[way])).join(', ') || 'None: contact is limited as decided',
        },
        { key: 'To be looked at again', value: dayWords(review) },
        Boolean(appeal) && { key: 'Appeal', value: <span className="desk-words">{appeal}</span> },
        Boolean(ended) && { key: 'Ended', value: ended ? dayWords(ended) : '' },
      ]}
    />
  );
}

const restrictForm = z
  .object({
    words: words.trim().min(1, 'Enter what was decided and why'),
    channels: z.array(z.enum(channels)),
    decided: neededDate('The day of the decision'),
    starts: neededDate('The day on which it starts'),
    review: neededDate('The day by which it is looked at again'),
  })
  .superRefine(({ decided, starts, review }, context) => {
    const [first, second, third] = [decided, starts, review].map(parseDate);
    if (first && second && second < first)
      context.addIssue({
        code: 'custom',
        path: ['starts'],
        message: 'It starts on the day of the decision or later',
      });
    if (second && third && third <= second)
      context.addIssue({
        code: 'custom',
        path: ['review'],
        message: 'It is looked at again after it starts',
      });
  });
type RestrictForm = z.infer<typeof restrictForm>;

function RestrictForm({ of, today }: { of: string; today: string }): ReactNode {
  const restrict = useWrite('contacts.restrict');
  const [id, setId] = useState(newRecordId);
  const sent = useSentForm<RestrictForm>({
    name: `restrict ${of}`,
    schema: restrictForm,
    blank: { words: '', channels: [], decided: typedDate(today), starts: typedDate(today), review: '' },
    send: ({ decided, starts, review, ...typed }) => {
      const [first, second, third] = [decided, starts, review].map((day) => parseDate(day) ?? today);
      const days = { decided: first as string, starts: second as string, review: third as string };
      return restrict.run({ id: of, restriction: { id, ...typed, ...days } });
    },
    done: 'The restriction is written down.',
    onSent: () => setId(newRecordId()),
  });
  const { register, formState } = sent.form;
  const { errors } = formState;
  const day = (field: 'decided' | 'starts' | 'review', label: string) => (
    <TextInput
      label={label}
      width={10}
      autoComplete="off"
      error={errors[field]?.message}
      {...register(field)}
    />
  );
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Restrict contact</span>
      </summary>
      <div className="govuk-details__text">
        <SentForm sent={sent} writing={restrict} label="Restrict contact" button="Write down the restriction">
          <Textarea
            label="What was decided, and why"
            rows={4}
            error={errors.words?.message}
            {...register('words')}
          />
          <Checkboxes
            legend="Ways that are closed to them"
            legendSize="s"
            small
            items={channels.map((value) => ({ value, text: capital(channelNames[value]) }))}
            {...register('channels')}
          />
          {day('decided', 'Decided on')}
          {day('starts', 'Starts on')}
          {day('review', 'Looked at again by')}
        </SentForm>
      </div>
    </details>
  );
}
