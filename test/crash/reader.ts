import { diff } from '#shared/sync/patch.ts';
import { ask, deskOver, freshId } from '#test/office.ts';
import { tellLine } from './tell.ts';

/*
 * Somebody who reads a custody record, in a process of their own, until it is killed. Each line of the time line is told
 * before it is asked for, and again once it was called saved.
 */
const [folder = '', recoveryCode = ''] = process.argv.slice(2);
const office = deskOver(folder);
await ask(office.host, 'store.unlock', { recoveryCode });

const id = freshId();
await office.ask('checks.start', { id });
tellLine(JSON.stringify({ kind: 'begun', id }));
for (let line = 1; ; line += 1) {
  const entry = freshId();
  const { check } = await office.ask('checks.get', { id });
  const more = { id: entry, order: entry, step: 'check' as const, words: `Line ${line}` };
  const answers = { ...check.answers, roused: { value: line % 2 === 0 ? 'yes' : 'not recorded' } };
  tellLine(JSON.stringify({ kind: 'types', line }));
  const patch = diff(check, { ...check, entries: [...check.entries, more], answers });
  await office.ask('checks.save', { id, patch });
  tellLine(JSON.stringify({ kind: 'saved', line }));
}
