import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultyProxy } from '#test/faulty-proxy.ts';
import { type JoinedOffice, joinedOffice } from '#test/joined.ts';

describe('Send now: it always answers', () => {
  let office: JoinedOffice;
  beforeAll(async () => {
    office = await joinedOffice();
  });
  afterAll(() => office.end());

  it('with what it met, on whatever line, and sends as soon as one is good', async () => {
    const line = await faultyProxy(Number(new URL(office.served.url).port));
    const { code } = await office.served.invited('Lena Line', 'visitor');
    const laptop = await office.joining({ hub: `http://127.0.0.1:${line.port}`, code });
    await laptop.ask('sync.now', {});
    const answer = 'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 7\r\n\r\nWelcome';
    const met = {
      reached: { kind: 'none' },
      signInPage: { kind: 'impostor', answer },
      hubDown: { kind: 'refused' },
    } as const;
    for (const [connection, fault] of Object.entries(met)) {
      // A connection that stands is broken off in the middle of an answer first: that is answered, too.
      line.be({ kind: 'cut', at: 1 });
      expect(await laptop.ask('sync.now', {})).toMatchObject({ mode: 'joined', now: null });
      line.be(fault);
      expect(await laptop.ask('sync.now', {}), connection).toMatchObject({ connection, now: null });
    }
    line.be({ kind: 'none' });
    expect(await laptop.ask('sync.now', {})).toMatchObject({ connection: 'reached', waiting: 0 });
    await line.close();
  });

  it('to each who asks, also while another is under way', async () => {
    const laptop = await office.laptop('Tom Twice', 'visitor');
    const answers = await Promise.all([1, 2, 3].map(() => laptop.ask('sync.now', {})));
    expect(answers).toHaveLength(3);
    for (const answer of answers) expect(answer).toMatchObject({ connection: 'reached', waiting: 0 });
  });
});
