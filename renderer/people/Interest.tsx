import type { ReactNode } from 'react';
import { z } from 'zod';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { Quote } from '#renderer/app/Quote.tsx';
import { say } from '#renderer/app/state.ts';
import { dayWords } from '#renderer/dates.ts';
import { AskFirst } from '#renderer/editing/AskFirst.tsx';
import { useMay } from '#renderer/editing/useMay.ts';
import { Card, Details, Radios, SummaryList, Textarea } from '#renderer/kit/index.ts';
import { type Interest as Declared, interestFindings } from '#shared/records/person-file.ts';
import { capital } from '#shared/text.ts';
import { interestTitles } from './interestTitles.ts';
import { SentForm } from './SentForm.tsx';
import { useSentForm } from './useSentForm.ts';

type InterestProps = { interest: Declared; names: Readonly<Record<string, string>> };

const foundWords = ({ checked, ended }: Declared, names: InterestProps['names']): ReactNode => {
  if (ended) return `It ended on ${dayWords(ended)}.`;
  if (!checked) return 'Not looked at yet. Until then it counts.';
  const by = names[checked.by];
  return (
    <>
      {capital(checked.finding)}
      {by && `, ${by}`}, {dayWords(checked.on)}
      {checked.words && <Quote>{checked.words}</Quote>}
    </>
  );
};

/** One interest as it was declared, and what the coordinator found of it. */
export function Interest({ interest, names }: InterestProps): ReactNode {
  const mayCheck = useMay('volunteers.checkInterest');
  const about = names[interest.suite ?? interest.other ?? ''];
  const title = about ? `${interestTitles[interest.kind]}: ${about}` : interestTitles[interest.kind];
  return (
    <Card title={title} headingLevel={2}>
      <SummaryList
        rows={[
          { key: 'Declared', value: dayWords(interest.declared) },
          interest.words !== undefined && { key: 'In their words', value: <Quote>{interest.words}</Quote> },
          { key: 'Found', value: foundWords(interest, names) },
        ]}
      />
      {mayCheck && !interest.ended && (
        <>
          {interest.checked ? (
            <Details summary="Look at it again" className="desk-screen-only">
              <Check key={interest.checked.finding} interest={interest} title={title} />
            </Details>
          ) : (
            <Check interest={interest} title={title} />
          )}
          <End interest={interest} />
        </>
      )}
    </Card>
  );
}

const checkForm = (id: string) =>
  z.object({ [`finding-${id}`]: z.enum(interestFindings), [`found-${id}`]: z.string() });

function Check({ interest, title }: { interest: Declared; title: string }): ReactNode {
  const check = useWrite('volunteers.checkInterest');
  const { id, checked } = interest;
  const finding = `finding-${id}`;
  const found = `found-${id}`;
  const sent = useSentForm<Record<string, string>>({
    name: `check ${id}`,
    schema: checkForm(id) as unknown as z.ZodType<Record<string, string>, Record<string, string>>,
    blank: { [finding]: checked?.finding ?? 'keeps away', [found]: checked?.words ?? '' },
    send: (typed) =>
      check.run({
        id,
        finding: typed[finding] as (typeof interestFindings)[number],
        ...(typed[found]?.trim() && { words: typed[found] }),
      }),
    done: 'What was found is saved.',
  });
  const { register } = sent.form;
  return (
    <SentForm sent={sent} writing={check} label={`What was found of: ${title}`} button="Save what was found">
      <Radios
        legend="What did you find?"
        legendSize="s"
        items={interestFindings.map((value) => ({ value, text: capital(value) }))}
        {...register(finding)}
      />
      <Textarea label="Why (may be left blank)" rows={2} maxLength={30_000} {...register(found)} />
    </SentForm>
  );
}

function End({ interest }: { interest: Declared }): ReactNode {
  const end = useWrite('volunteers.endInterest');
  return (
    <div className="desk-screen-only">
      <Failed failure={end.failure} />
      <AskFirst
        text="It is no longer so"
        title="Has this interest ended?"
        confirm="It has ended"
        disabled={end.busy}
        onConfirm={async () => {
          const answer = await end.run({ id: interest.id });
          if (answer.ok) say('The interest has ended.');
        }}
      >
        <p className="govuk-body">
          From today on it keeps nobody away. What was declared stays written down.
        </p>
      </AskFirst>
    </div>
  );
}
