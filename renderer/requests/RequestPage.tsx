import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { NoCase } from '#renderer/cases/CaseFrame.tsx';
import { Section } from '#renderer/cases/page/Section.tsx';
import { dayWords } from '#renderer/dates.ts';
import { BackLink, InsetText, PageHeading, SummaryList, Tag } from '#renderer/kit/index.ts';
import { Explained } from '#renderer/reviews/Clocks.tsx';
import { isRequest } from '#shared/cases/request-clocks.ts';
import { capital } from '#shared/text.ts';
import { Decided, InternalReviews, MoreTime } from './Decided.tsx';
import { Disclosed } from './Disclosed.tsx';
import type { RequestPartProps } from './parts.ts';
import { DeedForm, Waits } from './Waits.tsx';
import { Withheld } from './Withheld.tsx';

/** A request for information: its clock and what moved it, what is withheld, what was decided, and what is published. */
export function RequestPage(): ReactNode {
  const { id = '' } = useParams();
  const read = useRead('requests.get', { id });
  if (read.error) return <NoCase failure={read.error} />;
  if (!read.data) return <Waiting />;
  const shown = read.data;
  const { case: c, reminders } = shown;
  return (
    <>
      <BackLink href={`#/cases/${id}`}>The case</BackLink>
      <PageHeading caption={c.reference ?? c.imported?.reference}>{capital(c.kind)}</PageHeading>
      {isRequest(c.kind) ? (
        <>
          {reminders.length > 0 && (
            <InsetText>
              <ul className="govuk-list">
                {reminders.map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            </InsetText>
          )}
          <Clocks shown={shown} />
          <AskedFor shown={shown} />
          <Waits shown={shown} />
          <MoreTime shown={shown} />
          <Withheld shown={shown} />
          <Decided shown={shown} />
          <InternalReviews shown={shown} />
          <Disclosed shown={shown} />
        </>
      ) : (
        <p className="govuk-body">This case is no request for information. Change its kind first.</p>
      )}
    </>
  );
}

function Clocks({ shown: { deadlines } }: RequestPartProps): ReactNode {
  return (
    <Section id="clocks" title="Clocks">
      <SummaryList
        rows={deadlines.map((clock) => ({
          key: clock.title,
          value: (
            <>
              {clock.due ? dayWords(clock.due) : 'The clock stands still'}
              {clock.done && clock.clock !== 'may ask' && `, done on ${dayWords(clock.done)}`}{' '}
              {clock.late && <Tag colour="red">{clock.done ? 'Late' : 'Overdue'}</Tag>}
              {clock.confirm && <span className="govuk-hint"> To be confirmed in law.</span>}
              <Explained of={clock.title} clock={clock} />
            </>
          ),
        }))}
      />
    </Section>
  );
}

function AskedFor({ shown: { case: c, mayWrite } }: RequestPartProps): ReactNode {
  const asked = c.request?.asked ?? '';
  return (
    <Section id="asked" title="Asked for">
      <p className="govuk-body desk-words">{asked || 'Not written down yet.'}</p>
      {mayWrite && (
        <DeedForm
          key={asked}
          {...{ id: c.id, name: 'asked', summary: 'Write down what is asked for' }}
          button="Keep it"
          done="Kept."
          boxes={[
            {
              ...{ name: 'words', label: 'What is asked for', kind: 'words' },
              ...{ needed: 'Enter what is asked for', begins: asked },
            },
          ]}
          deed={({ words = '' }) => ({ what: 'asked', words })}
        />
      )}
    </Section>
  );
}
