import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { Table } from '#renderer/kit/index.ts';
import { percent } from '#shared/numbers.ts';
import type { RecordedAnswer } from '#shared/records/record-check.ts';

/** How every question was answered, each number the way to its checks. */
export function QuestionResults({ from, to }: { from: string; to: string }): ReactNode {
  const form = useRead('forms.get', { of: 'recordCheck' });
  const answers = useRead('checks.answers', { from, to });
  if (!form.data || !answers.data) return <Failed failure={form.error ?? answers.error} />;
  const asked = form.data.sections.flatMap((s) => s.questions);
  const textOf = (id: string) => asked.find((q) => q.id === id)?.text ?? id;
  const place = ({ question }: { question: string }) => asked.findIndex((q) => q.id === question);
  const linked = (question: string, answer: RecordedAnswer, count: number) => ({
    numeric: true,
    content:
      count === 0 ? (
        '0'
      ) : (
        <a
          className="govuk-link"
          href={`#/checks?${new URLSearchParams({ show: 'done', from, to, question, answer })}`}
        >
          {count}
          <span className="govuk-visually-hidden">
            {' '}
            answered {answer}: {textOf(question)}
          </span>
        </a>
      ),
  });
  return (
    <Table
      dense
      caption="Question by question"
      captionSize="s"
      firstCellIsHeader
      head={[
        'Question',
        { content: 'Yes', numeric: true },
        { content: 'No', numeric: true },
        { content: 'Not recorded', numeric: true },
        { content: 'Not applicable', numeric: true },
        { content: 'Share not recorded', numeric: true },
      ]}
      rows={answers.data
        .toSorted((a, b) => place(a) - place(b))
        .map(({ question, yes, no, notRecorded, notApplicable }) => ({
          key: question,
          cells: [
            textOf(question),
            linked(question, 'yes', yes),
            linked(question, 'no', no),
            linked(question, 'not recorded', notRecorded),
            linked(question, 'not applicable', notApplicable),
            { content: percent(notRecorded, yes + no + notRecorded), numeric: true },
          ],
        }))}
    />
  );
}
