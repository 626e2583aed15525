import type { ReactNode } from 'react';
import { Table } from '#renderer/kit/index.ts';
import type { BoardMatter } from '#shared/calls/board.ts';
import type { Output } from '#shared/contract.ts';
import { count } from '#shared/numbers.ts';
import { matters } from './matters.ts';

type Board = Output<'board.get'>;

/** What is told by suite, in the words of a narrow column. */
const columns: readonly [matter: BoardMatter, head: string][] = [
  ['untold', 'Urgent, nobody told'],
  ['lateAnswers', 'Answers late'],
  ['fresh', 'Not taken on'],
  ['withCoordinator', 'With coordinator'],
  ['awaited', 'With the police'],
  ['answered', 'Answered'],
  ['unread', 'Not read'],
  ['openQueries', 'Queries open'],
  ['undeclared', 'Declarations owed'],
];

/** The same by suite: where most is left undone shows at once. */
export function SuiteTable({ board }: { board: Board }): ReactNode {
  const { suites, figures, from, today } = board;
  const of = new Map(figures.map((figure) => [figure.matter, figure.bySuite]));
  const number = (matter: BoardMatter, suite: string | null) =>
    of.get(matter)?.find((line) => line.suite === suite)?.count ?? 0;
  const cell = (matter: BoardMatter, { id, name }: { id: string | null; name: string }) => {
    const n = number(matter, id);
    const { list, title } = matters[matter];
    const content =
      n === 0 || id === null ? (
        count(n)
      ) : (
        <a className="govuk-link" href={`#${list(id, { from, to: today })}`}>
          {count(n)}
          <span className="govuk-visually-hidden">
            {' '}
            {title}, {name}
          </span>
        </a>
      );
    return { content, numeric: true };
  };
  const rows = [...suites, { id: null, name: 'No suite' }].filter(
    ({ id }) => id !== null || columns.some(([matter]) => number(matter, null) > 0),
  );
  if (rows.length === 0) return null;
  return (
    <Table
      dense
      caption="By suite"
      captionSize="m"
      firstCellIsHeader
      head={['Suite', ...columns.map(([, head]) => ({ content: head, numeric: true }))]}
      rows={rows.map((suite) => ({
        key: suite.id ?? 'none',
        cells: [suite.name, ...columns.map(([matter]) => cell(matter, suite))],
      }))}
    />
  );
}
