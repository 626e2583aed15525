import { type Command, couldNot, wrong } from '#commands/command.ts';
import { unknownWord } from '#commands/words.ts';
import { recordTypes } from '#shared/records/types.ts';
import { ok } from '#shared/result.ts';
import { purge as purgeRecord } from '../office/purge.ts';
import { idOf, said, withHub } from './store.ts';

const types: readonly string[] = recordTypes;

export const purge: Command = {
  name: 'purge',
  words: ['TYPE', 'ID'],
  summary: 'Destroy a record for good, and say where else it still lies',
  options: { reason: { type: 'string', hint: 'WORDS', help: 'why, for the audit (needed)' } },
  async run(given, terminal) {
    const [type = '', typed] = given.words;
    if (!types.includes(type)) return unknownWord('type', type, types);
    const id = idOf(typed, 'record');
    if (!id.ok) return id;
    const reason = given.text('reason');
    if (!reason) return wrong('Say why with --reason: it stands in the audit in the place of the record.');
    return withHub(given, terminal, async (office) => {
      const done = await purgeRecord(office, null, { type, id: id.value, reason });
      if (!done.ok) return said(done.error, type);
      const { outstanding, destroyed = [], open = [] } = done.value;
      if (open.length > 0) return couldNot(stillOpen(open), terminal);
      const along = destroyed.length > 0 ? ['Destroyed with it:', ...destroyed] : [];
      if (terminal.json) await terminal.out(`${JSON.stringify(done.value, null, 2)}\n`);
      else await terminal.out(['Purged.', ...along, 'It may still lie in:', ...outstanding, ''].join('\n'));
      terminal.note('A laptop lets go of it at its next sync; destroy the backups, or keep them under lock.');
      return ok(0);
    });
  },
};

const stillOpen = (open: readonly { id: string; name: string }[]): string => {
  const [verb, it] = open.length === 1 ? ['is', 'it'] : ['are', 'them'];
  const names = open.map(({ name, id }) => (name.includes(id) ? name : `${name} (${id})`)).join(', ');
  return `Nothing was destroyed: ${names}, raised from it, ${verb} still open. Close ${it} first, or purge ${it} by its own id.`;
};
