import { zodResolver } from '@hookform/resolvers/zod';
import { type ReactNode, useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { dayWords } from '#renderer/dates.ts';
import { neededDate, neededName } from '#renderer/editing/typed.ts';
import { useKeptForm } from '#renderer/editing/useKeptForm.ts';
import { Button, Details, Radios, Select, SendForm, TextInput } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { sentence } from '#shared/errors.ts';
import { parsePeriod } from '#shared/periods.ts';
import { linkToReturn } from '#shared/quality/links.ts';
import { parseDate } from '#shared/times.ts';
import { Linked } from './words.tsx';

type Shown = Output<'quality.get'>;

const kinds = ['nothing', 'number', 'session', 'plan', 'return', 'elsewhere'] as const;

/** Only what the chosen kind of link needs has to be given. */
const evidenceForm = z
  .object({
    words: neededName('what shows it'),
    on: neededDate('The day of the evidence'),
    kind: z.enum(kinds),
    number: z.string().trim(),
    session: z.string(),
    plan: z.string(),
    return: z.string().trim(),
    elsewhere: z.string().trim().max(500, 'Write at most 500 characters'),
  })
  .superRefine((typed, context) => {
    const missing = {
      number: 'Enter the number of a report, concern or record check',
      session: 'Choose the session',
      plan: 'Choose the plan',
      return: 'Enter the period of the return',
      elsewhere: 'Enter where it is kept',
    };
    if (typed.kind === 'nothing') return;
    if (!typed[typed.kind])
      return context.addIssue({ code: 'custom', path: [typed.kind], message: missing[typed.kind] });
    if (typed.kind !== 'return') return;
    // The office's year may be the calendar's.
    const period = [4, 1].map((month) => parsePeriod(typed.return, month));
    const [wrong] = period;
    if (wrong && !wrong.ok && period.every(({ ok }) => !ok))
      context.addIssue({ code: 'custom', path: ['return'], message: sentence(wrong.error) });
  });
type EvidenceForm = z.infer<typeof evidenceForm>;

const blank: EvidenceForm = {
  words: '',
  on: '',
  kind: 'nothing',
  number: '',
  session: '',
  plan: '',
  return: '',
  elsewhere: '',
};

const linkOf = (typed: EvidenceForm) => {
  switch (typed.kind) {
    case 'number':
      return { reference: typed.number };
    case 'session':
    case 'plan':
      return { record: { type: typed.kind, id: typed[typed.kind] } };
    case 'return':
      return { link: linkToReturn(typed.return) };
    case 'elsewhere':
      return { link: typed.elsewhere };
    default:
      return {};
  }
};

/** What shows that a criterion is met, with links to what is in the application. */
export function Evidence({ id, shown }: { id: string; shown: Shown }): ReactNode {
  const remove = useWrite('quality.removeEvidence');
  const takeAway = async (evidence: string) => {
    const answer = await remove.run({ id, evidence });
    if (answer.ok) say('The evidence is taken away.');
  };
  return (
    <>
      <h2 className="govuk-heading-m">Evidence</h2>
      {shown.evidence.length === 0 && <p className="govuk-body">None yet.</p>}
      <Failed failure={remove.failure} />
      <ul className="govuk-list govuk-list--bullet">
        {shown.evidence.map((one) => (
          <li key={one.id}>
            {dayWords(one.on)}: <span className="desk-words">{one.words}</span> <Linked evidence={one} />{' '}
            <button
              type="button"
              className="govuk-link desk-link-button desk-screen-only"
              onClick={() => void takeAway(one.id)}
            >
              Take away<span className="govuk-visually-hidden"> {one.words}</span>
            </button>
          </li>
        ))}
      </ul>
      <AddEvidence id={id} shown={shown} />
    </>
  );
}

function AddEvidence({ id, shown }: { id: string; shown: Shown }): ReactNode {
  const add = useWrite('quality.addEvidence');
  const form = useForm({ resolver: zodResolver(evidenceForm), defaultValues: blank });
  const { register, handleSubmit, formState } = form;
  const [open, setOpen] = useState(false);
  // What was typed before is not hidden when it comes back.
  const sent = useKeptForm({ name: `quality ${id}`, form, onBack: () => setOpen(true) });
  const { errors } = formState;
  const submit = handleSubmit(async (typed) => {
    const { words, on } = typed;
    const answer = await add.run({ id, words, on: parseDate(on) ?? on, ...linkOf(typed) });
    if (!answer.ok) return;
    await sent(blank);
    say('The evidence is added.');
  });
  const choices = (all: Shown['plans']) => [
    { value: '', text: 'Choose one' },
    ...all.map((one) => ({ value: one.id, text: one.title })),
  ];
  return (
    <Details
      summary="Add evidence"
      className="desk-screen-only"
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <SendForm aria-label="Add evidence" send={submit}>
        <Failed failure={add.failure} />
        <TextInput label="What shows it" error={errors.words?.message} {...register('words')} />
        <TextInput
          label="Of which day"
          hint="For example 3/11/2022"
          width={10}
          autoComplete="off"
          error={errors.on?.message}
          {...register('on')}
        />
        <Radios
          legend="What does it link to?"
          legendSize="s"
          small
          items={[
            { value: 'nothing', text: 'Nothing' },
            {
              value: 'number',
              text: 'A report, concern or record check',
              conditional: (
                <TextInput
                  label="Its number"
                  hint="For example V2026/0031"
                  width={10}
                  autoComplete="off"
                  error={errors.number?.message}
                  {...register('number')}
                />
              ),
            },
            {
              value: 'session',
              text: 'A training session or meeting',
              conditional: (
                <Select
                  label="Which session"
                  options={choices(shown.sessions)}
                  error={errors.session?.message}
                  {...register('session')}
                />
              ),
            },
            {
              value: 'plan',
              text: 'A plan',
              conditional: (
                <Select
                  label="Which plan"
                  options={choices(shown.plans)}
                  error={errors.plan?.message}
                  {...register('plan')}
                />
              ),
            },
            {
              value: 'return',
              text: 'A return',
              conditional: (
                <TextInput
                  label="Of which period"
                  hint="For example 2025-26 or 2025-26Q3"
                  width={10}
                  autoComplete="off"
                  error={errors.return?.message}
                  {...register('return')}
                />
              ),
            },
            {
              value: 'elsewhere',
              text: 'Something outside ICV Desk',
              conditional: (
                <TextInput
                  label="Where it is kept"
                  hint="A file name or an address"
                  error={errors.elsewhere?.message}
                  {...register('elsewhere')}
                />
              ),
            },
          ]}
          {...register('kind')}
        />
        <Button kind="secondary">Add the evidence</Button>
      </SendForm>
    </Details>
  );
}
