import type { Command } from '#commands/command.ts';
import { counted } from '#commands/terminal.ts';
import type { ConcernRow } from '#shared/concern-views.ts';
import type { Failure } from '#shared/errors.ts';
import { isUrgent } from '#shared/records/concern-next.ts';
import { concernStateTitles, severityTitles } from '#shared/records/concern-titles.ts';
import { ok, type Result } from '#shared/result.ts';
import { dayWords } from '#shared/times.ts';
import type { Desk } from '../desk.ts';
import { call, withStore } from './store.ts';

/** Every concern of a list, a page after the other. */
const all = async (desk: Desk, show: 'open' | 'urgent' | 'late'): Promise<Result<ConcernRow[], Failure>> => {
  const rows: ConcernRow[] = [];
  let after: string | undefined;
  do {
    const page = await call(desk, 'concerns.list', { filter: { show }, limit: 200, ...(after && { after }) });
    if (!page.ok) return page;
    rows.push(...page.value.rows);
    after = page.value.next ?? undefined;
  } while (after);
  return ok(rows);
};

const line = (row: ConcernRow): string => {
  const due = row.due && `answer owed by ${dayWords(row.due)}${row.late ? ', overdue' : ''}`;
  const told = isUrgent(row) && row.told === 0 && 'nobody told';
  return [
    row.reference ?? 'No number',
    dayWords(row.raisedOn),
    row.suite ?? 'no suite',
    severityTitles[row.severity],
    [concernStateTitles[row.state], due, told].filter(Boolean).join(', '),
    row.matter.replaceAll('\n', ' '),
  ].join('\t');
};

/** What somebody who stands in for the coordinator has before them, for a printout or a script. */
export const concerns: Command = {
  name: 'concerns',
  words: [],
  summary: 'The concerns that are open, with what is due and late',
  options: {
    late: { type: 'boolean', help: 'only those to which the police owe an answer that is overdue' },
    immediate: { type: 'boolean', help: 'only those that cannot wait' },
  },
  run: (given, terminal) =>
    withStore(given, terminal, async (desk) => {
      const urgent = given.has('immediate') ? 'urgent' : 'open';
      const found = await all(desk, given.has('late') ? 'late' : urgent);
      if (!found.ok) return found;
      if (terminal.json) await terminal.out(`${JSON.stringify(found.value, null, 2)}\n`);
      else for (const row of found.value) await terminal.out(`${line(row)}\n`);
      terminal.note(counted(found.value.length, 'concern'));
      return ok(0);
    }),
};
