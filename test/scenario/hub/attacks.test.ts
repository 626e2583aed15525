import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sources as machine } from '#desk/machine.ts';
import { freshId, newSqliteHub } from '../../hub-store.ts';
import { heard, isRefused, newLaptop, type TestLaptop } from './client.ts';
import { type Serving, serving } from './serving.ts';

let hub: Serving;
let coordinator: TestLaptop;
let visitor: TestLaptop;
/** How far the hub's clock is ahead of this machine's, and the moment at which a test lets it stand still. */
let ahead = 0;
let still: number | undefined;
const clock = { ...machine, now: () => (still ?? Date.now()) + ahead };

beforeAll(async () => {
  hub = await serving(await newSqliteHub(), { sources: clock, behindProxy: true });
  coordinator = await hub.joined('Carla Coordinator', 'coordinator');
  visitor = await hub.joined('Ann Lee', 'visitor', 'North');
});
afterAll(async () => {
  await hub.close();
  await hub.hub.end();
});

const page = { stream: 'own', cursor: null } as const;
const from = (address: string) => ({ more: { 'x-forwarded-for': address } });

describe('without being somebody, nothing is answered', () => {
  it.each([
    ['no token', () => visitor.post('pull', page, { token: '' }), 'staleToken'],
    ['a wrong token', () => visitor.post('pull', page, { token: 'x'.repeat(43) }), 'staleToken'],
    ["another laptop's token", () => visitor.post('pull', page, { token: coordinator.token }), 'staleToken'],
    ["another laptop's name", () => visitor.post('pull', page, { device: coordinator.device }), 'notJoined'],
    ['a laptop that does not exist', () => visitor.post('pull', page, { device: freshId() }), 'notJoined'],
    ['no proof', () => visitor.post('pull', page, { proof: '' }), 'notJoined'],
    ['a proof of nonsense', () => visitor.post('pull', page, { proof: 'A'.repeat(86) }), 'notJoined'],
    [
      'a proof by another key',
      () => visitor.post('pull', page, { key: newLaptop(hub.url).key }),
      'notJoined',
    ],
    ['a proof of another body', () => visitor.post('pull', page, { signedBody: '{}' }), 'notJoined'],
    ['no nonce', () => visitor.post('pull', page, { nonce: '' }), 'nonce'],
    ['a nonce of its own', () => visitor.post('pull', page, { nonce: 'A'.repeat(43) }), 'nonce'],
  ] as const)('%s', async (_what, send, tag) => {
    isRefused(await send(), tag);
  });

  it('a nonce is good until the hub lets it run out, and not for a hub with another secret', async () => {
    const { nonce } = await visitor.hello();
    expect((await visitor.post('pull', page, { nonce })).status).toBe(200);
    ahead += 6 * 60_000;
    const replayed = await visitor.post('pull', page, { nonce });
    isRefused(replayed, 'nonce');
    expect((await visitor.post('pull', page, { nonce: replayed.nonce ?? '' })).status).toBe(200);
    const other = await serving(await newSqliteHub(), { sources: clock });
    const strange = await newLaptop(other.url).hello();
    isRefused(await visitor.post('pull', page, { nonce: strange.nonce }), 'nonce');
    await other.close();
    await other.hub.end();
  });

  it('a proof is for one message, one nonce and one token', async () => {
    const { nonce } = await visitor.hello();
    const body = JSON.stringify({});
    const meant = await visitor.send('digests', 'POST', { nonce, body });
    expect(meant.status).toBe(200);
    const signed = { nonce, body, signedBody: body };
    const { proofOf } = await import('#desk/sync/proof.ts');
    const proof = proofOf(visitor, { method: 'POST', path: '/v1/digests', body: Buffer.from(body), nonce });
    expect((await visitor.send('digests', 'POST', { ...signed, proof })).status).toBe(200);
    isRefused(await visitor.send('pull', 'POST', { ...signed, proof }), 'notJoined');
    const { nonce: next } = await visitor.hello();
    isRefused(await visitor.send('digests', 'POST', { ...signed, proof, nonce: next }), 'notJoined');
  });
});

describe('whoever is somebody does what their role allows', () => {
  const asked = {
    people: {},
    invite: { name: 'Mallory', role: 'administrator' },
    revoke: { device: freshId(), reason: 'mischief' },
    unlock: { device: freshId() },
    purge: { type: 'suite', id: freshId(), reason: 'mischief' },
    closeRecovery: {},
  } as const;
  it.each(Object.entries(asked))('%s is not for a visitor', async (name, input) => {
    isRefused(await visitor.post(name as keyof typeof asked, input as never), 'notAllowed');
  });

  it('an administrator is made, revoked and unlocked by administrators alone', async () => {
    const administrator = await hub.joined('Ada Admin', 'administrator');
    isRefused(await coordinator.post('invite', asked.invite), 'notAllowed');
    isRefused(await coordinator.post('invite', { person: administrator.person }), 'notAllowed');
    isRefused(
      await coordinator.post('revoke', { device: administrator.device, reason: 'mischief' }),
      'notAllowed',
    );
    isRefused(await coordinator.post('unlock', { device: administrator.device }), 'notAllowed');
    isRefused(await administrator.post('purge', asked.purge), 'notAllowed');
    expect((await administrator.post('invite', asked.invite)).status).toBe(200);
  });

  it('what is asked about and is not there is said to be so', async () => {
    isRefused(await coordinator.post('revoke', asked.revoke), 'notFound');
    isRefused(await coordinator.post('unlock', { device: visitor.device }), 'notFound');
    isRefused(await coordinator.post('purge', asked.purge), 'notFound');
    isRefused(await coordinator.post('invite', { person: freshId() }), 'notFound');
    isRefused(await coordinator.post('invite', { name: 'Nobody' }), 'badRequest');
  });

  it('a laptop of another office, or that speaks no language of this hub, is told so', async () => {
    isRefused(await visitor.post('greet', await visitor.greeting({ office: freshId() })), 'foreignOffice');
    isRefused(await visitor.post('greet', await visitor.greeting({ protocol: 0 })), 'tooOld');
    isRefused(await visitor.post('greet', await visitor.greeting({ protocol: 99 })), 'tooOld');
  });
});

describe('an invitation', () => {
  const joining = (laptop: TestLaptop, code: string) => ({
    code,
    device: laptop.device,
    name: 'Laptop',
    key: laptop.publicKey,
  });

  it('is read however it is typed, and good for once', async () => {
    const { code } = await hub.invited('Bob Ray', 'visitor', 'North');
    expect(code.replaceAll('-', '')).toHaveLength(16);
    await newLaptop(hub.url, clock).join(` ${code.toLowerCase().replaceAll('-', ' ')} `);
    const second = newLaptop(hub.url, clock);
    isRefused(await second.post('join', joining(second, code), from('198.51.100.1')), 'badInvitation');
  });

  it('runs out', async () => {
    const { code } = await hub.invited('Cy Dunn', 'visitor', 'North');
    ahead += 15 * 86_400_000;
    const laptop = newLaptop(hub.url, clock);
    isRefused(await laptop.post('join', joining(laptop, code), from('198.51.100.2')), 'badInvitation');
  });

  it('is not good with a key that did not sign', async () => {
    const { code } = await hub.invited('Dee Fry', 'visitor', 'North');
    const [laptop, other] = [newLaptop(hub.url, clock), newLaptop(hub.url, clock)];
    const input = joining(laptop, code);
    const elsewhere = from('198.51.100.3');
    isRefused(await laptop.post('join', input, { ...elsewhere, key: other.key }), 'notJoined');
    isRefused(await laptop.post('join', { ...input, key: 'A'.repeat(43) }, elsewhere), 'notJoined');
    expect((await laptop.post('join', input, elsewhere)).status).toBe(200);
  });

  it('stands ten thousand attempts, which lock out nobody but the attacker', async () => {
    const { code } = await hub.invited('Eve Gray', 'visitor', 'North');
    const attacker = newLaptop(hub.url, clock);
    const { nonce } = await attacker.hello();
    const before = await hub.office.store.read((s) => s.auditHead());
    const elsewhere = { ...from('203.0.113.66'), nonce };
    const counts = new Map<number, number>();
    const guess = async () => {
      const { newInvitationCode } = await import('#db/recovery-code.ts');
      const answer = await attacker.post('join', joining(attacker, newInvitationCode(machine)), elsewhere);
      expect(['badInvitation', 'tooMany']).toContain(answer.json.refused);
      if (answer.status === 429) expect(Number(answer.retryAfter)).toBeGreaterThan(0);
      counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1);
    };
    for (let done = 0; done < 10_000; done += 50) await Promise.all(Array.from({ length: 50 }, guess));
    expect((counts.get(403) ?? 0) + (counts.get(429) ?? 0)).toBe(10_000);
    expect(counts.get(403)).toBeLessThan(100);
    expect(await hub.office.store.read((s) => s.auditHead())).toBe(before);
    // Even the right code is not listened to from there; from anywhere else it is, and so is whoever had joined.
    isRefused(await attacker.post('join', joining(attacker, code), elsewhere), 'tooMany');
    expect((await visitor.post('pull', page, from('203.0.113.66'))).status).toBe(200);
    expect((await newLaptop(hub.url, clock).join(code)).person).toBeTruthy();
  });
});

describe('what is seen from outside', () => {
  it('health says that it is well, and no more', async () => {
    const answer = await heard(await fetch(new URL('health', hub.url)));
    expect(answer.json).toEqual({ ok: true, version: '0.0.0-test', kind: 'sqlite' });
  });

  it('figures are told on this computer alone', async () => {
    const metrics = new URL('metrics', hub.url);
    const here = await (await fetch(metrics)).text();
    for (const line of [
      /^icv_hub_requests_total\{message="pull",status="200"\} \d+$/m,
      /^icv_hub_requests_total\{message="join",status="429"\} \d+$/m,
      /^icv_hub_request_seconds_bucket\{le="\+Inf"\} \d+$/m,
      /^icv_hub_devices_seen \d+$/m,
    ])
      expect(here).toMatch(line);
    expect(here).not.toMatch(/Ann|North|[0-9a-f]{8}-[0-9a-f]{4}/);
    isRefused(await heard(await fetch(metrics, { headers: from('203.0.113.9').more })), 'notFound');
  });

  it('one laptop cannot take all of the hub: it is asked to wait', async () => {
    const laptop = await hub.joined('Flo Hart', 'visitor', 'North');
    const { nonce } = await laptop.hello();
    // What a laptop may ask comes back as time goes by, and how fast a machine asks is no part of this.
    still = Date.now();
    let refused = 0;
    for (let done = 0; done < 1_200; done += 50) {
      const answers = await Promise.all(
        Array.from({ length: 50 }, () => laptop.send('digests', 'POST', { body: '[]', nonce })),
      );
      refused += answers.filter(({ json }) => json.refused === 'tooMany').length;
    }
    expect(refused).toBeGreaterThanOrEqual(200);
    expect((await visitor.post('pull', page)).status).toBe(200);
    still = undefined;
  });

  it('no line of the log has a name, an address, a token or a word of anybody', () => {
    const log = hub.logged.join('');
    expect(hub.logged.length).toBeGreaterThan(10_000);
    for (const word of [
      'Ann',
      'Lee',
      'Carla',
      'North',
      'mischief',
      'Mallory',
      '203.0.113',
      '198.51',
      '127.0.0',
    ])
      expect(log).not.toContain(word);
    for (const { token, publicKey, key } of [visitor, coordinator])
      for (const secret of [token, publicKey, key]) expect(log).not.toContain(secret);
    for (const line of hub.logged)
      expect(Object.keys(JSON.parse(line))).toEqual([
        'at',
        'what',
        'message',
        'status',
        'refused',
        'device',
        'ms',
      ]);
  });
});
