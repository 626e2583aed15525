import type { Command } from '#commands/command.ts';
import { ok } from '#shared/result.ts';
import type { AuditEntry } from '../port.ts';
import { withHub } from './store.ts';

const atOnce = 1_000;

const asText = ({ at, kind, person, device, detail }: AuditEntry): string => {
  const about = Object.entries(detail).map(([name, value]) => `${name}=${value}`);
  return [at, kind, person ?? 'office', device ?? '-', ...about].join(' ');
};

export const audit: Command = {
  name: 'audit',
  words: [],
  summary: 'What was done, by whom and when, from the first entry to the last',
  options: {},
  run(given, terminal) {
    return withHub(given, terminal, async ({ store }) => {
      const entries: AuditEntry[] = [];
      for (let after = 0; ; ) {
        const some = await store.read((s) => s.auditTrail(after, atOnce));
        if (terminal.json) entries.push(...some);
        else if (some.length > 0) await terminal.out(`${some.map(asText).join('\n')}\n`);
        const last = some.at(-1);
        if (!last) break;
        after = last.seq;
      }
      if (terminal.json) await terminal.out(`${JSON.stringify(entries, null, 2)}\n`);
      return ok(0);
    });
  },
};
