import { type ReactNode, useState } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useHost } from '#renderer/app/host.tsx';
import { typedDate } from '#renderer/editing/typed.ts';
import { Button, ErrorSummary, Radios, SendForm, Textarea, TextInput } from '#renderer/kit/index.ts';
import { TemplateChoice } from '#renderer/letters/TemplateChoice.tsx';
import type { Output } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { letterFields } from '#shared/letters/fields.ts';
import type { ReviewAddressee } from '#shared/letters/reviews.ts';
import type { Template } from '#shared/records/letter.ts';
import { parseDate } from '#shared/times.ts';
import type { OpenReviewLetter } from './useReviewLetter.ts';
import { addresseeWords } from './words.ts';

type Begin = Output<'reviewLetters.begin'>;
type PlanFormProps = {
  review: string;
  open: OpenReviewLetter;
  of: Begin['kinds'][number];
  addressees: Begin['addressees'];
  offered: readonly Template[];
};

/** To whom the letter goes, which day it quotes, and which words it begins with. */
export function PlanForm({
  review,
  open: { draft, change },
  of,
  addressees,
  offered,
}: PlanFormProps): ReactNode {
  const host = useHost();
  // As they were when somebody pressed: a list that came and went would take the focus from whoever types.
  const [tried, setTried] = useState<{ times: number; errors: { id: string; text: string }[] }>();
  const [failure, setFailure] = useState<Failure | null>(null);
  const asks = (name: string) => letterFields[of.kind].some((field) => field.name === name);
  const who = draft.who ?? (of.to[0] as ReviewAddressee);
  const to = draft.to ?? addressees[who]?.to ?? '';
  const address = draft.address ?? addressees[who]?.address ?? '';
  const due = draft.due ?? typedDate(of.due ?? undefined);
  const template = (offered.find(({ id }) => id === draft.template) ?? offered[0])?.id ?? '';
  const errors = [
    ...(to.trim() === '' ? [{ id: 'to', text: 'Enter whom the letter is to' }] : []),
    ...(asks('asked') && draft.asked.trim() === '' ? [{ id: 'asked', text: 'Enter what you ask for' }] : []),
    ...(due.trim() !== '' && !parseDate(due)
      ? [{ id: 'due', text: 'The day must be a date such as 3/11/2022, or blank' }]
      : []),
    ...(template === '' ? [{ id: 'template', text: 'Choose which words the letter begins with' }] : []),
  ];
  const errorOf = (id: string) => tried?.errors.find((one) => one.id === id)?.text;

  const write = async () => {
    setTried({ times: (tried?.times ?? 0) + 1, errors });
    if (errors.length > 0) return;
    const day = asks('due') ? parseDate(due) : undefined;
    const plan = { template, who, to: to.trim(), address: address.trim() };
    const answer = await host.call('reviewLetters.draft', {
      ...{ id: review, ...plan },
      ...(day && { due: day }),
      ...(draft.asked.trim() && { asked: draft.asked.trim() }),
    });
    setFailure(answer.ok ? null : answer.error);
    if (answer.ok) change({ ...plan, words: answer.value });
  };

  return (
    <SendForm aria-label="Write a letter" send={write}>
      {tried && tried.errors.length > 0 && <ErrorSummary key={tried.times} errors={tried.errors} />}
      <Failed failure={failure} />
      <Radios
        name="who"
        legend="To whom does it go?"
        legendSize="s"
        value={who}
        onChange={({ target }) => change({ who: target.value as ReviewAddressee, to: null, address: null })}
        items={of.to.map((value) => ({ value, text: addresseeWords[value] }))}
      />
      <TextInput
        label="How they are addressed"
        id="to"
        width={20}
        autoComplete="off"
        maxLength={200}
        error={errorOf('to')}
        value={to}
        onChange={({ target }) => change({ to: target.value })}
      />
      <Textarea
        label="Their address"
        hint="As on the envelope; blank where it goes by e-mail."
        id="address"
        rows={4}
        maxLength={1_000}
        value={address}
        onChange={({ target }) => change({ address: target.value })}
      />
      {asks('asked') && (
        <Textarea
          label="What do you ask for?"
          id="asked"
          rows={4}
          maxLength={5_000}
          error={errorOf('asked')}
          value={draft.asked}
          onChange={({ target }) => change({ asked: target.value })}
        />
      )}
      {asks('due') && (
        <TextInput
          label={letterFields[of.kind].find(({ name }) => name === 'due')?.title}
          hint="For example 3/11/2022. What the letter quotes is kept as it was quoted."
          id="due"
          width={10}
          autoComplete="off"
          error={errorOf('due')}
          value={due}
          onChange={({ target }) => change({ due: target.value })}
        />
      )}
      <TemplateChoice
        offered={offered}
        chosen={template}
        error={errorOf('template')}
        onChosen={(chosen) => change({ template: chosen })}
      />
      <Button>Write the letter</Button>
    </SendForm>
  );
}
