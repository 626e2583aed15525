import { describe, expect, it } from 'vitest';
import { hubAddress } from '#desk/sync/address.ts';
import { testConnection } from '#desk/sync/connection.ts';
import type { Membership, TransportFailure } from '#desk/sync/port.ts';
import { type Connection, connections } from '#shared/sync/views.ts';
import { connectionWords, reasonWords } from '#shared/sync/words.ts';
import { hello } from './hostile-server.ts';

const member = { hub: 'https://hub.example.org', office: hello.office, code: null } as Membership;
const now = Date.parse(hello.now);

const found = async (
  met: TransportFailure | Partial<typeof hello>,
  known?: TransportFailure,
  clock = now,
): Promise<{ connection: Connection; clockAhead: number | null }> =>
  testConnection(
    {
      ask: async (name) => {
        const said = name === 'hello' ? ('tag' in met ? met : { ...hello, ...met }) : (known ?? {});
        return ('tag' in said ? { ok: false, why: said } : { ok: true, value: said }) as never;
      },
    },
    member,
    { now: () => clock, random: () => new Uint8Array() },
  );
const refused = (tag: string) => ({ tag: 'refused', refused: tag }) as const;

describe('the connection test', () => {
  it.each<[Connection, TransportFailure | Partial<typeof hello>, TransportFailure?]>([
    ['reached', {}],
    ['reached', {}, refused('staleToken')],
    ['noNetwork', { tag: 'noNetwork' }],
    ['signInPage', { tag: 'notAHub' }],
    ['signInPage', { tag: 'badCertificate' }],
    ['signInPage', { office: '01890000-0000-7000-8000-0000000000ff' }],
    ['hubDown', { tag: 'hubDown' }],
    ['hubDown', { tag: 'stalled' }],
    ['hubDown', { tag: 'torn' }],
    ['hubDown', refused('stopping')],
    ['signedOut', {}, refused('revoked')],
    ['signedOut', {}, refused('notJoined')],
    ['tooOld', { oldest: 9, newest: 9 }],
    ['tooOld', {}, refused('tooOld')],
    ['clockWrong', { tag: 'badCertificate', untimely: true }],
  ])('says %s where it meets %j and then %j', async (connection, met, known) => {
    expect((await found(met, known)).connection).toBe(connection);
  });

  it('tells of a clock that is wrong in either direction, and of none that is a minute off', async () => {
    const minute = 60_000;
    expect(await found({}, undefined, now + minute)).toMatchObject({ connection: 'reached', clockAhead: 1 });
    for (const off of [-3_000_000, 3_000_000])
      expect(await found({}, undefined, now + off * minute)).toMatchObject({
        connection: 'clockWrong',
        clockAhead: off,
      });
  });

  it('has a sentence of its own for each of its seven answers', () => {
    expect(new Set(connections.map((one) => connectionWords[one])).size).toBe(7);
    for (const one of connections) expect(connectionWords[one]).toMatch(/\.$/);
    expect(reasonWords('constructor')).toContain('no words for');
  });
});

describe('the address of a hub', () => {
  const address = (typed: string) => {
    const read = hubAddress(typed);
    return read.ok ? read.value : read.error.tag;
  };
  it.each([
    ['hub.example.org', 'https://hub.example.org'],
    [' https://hub.example.org/ ', 'https://hub.example.org'],
    ['https://example.org:8443/icv/', 'https://example.org:8443/icv'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://localhost:8080/', 'http://localhost:8080'],
    ['http://hub.example.org', 'invalid'],
    ['http://127.0.0.1.example.org', 'invalid'],
    ['ftp://hub.example.org', 'invalid'],
    ['file:///etc/passwd', 'invalid'],
    ['https://me:secret@hub.example.org', 'invalid'],
    ['', 'invalid'],
    ['not an address', 'invalid'],
  ])('typed as %j is %s', (typed, read) => expect(address(typed)).toBe(read));
});
