import { open } from 'node:fs/promises';
import { count, counted, type Terminal } from '#commands/terminal.ts';
import type { Failure } from '#shared/errors.ts';
import type { ImportReport, RowProblem } from '#shared/import-views.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Desk } from '../desk.ts';
import { call } from './store.ts';

type Page = { problems: RowProblem[]; rejects: string };

/** The problems of an import, a thousand at a time: a file may have nothing else. */
async function* problemPages(desk: Desk, report: ImportReport): AsyncGenerator<Result<Page, Failure>> {
  for (let after: number | null = 0; after !== null; ) {
    const page: Awaited<ReturnType<typeof call<'imports.problems'>>> = await call(desk, 'imports.problems', {
      id: report.id,
      after,
      limit: 1_000,
    });
    yield page;
    if (!page.ok) return;
    after = page.value.next;
  }
}

/** Writes the rejected rows with their reasons to a new file. */
export const writeRejects = async (
  desk: Desk,
  report: ImportReport,
  path: string,
): Promise<Result<void, Failure>> => {
  const file = await open(path, 'wx').catch((error: NodeJS.ErrnoException) => error.code ?? '');
  if (typeof file === 'string') {
    return file === 'EEXIST' ? fail({ tag: 'fileExists', path }) : fail({ tag: 'cannotWrite', path });
  }
  try {
    for await (const page of problemPages(desk, report)) {
      if (!page.ok) return page;
      await file.write(page.value.rejects);
    }
    await file.sync();
    return ok(undefined);
  } catch {
    return fail({ tag: 'cannotWrite', path });
  } finally {
    await file.close();
  }
};

const problemLine = ({ line, column, problem, value }: RowProblem): string =>
  `line ${line}${column && `, ${column}`}: ${problem}${value && ` ("${value}")`}\n`;

/** Prints what is wrong: as text line by line, as JSON inside the report, which `endList` finishes. */
export const listProblems = async (
  desk: Desk,
  report: ImportReport,
  dryRun: boolean,
  terminal: Terminal,
): Promise<Result<void, Failure>> => {
  const { id: _id, problems: _problems, problemCount: _count, ...counts } = report;
  if (terminal.json) await terminal.out(`${JSON.stringify({ ...counts, dryRun }).slice(0, -1)},"problems":[`);
  let between = '\n';
  for await (const page of report.problemCount > 0 ? problemPages(desk, report) : []) {
    if (!page.ok) return page;
    for (const problem of page.value.problems) {
      await terminal.out(terminal.json ? between + JSON.stringify(problem) : problemLine(problem));
      between = ',\n';
    }
  }
  return ok(undefined);
};

export const endList = async (written: number, terminal: Terminal): Promise<void> => {
  if (terminal.json) await terminal.out(`],"written":${written}}\n`);
};

/** What became of the file, in sentences. */
export const summary = (
  report: ImportReport,
  { refused, dryRun, partial }: { refused: boolean; dryRun: boolean; partial: string | undefined },
): string => {
  const { rows, bad, unknownColumns, toCreate } = report;
  const lines = [
    `${report.file}: ${counted(rows, 'row')}, of which ${count(report.new)} new, ${count(report.changed)} changed, ${count(report.unchanged)} unchanged, ${count(bad)} with problems.`,
  ];
  if (unknownColumns.length > 0)
    lines.push(`Columns that are not known here were left out: ${unknownColumns.join(', ')}.`);
  if (toCreate.length > 0)
    lines.push(`${refused || dryRun ? 'Would be created' : 'Created'}: ${toCreate.join(', ')}.`);
  if (refused && partial === undefined) {
    lines.push('Nothing was written. Correct these rows, or import the others with --partial REJECTS.csv.');
  } else if (refused) {
    lines.push('Nothing was written: no row could be used.');
  } else if (dryRun) {
    lines.push('Nothing was written: this was a dry run.');
  }
  return lines.join('\n');
};
