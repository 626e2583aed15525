import { type ReactNode, useState } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { shortDate } from '#renderer/dates.ts';
import { BackLink, ButtonGroup, ButtonLink, PageHeading, Table, TextInput } from '#renderer/kit/index.ts';
import { ConflictsOf } from '#renderer/sync/ConflictsOf.tsx';
import type { Output } from '#shared/contract.ts';
import { capital } from '#shared/text.ts';
import { Around } from './Around.tsx';
import { Merged } from './Merged.tsx';
import { Restrictions } from './Restrictions.tsx';
import { inALine, many, Said } from './words.tsx';

export type PersonShown = Output<'contacts.view'>;

/** One person: who they are, what they have to do with the office, and what was decided of them. */
export function ContactPage(): ReactNode {
  const { id = '' } = useParams();
  const { data: shown, error } = useRead('contacts.view', { id });
  const today = useSession().data?.today;
  if (error) return <Failed failure={error} />;
  if (!shown || !today) return <Waiting />;
  const { contact, merged, restrictions, names } = shown;
  return (
    <>
      <BackLink href="#/contacts">People who write</BackLink>
      <ConflictsOf record={contact.id} />
      <PageHeading>{contact.name}</PageHeading>
      <Around contact={contact.id} />
      <ButtonGroup>
        <ButtonLink href={`#/contacts/${contact.id}/edit`}>Change what is written down</ButtonLink>
        <ButtonLink kind="secondary" href={`#/contacts/${contact.id}/access`}>
          Subject access export
        </ButtonLink>
      </ButtonGroup>
      <Said contact={contact} />
      <TheirCases shown={shown} />
      <TheirReviews shown={shown} />
      <Restrictions of={contact.id} all={restrictions} {...{ names, today }} />
      <section aria-labelledby="merged">
        <h2 className="govuk-heading-m" id="merged">
          Other records of the same person
        </h2>
        {merged.map((one) => (
          <Merged key={one.id} {...{ one, names }} />
        ))}
        <FindSame id={contact.id} />
      </section>
      <History shown={shown} />
    </>
  );
}

function TheirCases({ shown: { cases, hidden } }: { shown: PersonShown }): ReactNode {
  return (
    <section aria-labelledby="cases">
      <h2 className="govuk-heading-m" id="cases">
        Cases
      </h2>
      {cases.length === 0 && <p className="govuk-body">No case of theirs.</p>}
      {cases.length > 0 && (
        <Table
          dense
          caption="Their cases"
          captionHidden
          head={['Case', 'Received', 'Kind', 'About', 'State']}
          rows={cases.map((c) => ({
            key: c.id,
            cells: [
              <a key="open" className="govuk-link" href={`#/cases/${c.id}`}>
                {c.reference ?? 'No number yet'}
              </a>,
              { content: shortDate(c.received), className: 'desk-nowrap' },
              `${capital(c.kind)}${c.as === 'on behalf of' ? ', on their behalf' : ''}`,
              c.summary ?? '–',
              capital(c.state),
            ],
          }))}
        />
      )}
      {hidden > 0 && (
        <p className="govuk-body">And {many(hidden, 'confidential case')} that you may not open.</p>
      )}
    </section>
  );
}

function TheirReviews({ shown: { reviews } }: { shown: PersonShown }): ReactNode {
  if (reviews.length === 0) return null;
  return (
    <section aria-labelledby="reviews">
      <h2 className="govuk-heading-m" id="reviews">
        Complaint reviews
      </h2>
      <Table
        dense
        caption="Their complaint reviews"
        captionHidden
        head={['Review', 'Received', 'They are', 'State']}
        rows={reviews.map((one) => ({
          key: one.id,
          cells: [
            <a key="open" className="govuk-link" href={`#/reviews/${one.id}`}>
              {one.reference ?? 'No number yet'}
            </a>,
            { content: shortDate(one.received), className: 'desk-nowrap' },
            capital(one.as),
            capital(one.state),
          ],
        }))}
      />
    </section>
  );
}

/** Looks for another record of the same person; both are shown side by side before anything is done. */
function FindSame({ id }: { id: string }): ReactNode {
  const [text, setText] = useState('');
  const wanted = text.trim().length > 1;
  const { data } = useRead('contacts.list', { text, limit: 10 }, { wanted, keep: true });
  const found = wanted ? (data?.rows ?? []).filter((one) => one.id !== id) : [];
  return (
    <>
      <TextInput
        id="find-same"
        label="Find another record of this person"
        hint="By name, email, telephone or postcode"
        autoComplete="off"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <ul className="govuk-list">
        {found.map((one) => (
          <li key={one.id}>
            <a className="govuk-link" href={`#/contacts/${id}/merge/${one.id}`}>
              Look at both: {inALine(one)}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function History({ shown: { history } }: { shown: PersonShown }): ReactNode {
  if (history.length === 0) return null;
  return (
    <section aria-labelledby="history">
      <h2 className="govuk-heading-m" id="history">
        History
      </h2>
      <ul className="govuk-list">
        {history.map(({ on, words, by }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what happened is only added to, and keeps its place
          <li key={i} className="desk-words">
            {shortDate(on)}: {words}
            {by && ` (${by})`}
          </li>
        ))}
      </ul>
    </section>
  );
}
