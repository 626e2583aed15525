import { type ReactNode, useState } from 'react';
import { z } from 'zod';
import { useRead, useWrite } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { neededDate, typedDate } from '#renderer/editing/typed.ts';
import { Checkboxes, Select, TextInput } from '#renderer/kit/index.ts';
import { SentForm } from '#renderer/people/SentForm.tsx';
import { useSentForm } from '#renderer/people/useSentForm.ts';
import { isolated } from '#shared/bidi.ts';
import { parseDate } from '#shared/times.ts';
import type { ReviewShown } from '../parts.ts';

const giveForm = (today: string) =>
  z.object({
    assessor: z.string().min(1, 'Choose the assessor'),
    external: z.boolean(),
    on: neededDate('The day it is given').refine(
      (text) => (parseDate(text) ?? '') <= today,
      'The day it is given is yet to come',
    ),
  });

/** Gives the review to an assessor, or from one to another: never to whoever decided it before. */
export function GiveForm({ shown }: { shown: ReviewShown }): ReactNode {
  const today = useSession().data?.today;
  return today ? <Giving shown={shown} today={today} /> : null;
}

function Giving({ shown: { review, names }, today }: { shown: ReviewShown; today: string }): ReactNode {
  const people = useRead('people.list', {});
  const assign = useWrite('reviews.assign');
  const [assignment, setAssignment] = useState(newRecordId);
  const has = review.assignments.at(-1)?.assessor;
  const decided = new Set(review.decisions.map(({ by }) => by));
  const assessors = (people.data ?? []).filter(({ roles }) => roles.includes('assessor'));
  const barred = assessors.filter(({ id }) => decided.has(id));
  const sent = useSentForm({
    name: `review assign ${review.id}`,
    schema: giveForm(today),
    blank: { assessor: '', external: false, on: typedDate(today) },
    send: ({ assessor, external, on }) =>
      assign.run({
        id: review.id,
        assignment: { id: assignment, assessor, external, on: parseDate(on) ?? today },
      }),
    done: 'The review is given to them.',
    onSent: () => setAssignment(newRecordId()),
  });
  const { register, formState } = sent.form;
  const { errors } = formState;
  return (
    <>
      {barred.map(({ id, name }) => (
        <p key={id} className="govuk-body">
          {isolated(names[id] ?? name)} decided this review before and so cannot examine it.
        </p>
      ))}
      {people.data && assessors.length === 0 && (
        <p className="govuk-body">Nobody of the office has the role of an assessor yet.</p>
      )}
      <SentForm
        sent={sent}
        writing={assign}
        label="Give it to an assessor"
        button={has ? 'Give it to somebody else' : 'Give it to them'}
        main
      >
        <Select
          label="Assessor"
          hint="Whoever examines a review cannot decide it"
          options={[
            { value: '', text: 'Choose one' },
            ...assessors
              .filter(({ id }) => !decided.has(id) && id !== has)
              .map(({ id, name }) => ({ value: id, text: name })),
          ]}
          error={errors.assessor?.message}
          {...register('assessor')}
        />
        <Checkboxes
          items={[
            {
              value: '',
              text: 'They are from outside the office',
              hint: 'They see the reviews they were given until they return them, and nothing else.',
            },
          ]}
          {...register('external')}
        />
        <TextInput
          label="Given on"
          width={10}
          autoComplete="off"
          error={errors.on?.message}
          {...register('on')}
        />
      </SentForm>
    </>
  );
}
