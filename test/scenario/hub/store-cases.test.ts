import { afterAll, describe, expect, test } from 'vitest';
import { markOf } from '#shared/cases/mark.ts';
import { type CaseFile, newCase } from '#shared/records/case-file.ts';
import type { Person } from '#shared/records/person.ts';
import type { Role } from '#shared/roles.ts';
import { keysHeldBy } from '#shared/sync/access.ts';
import { putting } from '#shared/sync/patch.ts';
import { freshId } from '#test/hub-store.ts';
import { endPostgres } from '#test/postgres.ts';
import { soundOffices } from './sound-offices.ts';
import { changeBy, newReader } from './store-office.ts';

afterAll(endPostgres);

const day = '2026-05-04';
const at = `${day}T10:00:00.000Z`;
const somebody = (...roles: Role[]): Person => ({
  id: freshId(),
  name: roles.join(' and ') || 'Nobody',
  roles,
});
const begun = (more: Partial<CaseFile> = {}): CaseFile => ({
  ...newCase({ id: freshId(), kind: 'enquiry', received: day }),
  ...more,
});
const draft = (by: string, asked?: string): CaseFile['drafts'][number] => ({
  ...{ id: freshId(), purpose: 'answer', channel: 'email', words: 'Dear all', by, at },
  ...(asked && { asked }),
});

describe.each(['sqlite', 'postgres'] as const)('cases at the hub, kept in %s', (kind) => {
  const begin = soundOffices(kind);

  test('reach caseworkers, whoever decides where a reply awaits them, and nobody of the visiting scheme', async () => {
    const { store, push, coordinator, north } = await begin();
    const [cara, cass] = [somebody('caseworker'), somebody('caseworker')];
    const dee = somebody('decider');
    const everybody = (
      ['visitor', 'panel-coordinator', 'coordinator', 'administrator', 'assessor'] as const
    ).map((role) => somebody(role));
    const open = begun();
    const awaiting = begun({ drafts: [draft(cara.id, at)] });
    // Whoever names a visitor as a reader by mistake sends it to no visitor.
    const kept = begun({
      confidential: { readers: [cara.id, everybody[0]?.id ?? ''] },
      drafts: [draft(cara.id, at)],
    });
    const mark = markOf(kept);
    const opened = { id: freshId(), case: kept.id, by: cara.id, on: day };
    await store.inOrder(async (s) => {
      for (const one of [open, awaiting, kept]) await s.make(null, 'caseFile', one);
      await s.make(null, 'caseOpening', opened);
      await s.make(null, 'caseMark', mark);
    });
    const seenBy = async (person: Person) => {
      const reader = newReader(keysHeldBy(person, day));
      await reader.pull(store);
      return [open, awaiting, kept, opened, mark].map(({ id }) => reader.holds(id));
    };
    expect(await seenBy(cara)).toEqual([true, true, true, true, true]);
    expect(await seenBy(cass)).toEqual([true, true, false, true, true]);
    expect(await seenBy(dee)).toEqual([false, true, false, false, false]);
    for (const person of everybody)
      expect(await seenBy(person)).toEqual([
        ...[false, false, false, person.roles.includes('administrator'), false],
      ]);
    for (const who of [coordinator, north]) {
      const theirs = begun();
      expect(await push(who, [changeBy(who, 'caseFile', theirs.id, [putting([], theirs)])])).toMatchObject([
        { kind: 'refused', reason: 'notAllowed' },
      ]);
    }
  });
});
