import { execFile, execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Worker } from 'node:worker_threads';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { addPerson, addSuite, deskOver, newFolder, newOffice, passphrase } from '#test/office.ts';
import { disagreements } from '#test/whole.ts';
import { desk } from './desk-process.ts';
import { change, complete, draft, received } from './reports.ts';

const day = 86_400_000;
const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Whether this machine lets a test make a small disk of its own. */
const canMount = (() => {
  const folder = newFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder]);
    return true;
  } catch {
    console.warn('NOT TRIED: a full disk and a read-only one. Mounting needs root.');
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
})();

const create = { name: 'office', person: 'A', body: 'B', passphrase, start: 'empty' } as const;

describe('a laptop whose clock is wrong', () => {
  it.each([
    ['in 1970', -Date.now() + 3_600_000],
    ['a year ahead', 365 * day],
    ['a day behind', -day],
  ])('%s: what is typed is kept, sent, numbered by its own date and counted', async (_when, wrongBy) => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', here('bad-clock.mjs'), here('clock-work.ts')],
      { env: { ...process.env, ICV_CLOCK: String(wrongBy) } },
    );
    const found = JSON.parse(stdout);
    expect(found.today.slice(0, 4)).toBe(new Date(Date.now() + Number(wrongBy)).toISOString().slice(0, 4));
    expect(found).toMatchObject({
      reference: 'V1969/0001',
      number: 1,
      kept: 'Quiet.',
      counted: 1,
      wrong: [],
    });
  });
});

describe.runIf(canMount)('a disk that cannot be written', () => {
  const folder = newFolder();
  const mount = (options: string) =>
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
  afterEach(() => execFileSync('umount', ['-l', folder]));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('when it is full, says so; everything called saved is there, and work goes on once there is room', async () => {
    mount('size=4m');
    const full = deskOver(folder);
    const { recoveryCode } = await full.ask('store.create', create);
    const suite = await addSuite(full, 'Northgate');
    const visitor2 = await addPerson(full, 'Second Visitor');
    const id = await draft(full, { ...complete, suite, visitor2 });
    let saved = 'Quiet.';
    let refused: string | undefined;
    for (let n = 0; refused === undefined && n < 2_000; n += 1) {
      const next = `${n} ${'words '.repeat(3_000)}`;
      const patch = change('comments', saved, next);
      const answer = await full.host.call('visits.save', { id, patch });
      if (answer.ok) saved = next;
      else refused = answer.error.tag;
      // A second file grows beside the store, as downloads do.
      if (n === 20) writeUntilFull(join(folder, 'download'));
    }
    expect(refused).toBe('diskFull');
    expect((await full.ask('visits.get', { id })).visit.comments).toBe(saved);
    expect(await full.refusal('store.backUp', {})).toMatchObject({ tag: 'diskFull' });

    rmSync(join(folder, 'download'));
    await full.ask('visits.save', { id, patch: change('comments', saved, 'There is room again') });
    await full.ask('visits.ready', { id });
    await full.close();
    expect(disagreements(folder, recoveryCode)).toEqual([]);
  });

  it('when it gets full while a file is read, imports none of it rather than most of it', async () => {
    mount('size=4m');
    const full = deskOver(folder);
    await full.ask('store.create', create);
    await addSuite(full, 'Northgate');
    const { id } = await full.ask('imports.begin', { kind: 'visits', file: 'old.csv' });
    await full.ask('imports.chunk', { id, text: 'reference,suite,date,outcome,comments\n' });
    writeUntilFull(join(folder, 'download'));
    const rows = (from: number) =>
      Array.from(
        { length: 150 },
        (_, i) => `R${from + i},Northgate,2024-05-14,completed,${'words '.repeat(300)}\n`,
      ).join('');
    expect(await full.refusal('imports.chunk', { id, text: rows(0) })).toEqual({ tag: 'diskFull' });
    rmSync(join(folder, 'download'));
    expect(await full.refusal('imports.chunk', { id, text: rows(150) })).toEqual({ tag: 'importGone' });
    expect(await full.refusal('imports.finish', { id })).toEqual({ tag: 'importGone' });
    expect(await full.ask('visits.count', { filter: {} })).toEqual({ count: 0 });
    await full.close();
  });

  it('when it is full, makes no half store; with room again it makes a whole one', async () => {
    mount('size=2m');
    writeUntilFull(join(folder, 'download'));
    const full = deskOver(folder);
    expect(await full.refusal('store.create', create)).toEqual({ tag: 'diskFull' });
    expect((await full.ask('store.status', {})).state).toBe('none');
    rmSync(join(folder, 'download'));
    await full.ask('store.create', create);
    await full.close();
  });

  it('when it may only be read, says so and loses nothing', async () => {
    mount('size=8m');
    const first = deskOver(folder);
    const { recoveryCode } = await first.ask('store.create', create);
    await first.close();
    execFileSync('mount', ['-o', 'remount,ro', folder]);
    const second = deskOver(folder);
    expect(await second.refusal('store.unlock', { recoveryCode })).toMatchObject({ tag: 'cannotWrite' });
    expect(await second.refusal('store.create', { ...create, name: 'other' })).toMatchObject({
      tag: 'cannotWrite',
    });
    expect((await second.ask('store.status', {})).stores).toHaveLength(1);
    await second.close();
    execFileSync('mount', ['-o', 'remount,rw', folder]);
    expect(disagreements(folder, recoveryCode)).toEqual([]);
  });
});

const writeUntilFull = (path: string) => {
  try {
    for (;;) writeFileSync(path, Buffer.alloc(65_536), { flag: 'a' });
  } catch {
    // That was the point.
  }
};

describe('two at once', () => {
  it('a second process is told that the store is in use, and the first goes on', async () => {
    const office = await newOffice();
    const { code, err } = await desk(['status', '--data', office.folder]);
    expect(code).toBe(1);
    expect(err).toMatch(/open in another window/);
    await addSuite(office, 'Northgate');
    await office.close();
    expect((await desk(['status', '--data', office.folder])).code).toBe(0);
    await office.end();
  });

  it('two windows that unlock at the same moment are both let in', async () => {
    const office = await newOffice();
    await office.ask('store.lock', {});
    const { recoveryCode } = office;
    await Promise.all([
      office.ask('store.unlock', { recoveryCode }),
      office.ask('store.unlock', { recoveryCode }),
    ]);
    await addSuite(office, 'Northgate');
    expect(await office.ask('suites.list', {})).toHaveLength(1);
    await office.close();
    expect(disagreements(office.folder, office.recoveryCode)).toEqual([]);
    await office.end();
  });
});

describe('a part of the application that dies', () => {
  it.each([
    ['writes', 0],
    ['reads', 1],
  ])(
    'the thread that %s: it is said in a sentence, the windows lock, and everything saved is there',
    async (_which, at) => {
      const workers: Worker[] = [];
      const started = (worker: Worker) => workers.push(worker);
      process.on('worker', started);
      const office = await newOffice('empty', { onBug: () => undefined });
      process.off('worker', started);
      const suite = await addSuite(office, 'Northgate');
      const visitor2 = await addPerson(office, 'Second Visitor');
      const id = await received(office, suite, visitor2);
      const inTheMiddle = office.host.call('visits.correct', {
        id,
        reason: 'x',
        patch: change('comments', 'Quiet.', 'Busy.'),
      });
      await workers[at]?.terminate();
      await inTheMiddle;

      const asked = await Promise.all([
        office.host.call('visits.get', { id }),
        office.host.call('suites.save', { id: suite, patch: change('notes', undefined, 'n') }),
      ]);
      expect(asked.some((answer) => !answer.ok)).toBe(true);
      await vi.waitFor(() => expect(office.heard).toContainEqual({ kind: 'locked' }), { timeout: 30_000 });
      expect((await office.ask('store.status', {})).state).toBe('locked');
      await office.ask('store.unlock', { recoveryCode: office.recoveryCode });
      expect((await office.ask('visits.get', { id })).state).toBe('received');
      await office.close();
      expect(disagreements(office.folder, office.recoveryCode)).toEqual([]);
      await office.end();
    },
  );
});
