import type { ReactNode } from 'react';
import { shortened } from '#renderer/concerns/words.tsx';
import { dayWords } from '#renderer/dates.ts';
import { ButtonLink, Details, SummaryList, Tag, TaskList } from '#renderer/kit/index.ts';
import type { Allegation } from '#shared/records/review-parts.ts';
import { capital } from '#shared/text.ts';
import type { ReviewShown } from '../parts.ts';
import { ReviewFrame } from '../ReviewFrame.tsx';
import { Declare } from './Declare.tsx';
import { mayWriteExamination, mayWriteFound } from './words.ts';

/** Everything an examination consists of, and where each part stands. */
export function ExaminationPage(): ReactNode {
  return <ReviewFrame title="Examination">{(shown) => <Examination shown={shown} />}</ReviewFrame>;
}

function Examination({ shown }: { shown: ReviewShown }): ReactNode {
  const { review, may, standing } = shown;
  const mayWrite = mayWriteExamination(shown);
  const at = `#/reviews/${review.id}`;
  const isClosed = may.examine && !mayWrite;
  const links = (href: string) => (isClosed ? { cannotStart: true } : { href });
  return (
    <>
      <p className="govuk-body">
        One question is examined: whether the outcome of the complaint was reasonable and proportionate.
      </p>
      <h2 className="govuk-heading-m">Conflict of interest</h2>
      <Declare shown={shown} />
      <Asked shown={shown} />
      {mayWrite && !mayWriteFound(shown) && (
        <p className="govuk-body">
          You decide reviews, so somebody else writes what was found: nobody decides what they assessed.
        </p>
      )}
      <h2 className="govuk-heading-m">Allegations</h2>
      {review.allegations.length === 0 && <p className="govuk-body">None has been entered yet.</p>}
      <TaskList
        idPrefix="allegation"
        items={review.allegations.map((one, i) => ({
          title: `Allegation ${i + 1}: ${shortened(one.text)}`,
          hint: [one.category, one.subcategory].filter(Boolean).join(': ') || 'No category chosen yet',
          status: <Finding finding={one.finding} />,
          ...links(`${at}/allegations/${one.id}`),
        }))}
      />
      {mayWrite && (
        <ButtonLink href={`${at}/allegations/new`} kind="secondary">
          Add an allegation
        </ButtonLink>
      )}
      <h2 className="govuk-heading-m">As a whole</h2>
      <TaskList
        idPrefix="whole"
        items={[
          {
            title: 'The outcome as a whole',
            hint: 'The office’s prompts, and the finding with its reasons',
            status: <Finding finding={review.examination?.finding} />,
            ...links(`${at}/examination/overall`),
          },
          {
            title: 'Draft',
            hint: 'Each version is kept; returning it ends the examination',
            status: review.drafts.length === 0 ? <Tag>Not begun</Tag> : `Version ${review.drafts.length}`,
            ...links(`${at}/draft`),
          },
          {
            title: 'Observations, learning and themes',
            status: review.learning.length + review.themes.length > 0 ? 'Entered' : 'Nothing entered',
            ...links(`${at}/learning`),
          },
        ]}
      />
      {standing !== 'open' && (
        <p className="govuk-body">The review has ended: the examination is only read.</p>
      )}
    </>
  );
}

function Finding({ finding }: { finding: Allegation['finding'] }): ReactNode {
  return finding ? capital(finding) : <Tag>Not found yet</Tag>;
}

/** What the applicant complains of and asks for, which nobody types again. */
function Asked({ shown: { review } }: { shown: ReviewShown }): ReactNode {
  const { complaint, outcome, grounds } = review;
  const day = outcome?.provided ?? outcome?.sent ?? outcome?.letterDated ?? outcome?.received;
  return (
    <Details summary="What was complained of, and why a review is asked for">
      <SummaryList
        rows={[
          {
            key: 'Complaint',
            value: <span className="desk-words">{complaint?.words ?? 'Nothing said'}</span>,
          },
          { key: 'Force’s reference', value: complaint?.reference ?? 'Not said' },
          { key: 'Outcome given', value: day ? dayWords(day) : 'Not said' },
          { key: 'Grounds', value: <span className="desk-words">{grounds ?? 'Nothing said'}</span> },
        ]}
      />
    </Details>
  );
}
