import type { ReactNode } from 'react';
import { Around } from '#renderer/contacts/Around.tsx';
import { dayWords } from '#renderer/dates.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { SummaryList } from '#renderer/kit/index.ts';
import type { Contact } from '#shared/records/contact.ts';
import { assessorOf } from '#shared/records/review.ts';
import type { ReviewShown } from './parts.ts';

const isWords = {
  complainant: 'the complainant',
  'authorised by the complainant': 'authorised by the complainant',
  neither: 'neither the complainant nor authorised',
};

/** Somebody outside the office, and how they are reached. */
function Reached({ contact }: { contact: Contact }): ReactNode {
  const { id, name, organisation, address, mail, telephone, prefers } = contact;
  const mayOpen = useMay('contacts.view');
  const how = [organisation, address, mail, telephone].filter(Boolean);
  return (
    <>
      {mayOpen ? (
        <a className="govuk-link" href={`#/contacts/${id}`}>
          {name}
        </a>
      ) : (
        name
      )}
      <span className="desk-words">{how.map((line) => `\n${line}`)}</span>
      {prefers && (
        <>
          <br />
          Prefers {prefers}
        </>
      )}
    </>
  );
}

/** Who has to do with a review, and what it is about. */
export function People({ shown }: { shown: ReviewShown }): ReactNode {
  const { review, applicant, representative, names } = shown;
  const { complaint, applicantIs, grounds } = review;
  const assessor = assessorOf(review);
  const authority = review.representative?.authority;
  const force = [complaint?.force, complaint?.reference].filter(Boolean).join(', ');
  const outside = [applicant, representative].filter((one) => one !== null);
  return (
    <section aria-labelledby="people">
      <h2 className="govuk-heading-m" id="people">
        People and complaint
      </h2>
      {[...new Set(outside.map(({ id }) => id))].map((id) => (
        <Around key={id} contact={id} besides={review.id} adjusted />
      ))}
      <SummaryList
        rows={[
          {
            key: 'Applicant',
            value: applicant ? (
              <>
                <Reached contact={applicant} />
                {applicantIs && (
                  <>
                    <br />
                    They are {isWords[applicantIs]}.
                  </>
                )}
              </>
            ) : (
              '–'
            ),
          },
          Boolean(representative) && {
            key: 'Representative',
            value: (
              <>
                {representative && <Reached contact={representative} />}
                <br />
                {authority ? `Authorised on ${dayWords(authority)}` : 'No authority is on file.'}
              </>
            ),
          },
          { key: 'Looked after by', value: (review.caseworker && names[review.caseworker]) ?? 'Nobody' },
          Boolean(assessor) && { key: 'Assessor', value: names[assessor ?? ''] ?? '–' },
          Boolean(force) && { key: 'Force and its reference', value: force },
          Boolean(complaint?.words) && {
            key: 'Complaint',
            value: <span className="desk-words">{complaint?.words}</span>,
          },
          Boolean(grounds) && {
            key: 'Why they ask for a review',
            value: <span className="desk-words">{grounds}</span>,
          },
        ]}
      />
    </section>
  );
}
