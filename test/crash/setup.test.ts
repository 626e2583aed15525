import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listStores, readKeys } from '#db/folder.ts';
import { openWithPassphrase } from '#db/keys.ts';
import { changeRecoveryCode } from '#db/rewrap.ts';
import { sources } from '#desk/machine.ts';
import { addPerson, addSuite, deskOver, newFolder, passphrase, removeFolder } from '#test/office.ts';
import { disagreements } from '#test/whole.ts';
import { received } from '../scenario/reports.ts';
import { killed } from './child.ts';

/** Kills the setting up of a store so many milliseconds after it began, or once it called itself made. */
const setUpUntil = async (folder: string, wait: number | 'made') => {
  const { byItself, lines } = await killed('founder.ts', [folder], (line) => {
    if (wait === 'made') return line === 'made' ? 0 : undefined;
    return wait;
  });
  expect(byItself).toBe(false);
  return lines.includes('made');
};

/** A recovery code for a store whose own was never shown. */
const codeOf = async (folder: string): Promise<string> => {
  const stores = listStores(folder);
  const directory = stores.ok ? (stores.value[0]?.directory ?? '') : '';
  const keys = readKeys(directory);
  const key = keys.ok ? await openWithPassphrase(keys.value, passphrase) : keys;
  const code = key.ok ? await changeRecoveryCode(directory, key.value, sources) : key;
  if (!code.ok) throw new Error(code.error.tag);
  return code.value;
};

const create = {
  name: 'office',
  person: 'Alexandra Office',
  body: 'Office of a policing body',
  passphrase,
  start: 'empty',
} as const;

/** From well before the keys are made to after the example has been written, on a quick machine and a slow one. */
const moments = [0, 200, 350, 500, 800, 1_200, 'made'] as const;

describe('setting up a store that is killed', () => {
  it.each(moments)('leaves no store or one that can be worked with (killed at: %s)', async (moment) => {
    const folder = newFolder();
    const made = await setUpUntil(folder, moment);
    const next = deskOver(folder);
    const { state } = await next.ask('store.status', {});
    if (made) expect(state).toBe('locked');
    if (state === 'none') await next.ask('store.create', create);
    else await next.ask('store.unlock', { passphrase });

    // Whatever was left, a person can go to work in it, and nothing half is in the way.
    expect((await next.ask('session.get', {})).person.roles).toContain('coordinator');
    const suite = await addSuite(next, 'Northgate');
    const visitor = await addPerson(next, 'Second Visitor');
    const id = await received(next, suite, visitor);
    expect((await next.ask('visits.get', { id })).state).toBe('received');
    const count = (await next.ask('visits.count', { filter: { show: 'received' } })).count;
    expect(made ? count > 500 : count === 1 || count > 500, `${count} visits`).toBe(true);
    await next.close();

    expect(disagreements(folder, await codeOf(folder))).toEqual([]);
    const left = readdirSync(folder).filter((name) => name.includes('.') && !name.endsWith('.lock'));
    expect(left).toEqual([]);
    removeFolder(folder);
  });
});
