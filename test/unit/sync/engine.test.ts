import { describe, expect, it } from 'vitest';
import { logWords } from '#desk/sync/log-words.ts';
import { accepted, log, member, newLaptop, newSuite } from './one-laptop.ts';
import { scriptedHub, sync } from './scripted-hub.ts';

describe('a sync', () => {
  it('greets, sends what is ready, receives both streams, and compares', async () => {
    const laptop = newLaptop();
    newSuite(laptop, 'Northgate');
    const hub = scriptedHub();
    expect(await sync(laptop, hub.transport)).toMatchObject({ kind: 'done', sent: 1 });
    expect(hub.names()).toEqual(['hello', 'greet', 'push', 'pull', 'pull', 'digests']);
    expect(laptop.steps.counts().waiting).toBe(0);
    expect(member(laptop)).toMatchObject({ head: hub.head(), scope: 1, audit: 'audit' });
    expect(member(laptop).receivedAt).not.toBeNull();
    expect(log(laptop)[0]).toBe('1 change sent to the office, 0 records received.');
  });

  it('compares once an hour at most, unless somebody asks, and whatever the clock does', async () => {
    const laptop = newLaptop();
    const hub = scriptedHub();
    const compared = () => hub.names().filter((name) => name === 'digests').length;
    await sync(laptop, hub.transport);
    await sync(laptop, hub.transport);
    expect(compared()).toBe(1);
    await sync(laptop, hub.transport, { check: true });
    expect(compared()).toBe(2);
    laptop.sources.now = () => Date.now() - 40 * 365 * 86_400_000;
    await sync(laptop, hub.transport);
    expect(compared()).toBe(3);
  });

  it('ends where it is asked to, and keeps what it had not sent', async () => {
    const laptop = newLaptop();
    newSuite(laptop, 'Northgate');
    const hub = scriptedHub();
    const stopping = () => hub.names().includes('greet');
    expect(await sync(laptop, hub.transport, {}, { stopping })).toEqual({ kind: 'stopped' });
    expect(laptop.steps.counts().waiting).toBe(1);
    expect(hub.names()).toEqual(['hello', 'greet']);
  });

  it('of a store that is its own office is none', async () => {
    const laptop = newLaptop();
    laptop.db.prepare("DELETE FROM meta WHERE key = 'membership'").run();
    expect(await sync(laptop, scriptedHub().transport)).toEqual({ kind: 'alone' });
  });
});

describe('an answer that is lost', () => {
  it('at any step loses nothing and doubles nothing: the next sync ends as if it had come', async () => {
    const steps = ['hello', 'greet', 'push', 'pull', 'digests'] as const;
    for (const lost of steps) {
      const laptop = newLaptop();
      const suites = [newSuite(laptop, 'Northgate'), newSuite(laptop, 'Southgate')];
      const hub = scriptedHub();
      let fails = true;
      const torn: typeof hub.transport = {
        ask: async (name, input, caller) => {
          const answer = await hub.transport.ask(name, input, caller);
          if (name !== lost || !fails) return answer;
          fails = false;
          return { ok: false, why: { tag: 'torn' } };
        },
      };
      expect(await sync(laptop, torn), lost).toEqual({ kind: 'failed', why: { tag: 'torn' } });
      expect(await sync(laptop, torn), lost).toMatchObject({ kind: 'done' });
      expect(hub.took(), lost).toBe(suites.length);
      expect(laptop.steps.counts().waiting, lost).toBe(0);
    }
  });

  it('to a greeting leaves the old token in use, and a token is stored before it is used', async () => {
    const laptop = newLaptop();
    const hub = scriptedHub();
    await sync(laptop, hub.transport);
    const [hello, greet, pull] = hub.asked;
    expect([hello?.token, greet?.token, pull?.token]).toEqual([null, null, 'token 0']);
    expect(member(laptop).token).toBe('token 0');
    await sync(laptop, hub.transport);
    expect(hub.asked.find((one, i) => one.name === 'greet' && i > 1)?.token).toBe('token 0');
    expect(member(laptop).token).toBe('token 1');
  });

  it('that has no answer to some of the changes leaves those in the line', async () => {
    const laptop = newLaptop();
    newSuite(laptop, 'Northgate');
    newSuite(laptop, 'Southgate');
    let first = true;
    const whole = scriptedHub();
    const part = scriptedHub({
      push: (input) => {
        const changes = first ? input.changes.slice(1) : input.changes;
        first = false;
        return {
          answers: changes.map((c, i) => ({ id: c.id, answer: accepted(20 + i) })),
          head: whole.head(),
        };
      },
    });
    await sync(laptop, part.transport);
    expect(laptop.steps.counts().waiting).toBe(1);
    expect(log(laptop).some((text) => text.startsWith('The office gave no answer to 1 change'))).toBe(true);
    await sync(laptop, part.transport);
    expect(laptop.steps.counts().waiting).toBe(0);
  });
});

describe('the log', () => {
  it('has a sentence also for what a newer version wrote', () => {
    expect(logWords({ kind: 'toString', detail: {} })).toBe('Sync: toString.');
    expect(logWords({ kind: 'failed', detail: { why: 'noNetwork' } })).toContain('has no network');
  });
});
