import { type ReactNode, useState } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { AcrossCases } from '#renderer/cases/AcrossCases.tsx';
import { shortDate } from '#renderer/dates.ts';
import {
  ButtonGroup,
  ButtonLink,
  PageHeading,
  Pagination,
  Select,
  Table,
  TextInput,
} from '#renderer/kit/index.ts';
import { usePages } from '#renderer/listing/pages.ts';
import type { Contact } from '#shared/records/contact.ts';

const shows = {
  all: 'Everybody',
  restricted: 'Contact is restricted',
  due: 'A restriction is to be looked at again',
} as const;
type Show = keyof typeof shows;

const reviewOf = ({ restrictions = [] }: Contact): string | undefined =>
  restrictions
    .filter(({ ended }) => ended === undefined)
    .map(({ review }) => review)
    .toSorted()[0];

/** The people who write to the office, apply for reviews, or act for somebody who does. */
export function ContactsPage(): ReactNode {
  const [text, setText] = useState('');
  const [show, setShow] = useState<Show>('all');
  const pages = usePages(`contacts ${show} ${text}`);
  const list = useRead(
    'contacts.list',
    { text, show, ...(pages.after && { after: pages.after }) },
    { keep: true },
  );
  const next = list.data?.next;
  return (
    <>
      <PageHeading>People who write</PageHeading>
      <AcrossCases />
      <ButtonGroup>
        <ButtonLink href="#/contacts/new">Add a person</ButtonLink>
        <ButtonLink kind="secondary" href="#/contacts/duplicates">
          Look for duplicates
        </ButtonLink>
      </ButtonGroup>
      <search className="desk-filter" aria-label="Narrow the list of people">
        <TextInput
          id="find-contact"
          label="Find by name, email, telephone or postcode"
          autoComplete="off"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <Select
          id="show-contacts"
          label="Show"
          options={Object.entries(shows).map(([value, words]) => ({ value, text: words }))}
          value={show}
          onChange={({ target }) => setShow(target.value as Show)}
        />
      </search>
      <Failed failure={list.error} />
      {!list.data && !list.error && <Waiting />}
      {list.data?.rows.length === 0 && <p className="govuk-body">Nobody is found.</p>}
      {list.data && list.data.rows.length > 0 && (
        <Table
          dense
          caption="People"
          captionHidden
          head={['Name', 'Email', 'Telephone', 'Address', 'Restricted until looked at']}
          rows={list.data.rows.map((contact) => {
            const review = reviewOf(contact);
            return {
              key: contact.id,
              cells: [
                <a key="open" className="govuk-link" href={`#/contacts/${contact.id}`}>
                  {[contact.name, contact.organisation].filter(Boolean).join(', ')}
                </a>,
                contact.mail ?? '–',
                contact.telephone ?? '–',
                contact.address?.split('\n').join(', ') ?? '–',
                { content: review ? shortDate(review) : '–', className: 'desk-nowrap' },
              ],
            };
          })}
        />
      )}
      <Pagination
        aria-label="Pages of people"
        previous={pages.previous && { text: 'Back', onClick: pages.previous }}
        next={next ? { text: 'More', onClick: () => pages.next(next) } : undefined}
      />
    </>
  );
}
