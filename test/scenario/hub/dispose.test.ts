import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { dispose } from '#hub/office/dispose.ts';
import { markId } from '#shared/cases/mark.ts';
import { newCase } from '#shared/records/case-file.ts';
import { freshId } from '#test/hub-store.ts';
import { endPostgres } from '#test/postgres.ts';
import { newStoreOffice, type StoreOffice } from './store-office.ts';

afterAll(endPostgres);
const at = '2026-05-04T10:00:00.000Z';

const [first, second] = [freshId(), freshId()] as const;

const closed = (words: string, on = '2015-03-12') => {
  const id = freshId();
  const end = { id: freshId(), by: first, at, from: 'open', to: 'closed' };
  return {
    ...newCase({ id, kind: 'enquiry', received: '2015-03-02' }),
    summary: words,
    events: [end],
    closings: [{ id: freshId(), on, by: first }],
  };
};

describe.each(['sqlite', 'postgres'] as const)('a disposal at a hub in %s', (kind) => {
  let office: StoreOffice;
  afterEach(() => office.end());

  test('is carried out on the word of two people, but for what is held or belongs with something open', async () => {
    office = await newStoreOffice(kind);
    const { store, coordinator } = office;
    const sources = { now: () => Date.parse(at), random: (n: number) => new Uint8Array(n) };
    const work = { store, sources } as Parameters<typeof dispose>[0];
    const [goes, held, linked] = [closed('It goes.'), closed('It is held.'), closed('It belongs.')];
    // It was opened again since it was proposed, and is kept from its new end.
    const again = closed('It was opened again.', '2026-04-01');
    // A case names somebody who turned out to be a second person, and they a third.
    const [third, twice, named] = [freshId(), freshId(), freshId()];
    const people = [
      { id: third, name: 'A. Third' },
      { id: twice, name: 'B. Second', mergedInto: third },
      { id: named, name: 'C. First', mergedInto: twice },
    ];
    const open = {
      ...newCase({ id: freshId(), kind: 'enquiry', received: '2026-05-01' }),
      from: named,
      links: [{ id: freshId(), type: 'caseFile' as const, to: linked.id }],
    };
    const opening = { id: freshId(), case: goes.id, by: first, on: '2026-05-01' };
    const frozen = { ...held, frozen: { on: '2026-05-01', by: first, why: 'Litigation.' } };
    const item = (type: string) => (id: string) => ({
      ...{ id, type, class: 'General', from: '2015-03-12', due: '2017-03-12' },
    });
    const cases = [goes, held, linked, again].map(({ id }) => id);
    const items = [...cases.map(item('caseFile')), item('contact')(third)];
    const proposal = { id: freshId(), on: '2026-05-02', by: first, items };
    const approved = (by: string) => ({
      ...proposal,
      id: freshId(),
      decided: { approved: true, by, on: '2026-05-03' },
    });
    const [own, other] = [approved(first), approved(second)];
    await store.inOrder(async (s) => {
      for (const one of people) await s.make(null, 'contact', one);
      for (const one of [goes, frozen, linked, again, open]) await s.make(null, 'caseFile', one);
      await s.make(null, 'caseOpening', opening);
      await s.make(null, 'caseMark', { id: markId(goes.id) });
      for (const one of [proposal, own, other]) await s.make(null, 'disposal', one);
    });
    const who = { id: second, name: 'Second', roles: ['caseworker' as const] };
    const asked = (id: string) => dispose(work, { device: coordinator.device, person: who }, { id });
    for (const { id } of [proposal, own]) expect(await asked(id)).toEqual({ ok: false, error: 'notAllowed' });
    expect(await store.read((s) => s.document('caseFile', goes.id))).toBeDefined();
    const done = await asked(other.id);
    expect(done.ok && done.value.kept).toEqual([
      { id: held.id, why: 'It is held.' },
      { id: linked.id, why: 'An open case belongs with it.' },
      { id: again.id, why: 'The schedule keeps it longer.' },
      { id: third, why: 'A case or a review names this person.' },
    ]);
    expect(done.ok && done.value.outstanding.length).toBeGreaterThan(0);
    expect(await store.read((s) => s.isPurged('caseFile', goes.id))).toBe(true);
    expect(await store.read((s) => s.isPurged('caseOpening', opening.id))).toBe(true);
    expect(await store.read((s) => s.isPurged('caseMark', markId(goes.id)))).toBe(true);
    expect(await store.read((s) => s.document('caseFile', held.id))).toBeDefined();
    expect(await asked(other.id)).toEqual(done);
    expect(await store.check()).toEqual([]);
  });
});
