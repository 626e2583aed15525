import type { ReactNode } from 'react';
import { SummaryList, Table } from '#renderer/kit/index.ts';
import { remainderSentence } from '#shared/forms/check.ts';
import type { Form, Question } from '#shared/forms/definition.ts';
import { shownSections } from '#shared/forms/engine.ts';
import { answerTo, type FormSettings, visitScope } from '#shared/forms/scope.ts';
import { completeLadder, type Ladder, ladderFields } from '#shared/records/ladder.ts';
import { delayMinutes, type Visit, visitMinutes } from '#shared/records/visit.ts';
import { rungTitles } from '../words.ts';
import { answerText, notAnswered } from './spoken.ts';

type ReportProps = { form: Form; visit: Visit; settings: FormSettings; names: Record<string, string> };

/** The report as it is read and printed: every question that applies, blanks said to be blank. */
export function Report({ form, visit, settings, names }: ReportProps): ReactNode {
  return shownSections(form, visitScope(visit), settings).map((section) => {
    const ladders = section.questions.filter((q) => q.kind === 'ladder');
    const others = section.questions.filter((q) => q.kind !== 'ladder' && q.kind !== 'minutes');
    return (
      <section key={section.id} aria-labelledby={`report-${section.id}`}>
        <h2 className="govuk-heading-m" id={`report-${section.id}`}>
          {section.title}
        </h2>
        {others.length > 0 && (
          <SummaryList
            rows={others.flatMap((q) => [
              { key: q.text, value: <Words text={answerText(q, names, answerTo(q, visitScope(visit)))} /> },
              q.field === 'admitted' && { key: 'Kept waiting', value: minutes(delayMinutes(visit)) },
              q.field === 'left' && { key: 'Whole stay', value: minutes(visitMinutes(visit)) },
            ])}
          />
        )}
        {ladders.length > 0 && <Ladders title={section.title} questions={ladders} visit={visit} />}
      </section>
    );
  });
}

const minutes = (n: number | null) => (n === null ? 'Not known' : n === 1 ? '1 minute' : `${n} minutes`);

/** Words as they were typed, line by line; a blank in grey. */
function Words({ text }: { text: string }): ReactNode {
  return <span className={text === notAnswered ? 'desk-blank' : 'desk-words'}>{text}</span>;
}

type LaddersProps = { title: string; questions: readonly Question[]; visit: Visit };

/** Columns of counts, only those with something in them; what they leave unexplained stands beneath. */
function Ladders({ title, questions, visit }: LaddersProps): ReactNode {
  const columns = questions
    .map((q) => ({ q, ladder: (answerTo(q, visitScope(visit)) ?? {}) as Ladder }))
    .filter(({ ladder }) => ladderFields.some((rung) => ladder[rung] !== undefined));
  if (columns.length === 0) return <p className="govuk-body desk-blank">{notAnswered}</p>;
  return (
    <>
      <Table
        dense
        caption={`${title}, in numbers`}
        captionHidden
        firstCellIsHeader
        head={[
          <span key="rung" className="govuk-visually-hidden">
            What is counted
          </span>,
          ...columns.map(({ q }) => ({ content: q.text, numeric: true })),
        ]}
        rows={ladderFields.map((rung) => ({
          key: rung,
          cells: [
            rungTitles[rung],
            ...columns.map(({ ladder }) => ({ content: completeLadder(ladder)[rung] ?? '–', numeric: true })),
          ],
        }))}
      />
      {columns.map(({ q, ladder }) => {
        const text = remainderSentence(ladder);
        return (
          text && (
            <p key={q.id} className="govuk-body">
              <strong>{q.text}:</strong> {text}.
            </p>
          )
        );
      })}
    </>
  );
}
