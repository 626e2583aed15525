import type { ReactNode } from 'react';
import { useState } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useHost } from '#renderer/app/host.tsx';
import { Button, Table } from '#renderer/kit/index.ts';
import type { Failure } from '#shared/errors.ts';
import type { ImportReport, RowProblem } from '#shared/import-views.ts';
import { count } from '#shared/numbers.ts';

/** Everything wrong with a file, line by line: the first of it with the report, the rest page by page. */
export function Problems({ report }: { report: ImportReport }): ReactNode {
  const host = useHost();
  const [problems, setProblems] = useState<RowProblem[]>(report.problems);
  /** Where the next page begins; the first page was never asked for, so asking begins with it. */
  const [next, setNext] = useState<number | null>(0);
  const [failure, setFailure] = useState<Failure | null>(null);
  const more = async () => {
    if (next === null) return;
    const page = await host.call('imports.problems', { id: report.id, after: next });
    setFailure(page.ok ? null : page.error);
    if (!page.ok) return;
    setProblems(next === 0 ? page.value.problems : [...problems, ...page.value.problems]);
    setNext(page.value.next);
  };
  const shown = problems.length < report.problemCount ? `, the first ${count(problems.length)} shown` : '';
  return (
    <>
      <Table
        dense
        caption={`${count(report.problemCount)} ${report.problemCount === 1 ? 'problem' : 'problems'}${shown}`}
        captionSize="m"
        head={[{ content: 'Line', numeric: true }, 'Column', 'Value', 'Problem']}
        rows={problems.map((problem, index) => ({
          key: index,
          cells: [
            { content: problem.line, numeric: true },
            <code key="column">{problem.column}</code>,
            problem.value,
            problem.problem,
          ],
        }))}
      />
      <Failed failure={failure} />
      {next !== null && problems.length < report.problemCount && (
        <Button type="button" kind="secondary" onClick={more}>
          Show more problems
        </Button>
      )}
    </>
  );
}
