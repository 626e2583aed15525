import { type ReactNode, useState } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useHost } from '#renderer/app/host.tsx';
import { dayWords } from '#renderer/dates.ts';
import { Button, Checkboxes, ErrorSummary, Radios, SendForm, TextInput } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { escalatedTo } from '#shared/records/concern.ts';
import type { Template } from '#shared/records/letter.ts';
import { capital } from '#shared/text.ts';
import { parseDate } from '#shared/times.ts';
import { TemplateChoice } from './TemplateChoice.tsx';
import type { OpenLetter } from './useLetterDraft.ts';

type PlanFormProps = {
  open: OpenLetter;
  begin: Output<'letters.begin'>;
  templates: Output<'templates.list'>;
};

/** How somebody is addressed of whom nothing is known but the post. */
const titles = { 'custody inspector': 'Custody Inspector', 'Head of Custody': 'Head of Custody' } as const;

/** The words to begin with until others are chosen: those that remind, or else those that name the addressee. */
const likeliest = (
  offered: readonly Template[],
  addressee: keyof typeof titles,
  owing: string | null,
): Template | undefined =>
  (addressee === owing ? offered.find((one) => one.of === 'reminder') : undefined) ??
  offered.find(({ of, name }) => of === 'concern' && name.toLowerCase().includes(addressee.toLowerCase()));

/** What the letter is about, to whom it goes, and by when an answer is asked for. */
export function PlanForm({ open: { draft, change }, begin, templates }: PlanFormProps): ReactNode {
  const host = useHost();
  // As they were when somebody pressed: a list that came and went would take the focus from whoever types.
  const [tried, setTried] = useState<{ times: number; errors: { id: string; text: string }[] }>();
  const [failure, setFailure] = useState<Failure | null>(null);
  const chosen = begin.concerns.filter(({ id }) => draft.about.includes(id));
  // Only an answer that is awaited can be reminded of.
  const reminds = chosen.length > 0 && chosen.every(({ awaited }) => awaited);
  const offered = templates
    .map(({ template }) => template)
    .filter((one) => !one.retired && (one.of === 'concern' || (one.of === 'reminder' && reminds)));
  const addressee = draft.addressee ?? begin.owing ?? 'custody inspector';
  const template =
    (offered.find(({ id }) => id === draft.template) ?? likeliest(offered, addressee, begin.owing))?.id ?? '';
  const to = draft.to ?? (begin.to[addressee] || titles[addressee]);
  const errors = [
    ...(chosen.length === 0 ? [{ id: 'about', text: 'Choose what the letter is about' }] : []),
    ...(template === '' ? [{ id: 'template', text: 'Choose which words the letter begins with' }] : []),
    ...(to.trim() === '' ? [{ id: 'to', text: 'Enter whom the letter is to' }] : []),
    ...(draft.due.trim() !== '' && !parseDate(draft.due)
      ? [{ id: 'due', text: 'The day for an answer must be a date such as 3/11/2022, or blank' }]
      : []),
  ];
  const errorOf = (id: string) => tried?.errors.find((one) => one.id === id)?.text;

  const write = async () => {
    setTried({ times: (tried?.times ?? 0) + 1, errors });
    if (errors.length > 0) return;
    const about = chosen.map(({ id }) => id);
    const due = parseDate(draft.due);
    const answer = await host.call('letters.draft', {
      about,
      template,
      addressee,
      to: to.trim(),
      ...(due && { due }),
    });
    setFailure(answer.ok ? null : answer.error);
    if (answer.ok) change({ about, template, addressee, to: to.trim(), words: answer.value });
  };

  return (
    <SendForm aria-label="Write a letter" send={write}>
      {tried && tried.errors.length > 0 && <ErrorSummary key={tried.times} errors={tried.errors} />}
      <Failed failure={failure} />
      <Checkboxes
        name="about"
        legend="What is the letter about?"
        legendSize="s"
        hint={begin.concerns.length > 1 ? 'Several concerns of the suite may go in one letter.' : undefined}
        error={errorOf('about')}
        values={draft.about}
        onValues={(about) => change({ about })}
        items={begin.concerns.map((one) => ({
          value: one.id,
          text: `${one.reference}, raised on ${dayWords(one.raisedOn)}`,
          hint: `${one.late ? 'The answer is late. ' : one.awaited ? 'An answer is awaited. ' : ''}${one.matter.slice(0, 200)}`,
        }))}
      />
      <Radios
        name="addressee"
        legend="To whom does it go?"
        legendSize="s"
        value={addressee}
        onChange={({ target }) =>
          change({ addressee: target.value as (typeof escalatedTo)[number], to: null })
        }
        items={escalatedTo.map((value) => ({ value, text: capital(value) }))}
      />
      <TextInput
        label="How they are addressed"
        hint="For example Inspector Grey. A name stands in the letter alone."
        id="to"
        width={20}
        autoComplete="off"
        maxLength={200}
        error={errorOf('to')}
        value={to}
        onChange={({ target }) => change({ to: target.value })}
      />
      <TemplateChoice
        offered={offered}
        chosen={template}
        error={errorOf('template')}
        onChosen={(chosen) => change({ template: chosen })}
        hint={({ of }) =>
          of === 'reminder'
            ? 'Asks again. The concern stays with the police, with the day it had.'
            : undefined
        }
      />
      <TextInput
        label="Answer by"
        hint="For example 3/11/2022. Left blank, it is worked out from the days in Settings and how serious the concern is."
        id="due"
        width={10}
        autoComplete="off"
        error={errorOf('due')}
        value={draft.due}
        onChange={({ target }) => change({ due: target.value })}
      />
      <Button>Write the letter</Button>
    </SendForm>
  );
}
