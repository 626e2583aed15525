import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { dayWords } from '#renderer/dates.ts';
import { BackLink, Details, PageHeading, SummaryList } from '#renderer/kit/index.ts';
import { ConflictsOf } from '#renderer/sync/ConflictsOf.tsx';
import type { Output } from '#shared/contract.ts';
import { AddForms } from './AddForms.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import { Became } from './Became.tsx';
import { AnswerTag, kindTitle } from './words.tsx';

type Shown = Output<'recommendations.get'>;

/** One recommendation: by when the force answers, what it answered and did, and what changed because of it. */
export function RecommendationPage(): ReactNode {
  const { id = '' } = useParams<{ id: string }>();
  const read = useRead('recommendations.get', { id });
  const today = useSession().data?.today;
  const shown = read.data;
  return (
    <>
      <BackLink href="#/reviews/recommendations">Recommendations</BackLink>
      <ConflictsOf record={id} />
      <PageHeading key={`heading ${id}`} caption={shown?.reference}>
        Recommendation
      </PageHeading>
      <Failed failure={read.error} />
      {read.isLoading && <Waiting />}
      {shown && today && (
        <>
          <p className="govuk-body desk-words">{shown.recommendation.words}</p>
          <Facts shown={shown} />
          <h2 className="govuk-heading-m">What became of it</h2>
          <Became shown={shown} />
          <AnswerForm
            key={`answer ${id}`}
            id={id}
            madeOn={shown.recommendation.madeOn}
            today={today}
            first={shown.answer === null}
          />
          <AddForms key={`add ${id}`} id={id} today={today} />
        </>
      )}
    </>
  );
}

function Facts({
  shown: { recommendation, answer, deadline, late, reference, names },
}: {
  shown: Shown;
}): ReactNode {
  const { review, kind, madeOn, by } = recommendation;
  return (
    <SummaryList
      rows={[
        {
          key: 'Review',
          value: (
            <a className="govuk-link" href={`#/reviews/${review}`}>
              {reference ?? 'The review it was made in'}
            </a>
          ),
        },
        { key: 'Kind', value: kindTitle(kind) },
        { key: 'Made', value: `${dayWords(madeOn)}${names[by] ? ` by ${names[by]}` : ''}` },
        { key: 'Answer', value: <AnswerTag answer={answer} late={late} /> },
        deadline !== null && { key: 'Answer due', value: <Due deadline={deadline} /> },
      ]}
    />
  );
}

/** The last day for the answer, and how it was worked out. */
function Due({ deadline }: { deadline: NonNullable<Shown['deadline']> }): ReactNode {
  return (
    <>
      {deadline.due ? dayWords(deadline.due) : 'Not known'}
      <Details summary="How this date is worked out">
        <p className="govuk-body">{deadline.explanation}</p>
        <p className="govuk-body-s">{deadline.basis}. To confirm before it is quoted in a letter.</p>
      </Details>
    </>
  );
}
