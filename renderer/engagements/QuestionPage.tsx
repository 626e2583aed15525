import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead } from '#renderer/app/host.tsx';
import { dayWords } from '#renderer/dates.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { SaveMade } from '#renderer/files/SaveMade.tsx';
import { BackLink, ButtonGroup, ButtonLink, PageHeading, SummaryList } from '#renderer/kit/index.ts';
import { ConflictsOf } from '#renderer/sync/ConflictsOf.tsx';
import type { Output } from '#shared/contract.ts';
import { capital } from '#shared/text.ts';
import { CaseList } from './CaseList.tsx';
import { DueTag } from './DueTag.tsx';

/** One question to the Chief Constable, with its answer and the cases that led to it. */
export function QuestionPage(): ReactNode {
  const { id = '' } = useParams<{ id: string }>();
  const host = useHost();
  const read = useRead('assurance.get', { id });
  const may = useMay('assurance.save');
  const found = read.data;
  return (
    <>
      <BackLink href="#/assurance">Questions to the Chief Constable</BackLink>
      <ConflictsOf record={id} />
      <PageHeading key={`heading ${id}`}>{found?.question.title ?? 'Question'}</PageHeading>
      <Failed failure={read.error} />
      {read.isLoading && <Waiting />}
      {found && (
        <>
          <SummaryList rows={factsOf(found)} />
          <div className="desk-screen-only">
            <ButtonGroup>
              {may && (
                <ButtonLink href={`#/assurance/${id}/edit`} kind="secondary">
                  {found.question.answered
                    ? 'Change the question'
                    : 'Enter the answer, or change the question'}
                </ButtonLink>
              )}
              <SaveMade make={() => host.call('assurance.file', { id })}>
                Save the question as a Word document
              </SaveMade>
            </ButtonGroup>
          </div>
          <h2 className="govuk-heading-m">Cases that led to it</h2>
          {found.cases.length === 0 ? (
            <p className="govuk-body">No case is linked to it.</p>
          ) : (
            <CaseList cases={found.cases} />
          )}
        </>
      )}
    </>
  );
}

const words = (text: string | undefined, none: string): ReactNode =>
  text ? <span className="desk-words">{text}</span> : none;

const factsOf = (found: Output<'assurance.get'>) => {
  const { question: one, by } = found;
  return [
    { key: 'Question', value: words(one.question, '') },
    { key: 'Put on', value: by ? `${dayWords(one.on)}, by ${by}` : dayWords(one.on) },
    {
      key: 'Answer due',
      value: (
        <>
          {one.due ? dayWords(one.due) : 'No day was set'} <DueTag {...found} />
        </>
      ),
    },
    { key: 'Themes', value: one.themes.join(', ') || 'None named' },
    { key: 'Answered on', value: one.answered ? dayWords(one.answered) : 'Not yet' },
    { key: 'Written answer', value: words(one.answer, 'None yet') },
    {
      key: 'Outcome',
      value: one.outcome
        ? [capital(one.outcome), one.outcomeWords].filter(Boolean).join(': ')
        : 'Not said yet',
    },
  ];
};
