import { type Command, wrong } from '#commands/command.ts';
import type { ScheduledReturn } from '#shared/calls/return-life.ts';
import type { Failure } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { dayWords } from '#shared/times.ts';
import type { Desk } from '../desk.ts';
import { asText, columns } from './return-text.ts';
import { call, withStore } from './store.ts';
import { type Format, tell, tellingOptions, toldAs } from './telling.ts';

type Asked = { key: string; period: string; number?: number };

const figuresOf = async (desk: Desk, { number, ...of }: Asked) => {
  if (number === undefined) {
    const prepared = await call(desk, 'returns.prepare', of);
    return prepared.ok ? ok(prepared.value.result) : prepared;
  }
  const issue = await call(desk, 'returns.issue', { ...of, number });
  return issue.ok ? ok(issue.value.frozen.result) : issue;
};

const compose = async (desk: Desk, asked: Asked, format: Format): Promise<Result<Buffer, Failure>> => {
  if (format === 'text') {
    const figures = await figuresOf(desk, asked);
    return figures.ok ? ok(Buffer.from(asText(figures.value))) : figures;
  }
  const made = await call(desk, 'returns.issueFile', { ...asked, as: format });
  return made.ok ? ok(Buffer.from(made.value.bytes, 'base64')) : made;
};

const leftWords = (left: number | null): string => {
  if (left === null) return '';
  return left < 0 ? `${-left} days late` : `${left} days left`;
};

const asLine = ({ key, name, period, state, due, left, prepares }: ScheduledReturn): string[] => [
  key,
  name,
  period.id,
  state,
  due === null ? '' : dayWords(due),
  leftWords(left),
  prepares?.name ?? '',
];

/** What is due, for a script that reminds; and what was signed, for one that puts it where it is published. */
export const namedReturns: Command = {
  name: 'returns',
  words: [],
  summary: "List the office's returns that are due, or write what was signed of one",
  options: {
    all: { type: 'boolean', help: 'every period there are figures for, also what was published' },
    named: { type: 'string', hint: 'KEY', help: 'write this return instead of the list' },
    period: { type: 'string', hint: 'P', help: 'of this period: 2022-23, 2022-23Q4 or two dates' },
    number: {
      type: 'string',
      hint: 'N',
      help: 'which issue: 0 for the first, 1 for the first revision (default: the draft)',
    },
    ...tellingOptions,
  },
  async run(given, terminal) {
    const key = given.text('named');
    if (key === undefined)
      return withStore(given, terminal, async (desk) => {
        const rows = await call(desk, 'returns.schedule', { show: given.has('all') ? 'all' : 'due' });
        if (!rows.ok) return rows;
        const head = ['Key', 'Return', 'Period', 'State', 'Due', '', 'Prepares'];
        const list = () => `${columns(head, rows.value.map(asLine))}\n`;
        await terminal.out(terminal.json ? `${JSON.stringify(rows.value, null, 2)}\n` : list());
        return ok(0);
      });
    const period = given.text('period');
    if (period === undefined) return wrong('Say which period: --period 2022-23Q4, for example.');
    const number = given.text('number');
    if (number !== undefined && !/^\d{1,3}$/.test(number))
      return wrong(`"${number}" is no number of an issue. Write 0 for the first, 1 for its first revision.`);
    const told = toldAs(given, terminal);
    if (!told.ok) return told;
    const asked = { key, period, ...(number !== undefined && { number: Number(number) }) };
    return withStore(given, terminal, (desk) =>
      tell(told.value, terminal, () => compose(desk, asked, told.value.format)),
    );
  },
};
