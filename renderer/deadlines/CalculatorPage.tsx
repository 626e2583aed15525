import type { ReactNode } from 'react';
import { useSearch } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { PageHeading } from '#renderer/kit/index.ts';
import { AcrossReviews } from '#renderer/reviews/AcrossReviews.tsx';
import { QuestionFields } from './QuestionFields.tsx';
import { questionOf } from './question.ts';
import { WorkedOut } from './WorkedOut.tsx';

/** Works out any clock there is by hand. The address holds the question, so that it can be bookmarked or sent on. */
export function CalculatorPage(): ReactNode {
  const search = useSearch();
  const question = questionOf(search);
  const read = useRead('deadlines.rules', {});
  return (
    <>
      <PageHeading>Deadline calculator</PageHeading>
      <AcrossReviews />
      <p className="govuk-body">
        Choose what is to be done and the day it starts with. The address of this page then holds the whole
        question, so that it can be bookmarked. Nothing here changes a case.
      </p>
      <Failed failure={read.error} />
      {!read.data && !read.error && <Waiting />}
      {read.data && (
        <>
          <QuestionFields question={question} rules={read.data.rules} />
          {question && <WorkedOut question={question} {...read.data} />}
          {search !== '' && !question && (
            <p className="govuk-body">
              The address holds no question that can be worked out. Ask it anew above.
            </p>
          )}
        </>
      )}
    </>
  );
}
