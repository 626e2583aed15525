import { describe, expect, it } from 'vitest';
import { freshId, gone, page, put } from '../../scenario/laptop/laptop.ts';
import { greeting, laptopOfManySuites, log, member, newLaptop } from './one-laptop.ts';
import { scriptedHub, sync } from './scripted-hub.ts';

describe('a stream', () => {
  it('that promises more and sends nothing is a stall that people can see, not a wheel that turns', async () => {
    const laptop = newLaptop();
    const hub = scriptedHub({
      pull: ({ cursor }) => page([], [], { cursor: cursor ?? 'here', remaining: 5 }),
    });
    expect(await sync(laptop, hub.transport)).toEqual({ kind: 'failed', why: { tag: 'stalled' } });
    expect(log(laptop)[0]).toContain('sent nothing more');
  });

  it('that would take most away without having said so takes nothing until somebody agrees', async () => {
    const { laptop, suites, role } = laptopOfManySuites();
    const taking = () =>
      scriptedHub({
        pull: ({ stream }) =>
          stream === 'shared'
            ? page(
                suites.map(({ id }, i) => gone('suite', id, 200 + i)),
                [role],
              )
            : page([], []),
      });
    const asked = await sync(laptop, taking().transport);
    expect(asked).toMatchObject({ kind: 'removal', removes: 60 });
    expect(laptop.ask('suites.list', {})).toHaveLength(60);
    expect(log(laptop)[0]).toContain('somebody has to agree first');
    expect(await sync(laptop, taking().transport, { removal: true })).toMatchObject({ kind: 'done' });
    expect(laptop.ask('suites.list', {})).toHaveLength(0);
  });

  it('takes away without asking where the hub has declared another scope', async () => {
    const { laptop, suites, role } = laptopOfManySuites();
    laptop.steps.remember({ scope: 1 });
    const usual = scriptedHub();
    const hub = scriptedHub({
      greet: () => ({ ...greeting(usual), scope: 2 }),
      pull: ({ stream }) =>
        stream === 'shared'
          ? page(
              suites.map(({ id }, i) => gone('suite', id, 200 + i)),
              [role],
            )
          : page([], []),
    });
    expect(await sync(laptop, hub.transport)).toMatchObject({ kind: 'done' });
    expect(laptop.ask('suites.list', {})).toHaveLength(0);
    expect(member(laptop).scope).toBe(2);
  });
});

describe('a set that differs', () => {
  it('is brought again, that one alone, and the log says so', async () => {
    const laptop = newLaptop();
    const role = 'role:coordinator';
    const suite = { id: freshId(), name: 'Northgate', statuses: [], targets: [] };
    laptop.receive('shared', [put('suite', suite, 5, [role])], [role]);
    const theirs = { ...suite, name: 'Northgate as the office has it' };
    let found: unknown;
    const hub = scriptedHub({
      pull: ({ stream, cursor }) =>
        page([], stream === 'shared' ? [role] : [], { cursor: cursor ?? 'head', head: hub.head() }),
      digests: () => ({
        head: hub.head(),
        shared: [{ key: role, type: 'suite', count: 1, xor: 'f'.repeat(64) }],
        own: [],
      }),
      set: () => ({ items: [put('suite', theirs, 7, [role])], next: null }),
    });
    const checked = (what: unknown) => {
      found = what;
    };
    expect(await sync(laptop, hub.transport, { check: true }, { checked })).toMatchObject({ kind: 'done' });
    expect(hub.of('set')).toEqual([{ stream: 'shared', key: role, type: 'suite', after: null }]);
    expect(laptop.read('suite', suite.id)?.name).toBe('Northgate as the office has it');
    // What the script promises never agrees: that is said, too.
    expect(found).toMatchObject({ repaired: 0, differing: 1 });
    expect(log(laptop).some((text) => text.includes('1 put right'))).toBe(true);
    expect(log(laptop).some((text) => text.includes('still differ'))).toBe(true);
  });
});
