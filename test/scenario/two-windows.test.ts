import { describe, expect, it } from 'vitest';
import type { Patch } from '#shared/sync/patch.ts';
import { memoryHost } from '#test/memory-host.ts';
import { ask, freshId, refusal } from '#test/office.ts';
import { visitingOffice } from '#test/shared-office.ts';
import { complete, draft } from './reports.ts';

type Json = Patch[number]['now'];

const { office, suite, visitor2 } = await visitingOffice();

/** Two windows of one laptop, each with what it last had before it. */
describe('two windows that write about the detainees of one report', () => {
  const open = () => {
    const host = memoryHost(office.desk);
    return {
      save: (id: string, patch: Patch) => ask(host, 'visits.save', { id, patch }),
      isRefused: (id: string, patch: Patch) => refusal(host, 'visits.save', { id, patch }),
    };
  };
  const begun = () => draft(office, { ...complete, suite, visitor2 });
  const detainees = async (id: string) => (await office.ask('visits.get', { id })).visit.detainees ?? [];

  const added = (item: string): Patch => [
    { path: ['detainees', `#${item}`], now: { id: item, order: item } },
  ];
  const says = (item: string, place: string, was: Json, now: Json): Patch => [
    {
      path: ['detainees', `#${item}`, ...place.split('.')],
      ...(was !== undefined && { was }),
      ...(now !== undefined && { now }),
    },
  ];
  const at = '2024-05-14T12:00:00.000Z';

  it('adding detainees at once, all are there once, and every window shows them in one order', async () => {
    const id = await begun();
    const [one, other] = [open(), open()];
    const items = Array.from({ length: 12 }, freshId);
    await Promise.all(items.map((item, i) => (i % 2 ? one : other).save(id, added(item))));
    expect((await detainees(id)).map((d) => d.id)).toEqual(items.toSorted());
  });

  it('filling in different detainees, or different answers about one, both stand', async () => {
    const id = await begun();
    const [one, other] = [open(), open()];
    const [a, b] = [freshId(), freshId()].toSorted() as [string, string];
    await one.save(id, [...added(a), ...added(b)]);
    await Promise.all([
      one.save(id, says(a, 'custodyNumber', undefined, 'NG/1')),
      other.save(id, says(b, 'custodyNumber', undefined, 'NG/2')),
      one.save(id, says(b, 'sex', undefined, 'female')),
      other.save(id, says(a, 'groups.rights', undefined, 'no concerns')),
      one.save(id, says(a, 'groups.health', undefined, 'to report')),
    ]);
    expect(await detainees(id)).toMatchObject([
      { id: a, custodyNumber: 'NG/1', groups: { rights: 'no concerns', health: 'to report' } },
      { id: b, custodyNumber: 'NG/2', sex: 'female' },
    ]);
  });

  it('answering the same about one detainee, the second is told which, and can put its word in place of the first', async () => {
    const id = await begun();
    const [one, other] = [open(), open()];
    const a = freshId();
    await one.save(id, added(a));
    await one.save(id, says(a, 'custodyNumber', undefined, 'NG/1'));
    const place = `detainees.#${a}.custodyNumber`;
    expect(await other.isRefused(id, says(a, 'custodyNumber', undefined, 'NG/2'))).toEqual({
      tag: 'changedElsewhere',
      paths: [place],
    });
    expect(await detainees(id)).toMatchObject([{ custodyNumber: 'NG/1' }]);
    await other.save(id, says(a, 'custodyNumber', 'NG/1', 'NG/2'));
    expect(await detainees(id)).toMatchObject([{ custodyNumber: 'NG/2' }]);
  });

  it('how somebody was seen is one answer: its parts from two windows never make a person nobody saw', async () => {
    const id = await begun();
    const [one, other] = [open(), open()];
    const a = freshId();
    await one.save(id, added(a));
    await one.save(id, says(a, 'seen', undefined, { state: 'notAvailable', reason: 'asleep' }));
    expect(await other.isRefused(id, says(a, 'seen', undefined, { state: 'accepted' }))).toMatchObject({
      tag: 'changedElsewhere',
    });
    expect(await detainees(id)).toMatchObject([{ seen: { state: 'notAvailable', reason: 'asleep' } }]);
  });

  it('removing while the other writes loses nothing: what was written lies in the detainee that can be put back', async () => {
    const id = await begun();
    const [one, other] = [open(), open()];
    const a = freshId();
    await one.save(id, added(a));
    await Promise.all([
      one.save(id, says(a, 'removed', undefined, at)),
      other.save(id, says(a, 'answers.later', undefined, { value: 'Had breakfast' })),
    ]);
    expect(await detainees(id)).toMatchObject([
      { removed: at, answers: { later: { value: 'Had breakfast' } } },
    ]);
    await one.save(id, says(a, 'removed', at, undefined));
    const [back] = await detainees(id);
    expect(back).toMatchObject({ id: a, answers: { later: { value: 'Had breakfast' } } });
    expect(back).not.toHaveProperty('removed');
  });

  it('removing at once is removing, and putting back what the other has put back is no conflict', async () => {
    const id = await begun();
    const [one, other] = [open(), open()];
    const a = freshId();
    await one.save(id, added(a));
    await one.save(id, says(a, 'removed', undefined, at));
    expect(
      await other.isRefused(id, says(a, 'removed', undefined, '2024-05-14T12:00:01.000Z')),
    ).toMatchObject({
      tag: 'changedElsewhere',
    });
    await one.save(id, says(a, 'removed', at, undefined));
    await other.save(id, says(a, 'removed', at, undefined));
    expect(await detainees(id)).toEqual([{ id: a, order: a }]);
  });

  it('writing about a detainee that went for good when the other sent the report is refused, not half saved', async () => {
    const id = await begun();
    const [one, other] = [open(), open()];
    const a = freshId();
    await one.save(id, added(a));
    await one.save(id, says(a, 'removed', undefined, at));
    await office.ask('visits.ready', { id });
    expect(await other.isRefused(id, says(a, 'custodyNumber', undefined, 'NG/1'))).toEqual({
      tag: 'alreadyReceived',
    });
    const correction = { id, patch: says(a, 'custodyNumber', undefined, 'NG/1'), reason: 'Came back' };
    expect(await office.refusal('visits.correct', correction)).toMatchObject({ tag: 'changedElsewhere' });
    expect(await detainees(id)).toEqual([]);
  });
});
