import { type Command, wrong } from '#commands/command.ts';
import { unknownWord } from '#commands/words.ts';
import { deadline } from '#shared/deadlines/deadline.ts';
import { type RuleId, ruleIds, ruleOf } from '#shared/deadlines/rules.ts';
import { ok } from '#shared/result.ts';
import { dayWords, parseDate } from '#shared/times.ts';

const isRule = (word: string): word is RuleId => (ruleIds as readonly string[]).includes(word);

export const deadlines: Command = {
  name: 'deadline',
  words: ['RULE', 'DATE'],
  summary: 'Work out a due date, and say how it comes about',
  options: {},
  async run({ words }, terminal) {
    const [name = '', day = ''] = words;
    if (!isRule(name)) return unknownWord('rule', name, ruleIds);
    const start = parseDate(day);
    const year = Number(start?.slice(0, 4));
    if (start === undefined || year < 1900 || year > 2200)
      return wrong(`"${day}" is no day between 1900 and 2200. Write it like 2024-12-09 or 9/12/2024.`);
    const due = deadline(name, [{ kind: 'started', on: start }]);
    if (!due) throw new Error('a clock that was started has an end');
    await terminal.out(
      terminal.json
        ? `${JSON.stringify(due, null, 2)}\n`
        : `${ruleOf(name).title}: ${due.due ? dayWords(due.due) : 'no last day'}${due.provisional ? ' (provisional)' : ''}\n${due.explanation}\n`,
    );
    return ok(0);
  },
};
