import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveAndSend } from '#db/office.ts';
import { sql } from '#db/sql.ts';
import { sha256 } from '#desk/context.ts';
import { personFileId } from '#shared/records/person-file.ts';
import { putting } from '#shared/sync/patch.ts';
import type { MessageName } from '#shared/sync/wire.ts';
import { limits } from '#shared/sync/wire.ts';
import { freshId } from '#test/hub-store.ts';
import { endPostgres, startPostgres } from '#test/postgres.ts';
import type { FarEnd } from '#test/simulate/network.ts';
import { newHub, type Office, type Person } from './office.ts';

let seed = 900;
const stores = {
  'The hub on an encrypted file': async () => undefined,
  'On PostgreSQL': startPostgres,
} as const;

/** A note of so many bytes in which every line is another one. */
const note = (bytes: number, words = 'The cell was cold'): Buffer =>
  Buffer.from(
    Array.from({ length: Math.ceil(bytes / 20) }, (_, i) => `${words} ${i}\n`)
      .join('')
      .slice(0, bytes),
  );

const attach = (to: Person, id: string, bytes: Buffer, name = 'sheet.txt'): string => {
  const file = freshId();
  const input = { id, file, name, bytes: bytes.toString('base64') };
  const added = to.member.laptop.call('files.add', {
    type: 'visit',
    ...input,
    reason: 'The sheet was scanned.',
  });
  expect(added).toMatchObject({ ok: true });
  return file;
};

/** A report that is ready and carries a file. */
const sends = (person: Person, bytes: Buffer) => {
  const id = person.begins();
  const file = attach(person, id, bytes);
  person.readies(id);
  return { id, file };
};

/** What somebody reads of a file, or why not. */
const readBy = (person: Person, id: string, file: string): string => {
  const answer = person.member.laptop.call('files.read', { type: 'visit', id, file });
  return answer.ok ? Buffer.from(answer.value.bytes, 'base64').toString() : answer.error.tag;
};

const where = (person: Person, id: string) => {
  const answer = person.member.laptop.call('visits.get', { id });
  return answer.ok ? answer.value.files.map(({ here, sent }) => ({ here, sent })) : [];
};

/** A hub whose line is cut after so many of one message, before or after it took the next. */
const cutAfter = (hub: FarEnd, name: MessageName, count: number, taken: boolean) => {
  const seen: number[] = [];
  const far: FarEnd = {
    ask: async (asked, input, caller) => {
      if (asked !== name) return hub.ask(asked, input, caller);
      seen.push((input as { bytes?: string }).bytes?.length ?? 0);
      if (seen.length <= count) return hub.ask(asked, input, caller);
      if (taken) await hub.ask(asked, input, caller);
      return { ok: false, why: { tag: 'torn' } };
    },
  };
  return { far, seen };
};

describe.each(Object.keys(stores) as (keyof typeof stores)[])('%s: attached files', (kind) => {
  let office: Office;
  let clara: Person;
  let ann: Person;
  let bob: Person;
  beforeEach(async () => {
    seed += 1;
    office = await newHub(seed, await stores[kind]());
    clara = await office.join('Clara', 'coordinator');
    ann = await office.join('Ann', 'visitor', 'North');
    bob = await office.join('Bob', 'visitor', 'North');
  });
  afterEach(() => office.end());
  afterAll(endPostgres);

  it('reach everybody who sees the report, byte for byte, and the author is told when the office has them', async () => {
    const id = ann.begins({ visitor2: bob.person });
    const file = attach(ann, id, note(5_000));
    ann.readies(id);
    expect(where(ann, id)).toEqual([{ here: true, sent: false }]);
    await office.allSync();
    await office.allSync();
    expect(where(ann, id)).toEqual([{ here: true, sent: true }]);
    for (const one of [bob, clara]) expect(readBy(one, id, file)).toBe(note(5_000).toString());
    expect(await office.hub.store.check()).toEqual([]);
  });

  it.each([false, true])(
    'cut at every piece, the answer lost (%s) or not, an upload goes on from there',
    async (taken) => {
      const bytes = note(limits.piece * 3 + 1_000);
      const id = ann.sends();
      await office.allSync();
      const file = attach(ann, id, bytes);
      let sent = 0;
      for (let tries = 0; where(ann, id)[0]?.sent !== true; tries += 1) {
        expect(tries).toBeLessThan(8);
        // One question how far it has come and one piece; the next is cut.
        const { far, seen } = cutAfter(ann.member.far, 'filePut', 2, taken);
        await ann.syncWith(far);
        sent += seen.slice(0, 2).filter((length) => length > 0).length;
      }
      expect(sent).toBeLessThanOrEqual(4);
      await clara.sync();
      await clara.sync();
      expect(readBy(clara, id, file)).toBe(bytes.toString());
      expect(await office.hub.store.check()).toEqual([]);
    },
  );

  it('cut at every piece, fetching goes on from there', async () => {
    const bytes = note(limits.piece * 2 + 1_000);
    const { id, file } = sends(ann, bytes);
    await office.allSync();
    expect(readBy(clara, id, file)).toBe(bytes.toString());
    const dora = await office.join('Dora', 'coordinator');
    for (let tries = 0; readBy(dora, id, file) === 'fileNotHere'; tries += 1) {
      expect(tries).toBeLessThan(5);
      const { far } = cutAfter(dora.member.far, 'fileGet', 1, true);
      await dora.syncWith(far);
    }
    expect(readBy(dora, id, file)).toBe(bytes.toString());
  });

  it('arrive after their report, which is there at once and says that they do not yet stand with it', async () => {
    const { id, file } = sends(ann, note(3_000));
    const { far } = cutAfter(ann.member.far, 'filePut', 0, false);
    await ann.syncWith(far);
    await clara.sync();
    expect(where(clara, id)).toEqual([{ here: false, sent: false }]);
    expect(readBy(clara, id, file)).toBe('fileNotHere');
    expect(clara.visit(id)?.comments).toBe(ann.visit(id)?.comments);
    await office.allSync();
    expect(readBy(clara, id, file)).toBe(note(3_000).toString());
  });

  it('whose report has arrived are seen among what waits, one after the other, until the office has them', async () => {
    const id = ann.begins();
    for (const words of ['First', 'Second']) attach(ann, id, note(3_000, words), `${words}.txt`);
    ann.readies(id);
    expect(ann.waiting().map(({ type }) => type)).not.toContain('file');
    await ann.syncWith(cutAfter(ann.member.far, 'filePut', 0, false).far);
    const waiting = ann.waiting();
    expect(waiting.map(({ type, why, state }) => [type, why, state])).toEqual(
      Array(2).fill(['file', 'awaitedFile', 'ready']),
    );
    expect(waiting.map(({ title }) => title.slice(0, 11)).sort()).toEqual(['File First.', 'File Second']);
    await office.allSync();
    expect(ann.waiting()).toEqual([]);
  });

  it('are neither given to, nor taken from, who does not see the report', async () => {
    const dora = await office.join('Dora', 'visitor', 'South');
    const { id } = sends(ann, note(3_000));
    await office.allSync();
    const hash = ann.visit(id)?.files?.[0]?.hash as string;
    const ref = { type: 'visit', record: id, hash };
    const refused = { ok: false, why: { tag: 'refused', refused: 'notFound' } };
    expect(await office.hub.ask(dora, 'fileGet', { ...ref, offset: 0 })).toEqual(refused);
    const put = { ...ref, offset: 0, total: 3_000, bytes: '' };
    expect(await office.hub.ask(dora, 'filePut', put)).toEqual(refused);
    expect(await office.hub.ask(clara, 'fileGet', { ...ref, offset: 7 })).toEqual(refused);
  });

  it('that are not what their hash says are not taken, and neither is one that no report names', async () => {
    const { id } = sends(ann, note(3_000));
    await ann.syncWith(cutAfter(ann.member.far, 'filePut', 0, false).far);
    const hash = ann.visit(id)?.files?.[0]?.hash as string;
    const ref = { type: 'visit', record: id, hash };
    const wrong = note(3_000, 'Not what was scanned').toString('base64');
    const bad = { ok: false, why: { tag: 'refused', refused: 'badRequest' } };
    expect(await office.hub.ask(ann, 'filePut', { ...ref, offset: 0, total: 3_000, bytes: wrong })).toEqual(
      bad,
    );
    expect(await office.hub.ask(ann, 'filePut', { ...ref, offset: 0, total: 10, bytes: '' })).toEqual(bad);
    const other = createHash('sha256').update('other').digest('hex');
    const unnamed = { ...ref, hash: other, offset: 0, total: 3_000, bytes: '' };
    expect(await office.hub.ask(ann, 'filePut', unnamed)).toMatchObject({ why: { refused: 'notFound' } });
    await office.allSync();
    expect(where(ann, id)).toEqual([{ here: true, sent: true }]);
  });

  it('damaged before the office had them wait for whoever attached them, and go once they are attached again', async () => {
    const { id, file } = sends(ann, note(3_000));
    await ann.syncWith(cutAfter(ann.member.far, 'filePut', 0, false).far);
    const damaged = { bytes: note(3_000, 'The cell was gold') };
    ann.member.laptop.store().run(sql.updateTable('file_piece').set(damaged));
    // The office finds it first, should nobody have read it.
    await ann.sync();
    expect(ann.waiting()).toMatchObject([{ type: 'file', state: 'attention', why: 'damagedFile' }]);
    expect(ann.member.laptop.call('files.read', { type: 'visit', id, file })).toEqual({
      ok: false,
      error: { tag: 'fileDamaged', alone: false, unsent: true },
    });
    attach(ann, id, note(3_000), 'again.txt');
    expect(ann.visit(id)?.files).toHaveLength(1);
    expect(ann.waiting()).toMatchObject([{ type: 'file', state: 'ready', why: 'awaitedFile' }]);
    await office.allSync();
    expect(ann.waiting()).toEqual([]);
    expect(readBy(clara, id, file)).toBe(note(3_000).toString());
  });

  it('are purged with their report, at the office and on every laptop', async () => {
    const { id } = sends(ann, note(3_000, 'Kettlewick'));
    await office.allSync();
    const ref = { type: 'visit', record: id, hash: ann.visit(id)?.files?.[0]?.hash as string };
    expect(await office.hub.store.read((s) => s.file(ref))).toMatchObject({ whole: true });
    await office.hub.purge('visit', id);
    await office.allSync();
    expect(await office.hub.store.read((s) => s.file(ref))).toBeUndefined();
    expect(await office.hub.store.read((s) => s.piece(ref, 0))).toBeUndefined();
    for (const one of [ann, clara])
      expect([one.visit(id), one.fileSays('Kettlewick')]).toEqual([undefined, false]);
  });

  it('taken out of a draft are nowhere once it is ready, although they were sent', async () => {
    const id = ann.begins({ visitor2: bob.person });
    const file = attach(ann, id, note(3_000, 'Kettlewick'));
    await office.allSync();
    const ref = { type: 'visit', record: id, hash: ann.visit(id)?.files?.[0]?.hash as string };
    expect(await office.hub.store.read((s) => s.file(ref))).toMatchObject({ whole: true });
    expect(bob.fileSays('Kettlewick')).toBe(true);
    ann.types(id, `files.#${file}.removed`, '2026-09-07T10:00:00.000Z');
    ann.readies(id);
    await office.allSync();
    expect(await office.hub.store.read((s) => s.file(ref))).toBeUndefined();
    for (const one of [ann, bob, clara]) expect(one.fileSays('Kettlewick')).toBe(false);
  });

  it('of a session reach its panel, of a volunteer’s file the coordinator alone, and are nowhere once taken out', async () => {
    const { laptop } = clara.member;
    const { office: of } = await office.hub.store.read((s) => s.identity());
    const [session, own] = [freshId(), personFileId(of, ann.person)];
    const empty = { agenda: [], papers: [], attendance: [], actions: [] };
    const meeting = { id: session, kind: 'panel meeting', title: 'Meeting', on: '2026-09-20', ...empty };
    const panel = office.simulated.panels[0] as string;
    laptop.call('sessions.save', { id: session, patch: [putting([], { ...meeting, panel })] });
    const papers = { id: own, person: ann.person, steps: [], references: [], vetting: [], reviews: [] };
    const by = { by: clara.person, now: () => '2026-09-07T09:00:00.000Z', newId: freshId, hash: sha256 };
    saveAndSend(laptop.store(), by, 'personFile', own, [putting([], papers)]);
    const add = (type: 'session' | 'personFile', id: string, words: string) => {
      const place = { type, id, file: freshId() };
      const bytes = note(3_000, words).toString('base64');
      expect(laptop.call('files.add', { ...place, name: 'paper.txt', bytes })).toMatchObject({ ok: true });
      return place;
    };
    const [agenda, warrant] = [add('session', session, 'Kettlewick'), add('personFile', own, 'Warrant')];
    await office.allSync();
    for (const one of [ann, bob])
      expect([one.fileSays('Kettlewick'), one.fileSays('Warrant')]).toEqual([true, false]);
    expect(ann.member.laptop.call('files.read', agenda)).toMatchObject({ ok: true });
    expect(ann.refused('files.remove', agenda)).toBe('notAllowed');
    for (const [type, record, words] of [
      ['session', session, 'Kettlewick'],
      ['personFile', own, 'Warrant'],
    ] as const) {
      const ref = { type, record, hash: sha256(note(3_000, words).toString()) };
      expect(await office.hub.store.read((s) => s.file(ref))).toMatchObject({ whole: true });
    }
    for (const place of [agenda, warrant])
      expect(laptop.call('files.remove', place)).toMatchObject({ ok: true });
    await office.allSync();
    const ref = { type: 'session', record: session, hash: sha256(note(3_000, 'Kettlewick').toString()) };
    expect(await office.hub.store.read((s) => s.file(ref))).toBeUndefined();
    for (const one of [ann, bob, clara])
      expect([one.fileSays('Kettlewick'), one.fileSays('Warrant')]).toEqual([false, false]);
    expect(await office.hub.store.check()).toEqual([]);
  });

  it('that a restored hub lost are given back to it', async () => {
    const id = await office.shared(ann, clara);
    const image = kind === 'The hub on an encrypted file' ? await office.hub.image() : undefined;
    const file = attach(clara, id, note(3_000));
    await office.allSync();
    if (image === undefined) return;
    await office.hub.putBack(image);
    await office.allSync();
    await office.hub.closeRecovery();
    await office.allSync();
    const ref = { type: 'visit', record: id, hash: ann.visit(id)?.files?.[0]?.hash as string };
    expect(await office.hub.store.read((s) => s.file(ref))).toMatchObject({ whole: true });
    expect(readBy(ann, id, file)).toBe(note(3_000).toString());
  });
});
