import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { storeFile } from '#db/folder.ts';
import { addPerson, deskOver, freshId, newOffice, passphrase } from '#test/office.ts';
import { officeForAll } from '#test/shared-office.ts';
import { disagreements, openStore } from '#test/whole.ts';

const office = await officeForAll();
const { today } = await office.ask('session.get', {});
const secret = 'quinquireme';

/** A case that was closed years ago, with its words wherever a case has any. */
const closedCase = async (more: { from?: string } = {}) => {
  const id = freshId();
  await office.ask('cases.create', {
    ...{ id, kind: 'enquiry', received: '2015-03-02', mine: true, summary: `About the ${secret}.` },
    ...more,
  });
  const file = freshId();
  const bytes = Buffer.from(`The ${secret} of the file.`).toString('base64');
  await office.ask('files.add', { type: 'caseFile', id, file, name: `${secret}.txt`, bytes });
  await office.ask('cases.note', { id, note: freshId(), words: `Noted: ${secret}.` });
  await office.ask('cases.answer', { id, by: 'office', on: '2015-03-10' });
  await office.ask('cases.close', { id, closing: freshId(), on: '2015-03-12', outcome: 'Answered' });
  return id;
};
const due = async () => (await office.ask('retention.due', {})).now;
const second = await addPerson(office, 'Second Person');
const pin = '274953';
await office.ask('people.setPin', { id: second, pin });

const proposed = async (...ids: string[]): Promise<string> => {
  const id = freshId();
  await office.ask('retention.propose', {
    id,
    items: ids.map((one) => ({ id: one, type: 'caseFile' as const })),
  });
  return id;
};

describe('what the schedule says may go', () => {
  it('is never what is held, open, or belongs with something that is open', async () => {
    const [held, linked, open] = [await closedCase(), await closedCase(), freshId()];
    await office.ask('retention.hold', { id: held, type: 'caseFile', why: 'Litigation.' });
    await office.ask('cases.create', { id: open, kind: 'enquiry', received: today });
    await office.ask('cases.link', { id: open, link: freshId(), type: 'caseFile', to: linked });
    const rows = await due();
    expect(rows.find(({ id }) => id === held)?.why).toBe('It is held.');
    expect(rows.find(({ id }) => id === linked)?.why).toBe('It belongs with a case that is open.');
    expect(rows.some(({ id }) => id === open)).toBe(false);
    for (const id of [held, linked, open])
      expect(
        await office.refusal('retention.propose', { id: freshId(), items: [{ id, type: 'caseFile' }] }),
      ).toEqual({ tag: 'notDue' });
    expect((await office.ask('retention.due', {})).held).toMatchObject([{ id: held, why: 'Litigation.' }]);
    await office.ask('retention.hold', { id: held, type: 'caseFile', why: null });
    expect((await due()).find(({ id }) => id === held)?.why).toBeNull();
  });

  it('is destroyed on the word of two people, and what is held in between stays', async () => {
    const [id, later] = [await closedCase(), await closedCase()];
    const disposal = await proposed(id, later);
    expect(await office.refusal('retention.destroy', { id: disposal })).toEqual({ tag: 'secondPerson' });
    expect(await office.refusal('retention.decide', { id: disposal, approved: true })).toEqual({
      tag: 'secondPerson',
    });
    const decide = (given: string) => ({ id: disposal, approved: true, person: second, pin: given }) as const;
    expect(await office.refusal('retention.decide', decide('999999'))).toMatchObject({ tag: 'wrongPin' });
    await office.ask('retention.decide', decide(pin));
    await office.ask('retention.hold', { id: later, type: 'caseFile', why: 'Asked for again.' });
    await office.ask('retention.destroy', { id: disposal });
    const { disposal: done } = await office.ask('retention.get', { id: disposal });
    expect(done.carriedOut?.kept).toEqual([{ id: later, why: 'It is held, or needed again.' }]);
    expect(await office.refusal('cases.get', { id })).toMatchObject({ tag: 'destroyed' });
    const file = await office.ask('retention.certificate', { id: disposal });
    const parts = unzipSync(new Uint8Array(Buffer.from(file.bytes, 'base64')));
    const words = strFromU8(parts['word/document.xml'] as Uint8Array);
    expect(words).toContain('Second Person');
    expect(words).toContain('General correspondence');
    expect(words).not.toContain(secret);
  });
});

/** Every page of the store once it is decrypted, those that are free among them. */
const bytesIn = (folder: string, recoveryCode: string): Buffer => {
  const { db, directory } = openStore(folder, recoveryCode);
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
    expect(statSync(`${storeFile(directory)}-wal`).size).toBe(0);
    return (db as unknown as { serialize(): Buffer }).serialize();
  } finally {
    db.close();
  }
};

it('leaves no byte of a case, its file, its person or what was typed of it, and no file brings it back', async () => {
  const alone = await newOffice();
  try {
    const [person, id, kept] = [freshId(), freshId(), freshId()];
    const name = 'Zebulon Quartermain';
    await alone.ask('contacts.save', { id: person, patch: [{ path: [], now: { id: person, name } }] });
    const words = `${secret} ${name}`;
    const begin = { kind: 'enquiry', received: '2015-03-02', mine: true, summary: words } as const;
    await alone.ask('cases.create', { id, ...begin, from: person });
    await alone.ask('cases.create', { id: kept, ...begin, summary: 'This one stays: larboard.' });
    const file = freshId();
    const bytes = Buffer.from(`${secret} in a file`.repeat(500)).toString('base64');
    await alone.ask('files.add', { type: 'caseFile', id, file, name: `${secret}.txt`, bytes });
    await alone.ask('preferences.set', { key: `note of ${id}`, value: { words } });
    await alone.ask('cases.note', { id, note: freshId(), words });
    const { person: me } = await alone.ask('session.get', {});
    await alone.ask('cases.restrict', { id, confidential: { readers: [me.id] } });
    await alone.ask('cases.answer', { id, by: 'office', on: '2015-03-10' });
    await alone.ask('cases.close', { id, closing: freshId(), on: '2015-03-12', words });
    const other = await addPerson(alone, 'Second Person');
    await alone.ask('people.setPin', { id: other, pin });
    const disposal = freshId();
    await alone.ask('retention.propose', { id: disposal, items: [{ id, type: 'caseFile' }] });
    await alone.ask('retention.decide', { id: disposal, approved: true, person: other, pin });
    await alone.ask('retention.destroy', { id: disposal });
    expect((await alone.ask('search.find', { text: secret })).length).toBe(0);
    expect((await alone.ask('retention.due', {})).now).toEqual([]);
    // Whoever still says it from an old window or a file says it of what is gone.
    expect(await alone.refusal('cases.note', { id, note: freshId(), words })).toMatchObject({
      tag: 'destroyed',
    });
    await alone.host.call('cases.create', { id, ...begin });
    expect(await alone.refusal('cases.get', { id })).toMatchObject({ tag: 'destroyed' });
    await alone.close();
    const left = bytesIn(alone.folder, alone.recoveryCode);
    expect(left.includes('larboard')).toBe(true);
    expect(left.includes(secret)).toBe(false);
    expect(disagreements(alone.folder, alone.recoveryCode, 'newest')).toEqual([]);
    // Files of the store itself are encrypted: nothing lies beside it.
    for (const at of readdirSync(alone.folder, { recursive: true, withFileTypes: true }))
      if (at.isFile()) expect(readFileSync(join(at.parentPath, at.name)).includes(secret)).toBe(false);
    const again = deskOver(alone.folder);
    await again.ask('store.unlock', { passphrase });
    expect(await again.refusal('cases.get', { id })).toMatchObject({ tag: 'destroyed' });
    await again.close();
  } finally {
    await alone.end();
  }
});
