import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invitationFile } from '#shared/sync/wire.ts';
import { failedWith, passphrase } from '../desk-process.ts';
import { desk, hub } from '../in-process.ts';
import { newLaptop } from './client.ts';
import { hub as hubProcess, startHub } from './hub-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'icv hub '));
const data = join(folder, 'data');
const at = (name: string) => join(folder, name);
const withData = (...args: string[]) => hub([...args, '--data', data]);
const processWithData = (...args: string[]) => hubProcess([...args, '--data', data]);
const serve = (...args: string[]) => startHub(['serve', '--data', data, '--port', '0', ...args]);

beforeAll(async () => {
  const made = await processWithData('init', '--body', 'Commissioner for Testshire', '--json');
  expect(made).toMatchObject({ code: 0 });
  expect(Object.keys(JSON.parse(made.out))).toEqual(['recoveryCode']);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('words', () => {
  it.each([
    [['invit'], /Did you mean "invite"\?/],
    [['invite', '--role', 'visitor'], /Say who is invited/],
    [['invite', '--name', 'Ann'], /Say as what with --role/],
    [['invite', '--name', 'Ann', '--role', 'visiter'], /Did you mean "visitor"\?/],
    [['revoke', 'laptop'], /not the id of a device/],
    [['revoke'], /"revoke" takes DEVICE/],
    [['purge', 'suit', 'x'], /Did you mean "suite"\?/],
    [['purge', 'suite', '00000000-0000-7000-8000-000000000000'], /Say why with --reason/],
    [['recovery', 'open'], /takes "list" or "close"/],
    [['init'], /Say which office/],
    [['init', '--body', 'A', '--from', 'b'], /Say which office/],
    [['serve', '--port', 'http'], /not a port/],
    [['serve', '--tls-cert', 'a.pem'], /come together/],
    [['serve', '--url', 'hub'], /is not an address/],
    [['serve', '--host', '0.0.0.0'], /Without a certificate the hub listens on this computer alone/],
    [['invite', '--passphrase', 'do not say this'], /never an argument/],
  ])('%j is exit 2 and one line', async (args, said) => {
    const ended = await hub(args);
    failedWith(ended, 2, said);
    expect(ended.err).not.toContain('do not say this');
  });

  it('and a process of its own ends with the same', async () => {
    failedWith(await hubProcess(['init', '--body', 'A', '--from', 'b']), 2, /Say which office/);
    failedWith(await processWithData('restore', at('no.backup')), 1, /cannot be read/);
  });

  it('shows help on standard output, for all and for each', async () => {
    const all = await hubProcess(['--help']);
    expect([all.code, all.err]).toEqual([0, '']);
    for (const name of [
      'init',
      'serve',
      'invite',
      'people',
      'devices',
      'revoke',
      'audit',
      'check',
      'backup',
      'restore',
    ])
      expect(all.out).toContain(`  ${name}`);
    const one = await hub(['serve', '--help']);
    expect([one.code, one.err]).toEqual([0, '']);
    expect(one.out).toContain('npm run -s hub -- serve');
    expect(one.out).toContain('--behind-proxy');
  });

  it('what is in the way is exit 1 and one line', async () => {
    failedWith(await hub(['people', '--data', at('none')]), 1, /There is no hub in this folder yet/);
    failedWith(await withData('init', '--body', 'Again'), 1, /already holds a store/);
    const wrongOne = await hub(['people', '--data', data], { ICV_PASSPHRASE: 'not the right passphrase' });
    failedWith(wrongOne, 1, /does not open this store/);
    failedWith(await serve('--tls-cert', at('no.pem'), '--tls-key', at('no.pem')).ended, 1, /cannot be read/);
    failedWith(await withData('restore', at('no.backup')), 1, /cannot be read/);
    const nobody = '00000000-0000-7000-8000-000000000000';
    failedWith(await withData('revoke', nobody), 1, /no such device/);
    failedWith(await withData('unlock', nobody), 1, /no such way into that laptop/);
  });
});

describe('an office', () => {
  it('invites, by code and by file, and knows a namesake', async () => {
    const ann = await withData(
      'invite',
      '--name',
      'Ann Lee',
      '--role',
      'visitor',
      '--panel',
      'North',
      '--json',
    );
    expect(ann.err).toContain('The panel "North" was not there yet');
    expect(ann.err).toContain('No other computer reaches that address.');
    expect(JSON.parse(ann.out)).toMatchObject({
      name: 'Ann Lee',
      code: expect.stringMatching(/^(\w{4}-){3}\w{4}$/),
    });
    const out = at('bob.json');
    const args = ['invite', '--name', 'Bob Ray', '--role', 'visitor', '--panel', 'north', '--out', out];
    const bob = await withData(...args, '--url', 'https://hub.example.uk/');
    expect(bob).toMatchObject({ code: 0, out: expect.stringMatching(/^(\w{4}-){3}\w{4}\n$/) });
    expect(bob.err).not.toContain('No other computer');
    const file = invitationFile.parse(JSON.parse(readFileSync(out, 'utf8')));
    expect(file).toMatchObject({ hub: 'https://hub.example.uk/', code: bob.out.trim() });
    if (process.platform !== 'win32') expect(statSync(out).mode & 0o077).toBe(0);
    failedWith(await withData(...args), 1, /already exists/);
    failedWith(
      await withData('invite', '--name', 'Cy', '--role', 'visitor', '--panel', 'Nort'),
      2,
      /Did you mean "North"\?/,
    );
    failedWith(
      await withData('invite', '--name', 'ann lee', '--role', 'coordinator'),
      2,
      /is known here as visitor/,
    );
    const again = await withData('invite', '--name', 'ann lee', '--role', 'visitor', '--json');
    expect(JSON.parse(again.out).person).toBe(JSON.parse(ann.out).person);
    const people = JSON.parse((await withData('people', '--json')).out);
    expect(people.map(({ name }: { name: string }) => name)).toEqual(['Ann Lee', 'Bob Ray']);
    expect((await withData('people')).out).toMatch(/Ann Lee {2}visitor {2}invited until \d{4}-/);
  });

  it('invites, lists and revokes while it serves, ends when told, and logs nobody', async () => {
    const serving = serve();
    const url = await serving.line();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const invited = await processWithData('invite', '--name', 'Dee Fry', '--role', 'coordinator', '--json');
    expect(JSON.parse(invited.out).hub).toBe('https://hub.example.uk/');
    const laptop = newLaptop(url);
    await laptop.join(JSON.parse(invited.out).code, 'Laptop of Dee');
    await laptop.greet();
    const [device] = JSON.parse((await withData('devices', '--json')).out);
    expect(device).toEqual({
      id: laptop.device,
      person: 'Dee Fry',
      device: 'Laptop of Dee',
      role: 'coordinator',
      joined: expect.any(String),
      lastSeen: expect.any(String),
      revoked: null,
      code: laptop.device.slice(-4).toUpperCase(),
      wentOn: null,
      copies: 0,
      revokedBefore: null,
    });
    expect((await withData('devices')).out).toContain('Laptop of Dee');
    expect((await laptop.post('digests', {})).status).toBe(200);
    expect(await withData('revoke', laptop.device, '--reason', 'lost')).toMatchObject({
      code: 0,
      out: 'Revoked.\n',
    });
    const refused = await laptop.post('digests', {});
    expect([refused.status, refused.json]).toEqual([403, { refused: 'revoked' }]);
    expect(await withData('check')).toMatchObject({ code: 0, out: 'The store is sound.\n' });
    const backup = at('served.icvbackup');
    expect((await withData('backup', backup)).code).toBe(0);
    serving.child.kill('SIGTERM');
    const ended = await serving.ended;
    expect(ended.code).toBe(0);
    const lines = ended.err
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines[0]).toMatchObject({ what: 'started', kind: 'sqlite', tls: false });
    expect(lines.at(-1)).toMatchObject({ what: 'stopping' });
    expect(ended.err).not.toMatch(/Dee|Fry|Laptop|lost|127\.0/);
    const trail = JSON.parse((await withData('audit', '--json')).out) as {
      kind: string;
      device: string | null;
    }[];
    expect(trail.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['begin', 'invite', 'join', 'revoke', 'backup']),
    );
    expect((await withData('audit')).out).toMatch(/ revoke office - /);
  });

  it('ends with the npm that started it', async () => {
    const npm = spawn('npm', ['run', '-s', 'hub', '--', 'serve', '--data', data, '--port', '0'], {
      cwd: fileURLToPath(new URL('../../..', import.meta.url)),
      // Where others take the bundle, this is the program as its sources are.
      env: { ...process.env, NODE_OPTIONS: '', ICV_PASSPHRASE: passphrase, DATABASE_URL: '' },
    });
    const [url] = (await once(npm.stdout.setEncoding('utf8'), 'data')) as [string];
    npm.kill('SIGTERM');
    // The pipe stays open for as long as the hub itself has it.
    await once(npm, 'close');
    await expect(fetch(new URL('health', url.trim()))).rejects.toThrow();
  });

  it('is put back from its backup, and says what was set aside', async () => {
    const restored = await hubProcess(['restore', at('served.icvbackup'), '--data', data, '--json']);
    expect(restored.code).toBe(0);
    expect(existsSync(JSON.parse(restored.out).setAside)).toBe(true);
    expect((await withData('check')).code).toBe(0);
    expect((await withData('recovery', 'close')).out).toBe('Recovery is closed.\n');
  });

  it('purges for good, and says which laptops and backups may still have it', async () => {
    const people = JSON.parse((await withData('people', '--json')).out) as { id: string; name: string }[];
    const bob = people.find(({ name }) => name === 'Bob Ray')?.id as string;
    const purged = await withData('purge', 'person', bob, '--reason', 'asked to be forgotten', '--json');
    expect(JSON.parse(purged.out).outstanding).toEqual([expect.stringMatching(/^Backup of \d{4}-/)]);
    failedWith(await withData('purge', 'person', bob, '--reason', 'again'), 1, /no such person/);
    expect((await withData('people')).out).not.toContain('Bob Ray');
  });

  it('was a stand-alone store, and goes on with what that had', async () => {
    const alone = at('alone');
    expect((await desk(['init', '--data', alone, '--body', 'Small office'])).code).toBe(0);
    writeFileSync(at('suites.csv'), 'name,area,panel\nNorthgate,North,North panel\n');
    expect((await desk(['import', 'suites', at('suites.csv'), '--data', alone, '--create'])).code).toBe(0);
    const made = at('from');
    expect((await hub(['init', '--from', alone, '--data', made])).code).toBe(0);
    const people = JSON.parse((await hub(['people', '--data', made, '--json'])).out);
    expect(people).toMatchObject([{ name: 'Office' }]);
    const out = at('office.json');
    const args = ['invite', '--name', 'Office', '--role', 'coordinator', '--out', out, '--data', made];
    expect((await hub(args)).code).toBe(0);
    expect(readFileSync(out, 'utf8')).toContain('Northgate');
    failedWith(await hub(['init', '--from', at('nothing'), '--data', at('other')]), 1, /no store/);
  });
});
