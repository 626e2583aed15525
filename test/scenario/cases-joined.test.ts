import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openFile } from '#db/file.ts';
import { storeFile } from '#db/folder.ts';
import { hubFolder, unlockHub } from '#hub/store/folder.ts';
import { type JoinedOffice, joinedOffice, type Laptop } from '#test/joined.ts';
import { freshId, passphrase } from '#test/office.ts';
import { openStore } from '#test/whole.ts';

let office: JoinedOffice;
let cara: Laptop;
let cass: Laptop;
beforeAll(async () => {
  office = await joinedOffice();
  cara = await office.laptop('Cara Caseworker', 'caseworker');
  cass = await office.laptop('Cass Caseworker', 'caseworker');
});
afterAll(() => office.end());

const synced = async (...all: Laptop[]) => {
  for (const one of all) await one.ask('sync.now', {});
};
const caseOf = async (one: Laptop, id: string) => (await one.ask('cases.get', { id })).case;

it('a case is acknowledged before the office has numbered it, and found by both its numbers for ever', async () => {
  const [id, draft] = [freshId(), freshId()];
  await cara.ask('cases.create', { id, kind: 'enquiry', received: '2026-03-02', mine: true });
  const { templates } = await cara.ask('replies.begin', { id });
  const template = templates.find(({ purpose }) => purpose === 'acknowledgement')?.template.id ?? '';
  const { subject, body } = await cara.ask('replies.words', { id, template });
  const earlier = /E-\w{4}-\w{4}/.exec(subject)?.[0] ?? '';
  expect(body).toContain(`Its number here is ${earlier};`);
  const words = body.replaceAll(/\{\{\w+\}\}/g, 'your message');
  const of = { id: draft, purpose: 'acknowledgement', channel: 'email', template } as const;
  const to = 'ann@example.org';
  await cara.ask('replies.save', { id, draft: { ...of, to, subject: `Thank you (${earlier})`, words } });
  await cara.ask('replies.send', { id, draft });
  expect((await caseOf(cara, id)).reference).toBeUndefined();
  await synced(cara, cass);
  const { reference = '', acknowledged } = await caseOf(cass, id);
  expect([reference, acknowledged?.message]).toEqual([expect.stringMatching(/^E2026\/\d{4}$/), draft]);
  for (const text of [earlier, earlier.toLowerCase(), reference])
    expect(await cass.ask('search.find', { text })).toMatchObject([{ id, title: `Case, ${reference}` }]);
  expect((await cass.ask('replies.words', { id, template })).subject).toContain(reference);
});

/** Every page of a laptop's store once it is decrypted, those that are free among them. */
const pagesOf = ({ folder, recoveryCode }: Laptop): Buffer => {
  const { db } = openStore(folder, recoveryCode);
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
    return (db as unknown as { serialize(): Buffer }).serialize();
  } finally {
    db.close();
  }
};

/** What is read in the hub's own file once it is decrypted. */
const inHub = async <T>(read: (db: Database) => T): Promise<T> => {
  const { folder } = office.hub;
  const unlocked = await unlockHub(folder, { passphrase });
  const opened = unlocked.ok
    ? openFile(storeFile(hubFolder(folder)), unlocked.value.key, { readonly: false, together: true })
    : unlocked;
  if (!opened.ok) throw new Error(`the hub's file: ${opened.error.tag}`);
  try {
    return read(opened.value);
  } finally {
    opened.value.close();
  }
};

/** Words lie there sealed once more: what rows that name a record hold sealed, to be looked for among all pages. */
const sealedOf = (ids: readonly string[]): Promise<Buffer[]> =>
  inHub((db) => {
    const tables = db.prepare(`select name from sqlite_master where type = 'table'`).pluck().all();
    return tables
      .flatMap((name) => db.prepare(`select * from "${name}"`).all() as Record<string, unknown>[])
      .map((row) => Object.values(row))
      .filter((values) => values.some((value) => ids.includes(value as string)))
      .flatMap((values) => values.filter((value): value is Buffer => Buffer.isBuffer(value)))
      .filter(({ length }) => length >= 48);
  });

it('what was destroyed leaves no byte at the hub or on two laptops, and no old laptop or rescue file brings it back', async () => {
  const secret = 'quinquireme';
  const name = 'Zebulon Quartermain';
  const [id, person, file] = [freshId(), freshId(), freshId()];
  const { retention } = await cara.ask('cases.settings', {});
  const forNobody = retention.map((one) => (one.people ? { ...one, months: 0 } : one));
  await cara.ask('cases.set', { set: { retention: forNobody } });
  await cara.ask('contacts.save', { id: person, patch: [{ path: [], now: { id: person, name } }] });
  const summary = `About the ${secret}.`;
  await cara.ask('cases.create', {
    ...{ id, kind: 'enquiry', received: '2015-03-02', mine: true, summary, from: person },
  });
  const bytes = Buffer.from(`The ${secret} of the file.`.repeat(300)).toString('base64');
  await cara.ask('files.add', { type: 'caseFile', id, file, name: `${secret}.txt`, bytes });
  await cara.ask('cases.answer', { id, by: 'office', on: '2015-03-10' });
  await cara.ask('cases.close', { id, closing: freshId(), on: '2015-03-12' });
  await synced(cara);
  await cara.ask('cases.note', { id, note: freshId(), words: `They asked for the ${secret} again.` });
  await synced(cara, cass);
  await cass.ask('sync.fetchFile', { type: 'caseFile', id, file });
  await cass.ask('cases.open', { id });
  await synced(cass);

  const destroyed = async (item: { id: string; type: 'caseFile' | 'contact' }) => {
    const disposal = freshId();
    await cara.ask('retention.propose', { id: disposal, items: [item] });
    await synced(cara, cass);
    await cass.ask('retention.decide', { id: disposal, approved: true });
    await synced(cass);
    return async () => {
      const { kept, outstanding } = await cara.ask('hub.dispose', { id: disposal });
      await cara.ask('retention.destroyed', { id: disposal, kept, outstanding });
      await synced(cara);
      return { disposal, kept, outstanding };
    };
  };
  const carryOut = await destroyed({ id, type: 'caseFile' });
  // The second laptop goes away with something unsent in the case, and what was unsent is rescued from it.
  await cass.ask('cases.note', { id, note: freshId(), words: `Noted: ${secret}.` });
  const path = join(cass.folder, 'rescued');
  await cass.ask('sync.rescueOut', { path, passphrase: 'words for the rescue alone' });
  const sealed = await sealedOf([id, person]);
  expect(sealed.length).toBeGreaterThan(3);
  const { kept, outstanding, disposal } = await carryOut();
  expect(kept).toEqual([]);
  expect(outstanding.some((one) => one.startsWith('Cass Caseworker'))).toBe(true);
  const ofPerson = await destroyed({ id: person, type: 'contact' });
  expect((await ofPerson()).kept).toEqual([]);
  await synced(cass, cara);
  await cara.ask('sync.rescueIn', { path, passphrase: 'words for the rescue alone' });
  await synced(cara, cass);

  for (const one of [cara, cass]) {
    expect(await one.refusal('cases.get', { id })).toMatchObject({ tag: 'destroyed' });
    expect(await one.refusal('contacts.get', { id: person })).toMatchObject({ tag: 'destroyed' });
    expect((await one.ask('retention.get', { id: disposal })).disposal.carriedOut?.kept).toEqual([]);
    expect((await one.ask('sync.now', { check: true })).checked).toMatchObject({ differing: 0 });
    await one.close();
    const pages = pagesOf(one);
    expect(pages.includes('Cass Caseworker')).toBe(true);
    for (const word of [secret, name, 'Zebulon']) expect(pages.includes(word)).toBe(false);
  }
  const pages = await inHub((db) => {
    db.pragma('wal_checkpoint(TRUNCATE)');
    return (db as unknown as { serialize(): Buffer }).serialize();
  });
  for (const one of sealed) expect(pages.includes(one.subarray(0, 40))).toBe(false);
  const { store } = office.hub;
  expect(await store.check()).toEqual([]);
  expect(await store.read((s) => s.document('contact', person))).toBeUndefined();
});
