import { describe, expect, it } from 'vitest';
import { isLeaseOver } from '#desk/sync/lease.ts';
import { freshId, hub as keys } from '../../scenario/laptop/laptop.ts';
import { greeting, meeting, member, newLaptop, newSuite, refused } from './one-laptop.ts';
import { scriptedHub, sync } from './scripted-hub.ts';

describe('a store that is a copy', () => {
  it('goes on as a new device before anything is sent, and its changes keep their ids', async () => {
    const laptop = newLaptop();
    newSuite(laptop, 'Northgate');
    const [sealed] = laptop.steps.toPush(0);
    const before = member(laptop);
    let greeted = 0;
    const usual = scriptedHub();
    const hub = scriptedHub({
      greet: () => {
        greeted += 1;
        return greeted === 1 ? refused('staleToken') : { ...greeting(usual), number: 0 };
      },
    });
    expect(await sync(laptop, hub.transport)).toMatchObject({ kind: 'done', sent: 1 });
    expect(hub.names().slice(0, 5)).toEqual(['hello', 'greet', 'reincarnate', 'greet', 'push']);
    const [pushed] = hub.of('push')[0]?.changes ?? [];
    expect(pushed?.id).toBe(sealed?.id);
    expect(pushed).toMatchObject({ number: 1, device: member(laptop).device });
    expect(member(laptop).device).not.toBe(before.device);
    expect(member(laptop).key).not.toBe(before.key);
    expect(hub.asked.find(({ name }) => name === 'reincarnate')?.device).toBe(before.device);
  });

  it('goes on from the device it was before where a hub put back from its backup does not know what it became', async () => {
    const laptop = newLaptop();
    const first = member(laptop);
    laptop.steps.reincarnate('the second', 'key of the second', 'token of the second');
    const usual = scriptedHub();
    let greeted = 0;
    const hub = scriptedHub({
      greet: () => (greeted++ === 0 ? refused('notJoined') : { ...greeting(usual), number: 0 }),
    });
    expect(await sync(laptop, hub.transport)).toMatchObject({ kind: 'done' });
    expect(hub.asked.find(({ name }) => name === 'reincarnate')?.device).toBe(first.device);
    expect(member(laptop).formers?.map(({ device }) => device)).toEqual([first.device, 'the second']);
  });

  it('is found out by a number it never gave', async () => {
    const laptop = newLaptop();
    const usual = scriptedHub();
    let greeted = 0;
    const hub = scriptedHub({
      greet: () => ({ ...greeting(usual), number: greeted++ === 0 ? 7 : 0 }),
    });
    await sync(laptop, hub.transport);
    expect(hub.names()).toContain('reincarnate');
  });
});

describe('another office, or a newer one', () => {
  it('is told nothing and gives nothing', async () => {
    const laptop = newLaptop();
    newSuite(laptop, 'Northgate');
    const other = { office: freshId(), key: keys.publicKey };
    const strange = { office: member(laptop).office, key: 'another key' };
    for (const who of [other, strange]) {
      const met = { ...meeting(), ...who };
      const hub = scriptedHub({ hello: () => met });
      expect(await sync(laptop, hub.transport)).toEqual({ kind: 'failed', why: refused('foreignOffice') });
      expect(hub.names()).toEqual(['hello']);
    }
    const newer = scriptedHub({ hello: () => ({ ...meeting(), oldest: 9, newest: 12 }) });
    expect(await sync(laptop, newer.transport)).toEqual({ kind: 'failed', why: refused('tooOld') });
    expect(laptop.steps.counts().waiting).toBe(1);
  });
});

describe('a clock that is years off', () => {
  const aYear = 365 * 86_400_000;
  const isClose = (instant: string | null | undefined) =>
    expect(Math.abs(Date.parse(instant ?? '') - Date.now())).toBeLessThan(60_000);

  it.each([6, -56])('by %i years is never what the office is said to have been reached by', async (years) => {
    const laptop = newLaptop();
    laptop.sources.now = () => Date.now() + years * aYear;
    newSuite(laptop, 'Northgate');
    expect(await sync(laptop, scriptedHub().transport)).toMatchObject({ kind: 'done', sent: 1 });
    const { reachedAt, receivedAt, clockAhead = 0 } = member(laptop);
    isClose(reachedAt);
    isClose(receivedAt);
    expect(Math.round(clockAhead / aYear)).toBe(years);
  });

  it('locks nobody out, neither while it is wrong nor once it is set right', () => {
    const reachedAt = new Date().toISOString();
    const over = (days: number, years: number, wrongNow = true) =>
      isLeaseOver(
        { reachedAt, clockAhead: years * aYear, provedAt: null },
        { lease: 30 },
        Date.now() + days * 86_400_000 + (wrongNow ? years * aYear : 0),
      );
    for (const years of [6, -56]) {
      expect(over(29, years)).toBe(false);
      expect(over(29, years, false)).toBe(false);
    }
    expect(over(31, 6)).toBe(true);
    expect(over(31, 0)).toBe(true);
  });
});
