import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type JoinedOffice, joinedOffice } from '#test/joined.ts';
import { desk as deskProcess } from './desk-process.ts';
import { desk } from './in-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'icv cli joined '));
const at = (name: string) => join(folder, name);
const file = (name: string, text: string) => {
  writeFileSync(at(name), text);
  return at(name);
};
const ann = (...args: string[]) => desk([...args, '--data', at('ann')]);

let office: JoinedOffice;
beforeAll(async () => {
  office = await joinedOffice();
});
afterAll(async () => {
  await office.end();
  rmSync(folder, { recursive: true, force: true });
});

it('a laptop joins by a code, once, and prints its recovery code', async () => {
  const { code } = await office.served.invited('Ann Coordinator', 'coordinator');
  const invite = ['join', '--hub', office.served.url, '--invite', code, '--json'];
  const joined = await deskProcess([...invite, '--data', at('ann')]);
  expect([joined.code, JSON.parse(joined.out)]).toEqual([
    0,
    {
      recoveryCode: expect.stringMatching(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/),
      person: 'Ann Coordinator',
      body: 'Office of a policing body',
      reached: true,
    },
  ]);
  expect(readdirSync(at('ann')).sort()).toEqual(['ann-coordinator', 'ann-coordinator.lock']);
  const again = await desk([...invite, '--data', at('thief')]);
  expect([again.code, again.out]).toEqual([1, '']);
  expect(again.err).toMatch(/used already, has run out, or was typed wrongly/);
  expect(existsSync(at('thief'))).toBe(false);
});

it('joins by a file, where the person has no store yet', async () => {
  const { file: invitation } = await office.served.invited('Bob Visitor', 'visitor');
  const path = file('bob.icvinvite', JSON.stringify({ ...JSON.parse(invitation), hub: office.served.url }));
  const bob = ['--data', at('bob')];
  const joined = await desk(['join', '--invite', path, ...bob]);
  expect(joined.code).toBe(0);
  const status = JSON.parse((await desk(['status', '--json', ...bob])).out);
  expect(status).toMatchObject({ person: 'Bob Visitor', sync: { mode: 'joined', waiting: 0 } });
  const rubbish = await desk(['join', '--invite', file('rubbish', '{}'), '--data', at('nobody')]);
  expect([rubbish.code, rubbish.out]).toEqual([2, '']);
});

it('says what waits, takes it out, brings it in, sends it and agrees with the office', async () => {
  await ann('import', 'suites', file('suites.csv', 'name,area\nNorthgate,North\nSouthgate,South\n'));
  const waiting = await ann('status');
  expect(waiting.out).toMatch(/2 changes wait to be sent/);
  const rescue = at('unsent.icvrescue');
  expect(await ann('rescue', rescue)).toMatchObject({ code: 0, out: `${rescue}\n` });
  expect(readFileSync(rescue, 'latin1')).not.toContain('Northgate');
  expect((await ann('rescue', rescue)).err).toMatch(/already exists/);
  expect(await ann('rescue', '--in', rescue, '--json')).toMatchObject({ code: 0 });
  const synced = await deskProcess(['sync', '--json', '--data', at('ann')]);
  expect(synced.code).toBe(0);
  expect(JSON.parse(synced.out)).toMatchObject({ ok: true, waiting: 0, connection: 'reached' });
  expect((await ann('rescue', at('more'))).err).toMatch(/Nothing is unsent/);
  const checked = await ann('check');
  expect(checked).toMatchObject({ code: 0, err: '' });
  expect(checked.out).toBe('The store is sound.\nEverything here agrees with the office.\n');
});

it('says in one line that the office ended its access, and is no store any more', async () => {
  for (const { id } of await office.hub.store.read((s) => s.devices()))
    await office.hub.store.inOrder((s) => s.saveDevice(id, { revoked: '2026-05-05T10:00:00.000Z' }));
  const ended = await ann('sync');
  expect([ended.code, ended.out]).toEqual([1, '']);
  expect(ended.err.trim().split('\n')).toHaveLength(1);
  expect(ended.err).toMatch(/has ended the access of this laptop/);
  for (const command of ['status', 'sync', 'check'])
    expect((await ann(command)).err, command).toMatch(/has ended the access of this laptop/);
});

it('is its own office where it never joined one', async () => {
  await desk(['init', '--data', at('alone')]);
  const alone = await desk(['sync', '--data', at('alone')]);
  expect([alone.code, alone.out]).toEqual([1, '']);
  expect(alone.err).toMatch(/is its own office/);
  expect((await desk(['check', '--data', at('alone')])).out).toBe('The store is sound.\n');
});
