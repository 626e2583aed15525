import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { useWrite } from '#renderer/app/host.tsx';
import { Quote } from '#renderer/app/Quote.tsx';
import { useSession } from '#renderer/app/session.ts';
import { dayWords } from '#renderer/dates.ts';
import { neededDate, typedDate } from '#renderer/editing/typed.ts';
import { Select, Textarea, TextInput, WarningText } from '#renderer/kit/index.ts';
import { volunteerStatuses } from '#shared/records/person.ts';
import { capital } from '#shared/text.ts';
import { parseDate } from '#shared/times.ts';
import { isReasonNeeded, nextStep, type VolunteerStatus } from '#shared/volunteers/way.ts';
import { PersonFrame, type PersonShown } from './PersonFrame.tsx';
import { SentForm } from './SentForm.tsx';
import { useSentForm } from './useSentForm.ts';

type Office = NonNullable<PersonShown['office']>;

/** Somebody's way from their enquiry to their leaving: each step with its day and its reason, and the next one. */
export function WayPage(): ReactNode {
  return (
    <PersonFrame title="Way">
      {(shown) =>
        shown.office ? (
          <>
            <Steps office={shown.office} names={shown.names} />
            <Move key={shown.person.volunteer?.status ?? 'none'} shown={shown} office={shown.office} />
          </>
        ) : (
          <p className="govuk-body">Only the coordinator sees this.</p>
        )
      }
    </PersonFrame>
  );
}

function Steps({ office, names }: { office: Office; names: PersonShown['names'] }): ReactNode {
  const { steps } = office.file;
  return (
    <>
      <h2 className="govuk-heading-m">Steps so far</h2>
      {steps.length === 0 && <p className="govuk-body">No step is written down yet.</p>}
      <ol className="govuk-list desk-timeline">
        {steps.map(({ id, to, on, by, why }) => (
          <li key={id} className="desk-timeline__item">
            <strong>{capital(to)}</strong>
            {names[by] && `, ${names[by]}`}
            <span className="desk-timeline__at">{dayWords(on)}</span>
            {why && <Quote>{why}</Quote>}
          </li>
        ))}
      </ol>
    </>
  );
}

const moveForm = (from: VolunteerStatus | undefined) =>
  z
    .object({
      to: z.enum(volunteerStatuses),
      on: neededDate('The day of the step'),
      why: z.string().max(30_000),
    })
    .refine(({ to, why }) => !isReasonNeeded(from, to) || why.trim() !== '', {
      path: ['why'],
      message: 'Say why: somebody leaves, or a step is left out or taken back',
    });

function Move({ shown, office }: { shown: PersonShown; office: Office }): ReactNode {
  const { id, volunteer } = shown.person;
  const from = volunteer?.status;
  const move = useWrite('volunteers.move');
  const today = useSession().data?.today;
  const sent = useSentForm({
    name: `move ${id} ${from ?? ''}`,
    schema: moveForm(from),
    blank: { to: (from && nextStep(from)) ?? 'enquiry', on: typedDate(today), why: '' },
    send: ({ to, on, why }) =>
      move.run({ id, from: from ?? null, to, on: parseDate(on) ?? on, ...(why.trim() && { why }) }),
    done: 'The step is written down.',
  });
  const { register, control, formState } = sent.form;
  const { errors } = formState;
  const to = useWatch({ control, name: 'to' });
  return (
    <>
      <h2 className="govuk-heading-m">Move on</h2>
      <SentForm sent={sent} writing={move} label="Move on" button="Write the step down" main>
        <Select
          label="To"
          hint={from ? `Now at: ${from}. Steps can be left out or taken back, with a reason.` : undefined}
          options={volunteerStatuses
            .filter((status) => status !== from)
            .map((value) => ({ value, text: capital(value) }))}
          {...register('to')}
        />
        <TextInput
          label="On"
          hint="For example 3/11/2022"
          width={10}
          autoComplete="off"
          error={errors.on?.message}
          {...register('on')}
        />
        <Textarea
          label={isReasonNeeded(from, to) ? 'Why' : 'Why (may be left blank)'}
          hint="Only the coordinator reads it."
          rows={3}
          maxLength={30_000}
          error={errors.why?.message}
          {...register('why')}
        />
        {to === 'left' && <Leaving office={office} />}
      </SentForm>
    </>
  );
}

/** What would stay behind, so that somebody takes it over before the laptop is ended. */
function Leaving({ office: { places, reports } }: { office: Office }): ReactNode {
  return (
    <>
      {places.length + reports.length > 0 && (
        <>
          <WarningText>These are still theirs. Somebody else has to take them over.</WarningText>
          <ul className="govuk-list govuk-list--bullet">
            {places.map(({ id, title }) => (
              <li key={id}>
                <a className="govuk-link" href={`#/rota/places/${id}`}>
                  Place of the rota: {title}
                </a>
              </li>
            ))}
            {reports.map(({ id, title }) => (
              <li key={id}>Report: {title}</li>
            ))}
          </ul>
        </>
      )}
      <p className="govuk-body">
        From then on they see nothing of the office any more. A laptop of theirs is ended under{' '}
        <a className="govuk-link" href="#/people/devices">
          People and devices
        </a>
        .
      </p>
    </>
  );
}
