import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { readIdentity, writeIdentity } from '#db/identity.ts';
import { openSealed } from '#db/sealed.ts';
import { sql } from '#db/sql.ts';
import { pack, readLeft, unpack } from '#db/sync/rest.ts';
import type { Visit } from '#shared/records/visit.ts';
import { ofPerson } from '#shared/sync/access.ts';
import { newFolder, removeFolder } from '../../office.ts';
import { freshId, hub, type JoinedLaptop, joinedLaptop, put } from './laptop.ts';
import { beginReport, typeIn } from './typing.ts';

const laptops: JoinedLaptop[] = [];
const laptop = () => {
  const one = joinedLaptop();
  laptops.push(one);
  return one;
};
const folder = newFolder();
afterEach(() => {
  for (const one of laptops.splice(0)) one.end();
  removeFolder(folder);
});

const passphrase = 'words for the rescue alone';

test('everything unsent goes out encrypted and comes in elsewhere, drafts included, and nothing is doubled', () => {
  const [broken, spare] = [laptop(), laptop()];
  const sealed = beginReport(broken, { left: '16:00', comments: 'Sealed.' });
  broken.steps.toPush(0);
  typeIn(broken, sealed, { praiseWords: 'Typed since.' });
  const draft = beginReport(broken, { comments: 'Not ready at all.' });
  const out = broken.ask('sync.rescueOut', { passphrase });
  expect(out.changes).toBe(4);
  expect(readFileSync(out.path).includes('Not ready')).toBe(false);
  expect(spare.ask('sync.rescueIn', { path: out.path, passphrase })).toEqual({
    changes: 4,
    known: 0,
    files: 0,
  });
  expect(spare.read('visit', sealed)).toMatchObject({ comments: 'Sealed.', praiseWords: 'Typed since.' });
  expect(spare.read('visit', draft)).toMatchObject({ comments: 'Not ready at all.' });
  expect(spare.ask('sync.rescueIn', { path: out.path, passphrase })).toEqual({
    changes: 0,
    known: 4,
    files: 0,
  });
  const ids = (one: JoinedLaptop) => new Set(one.steps.toPush(0).map((change) => change.id));
  expect(ids(spare)).toEqual(ids(broken));
});

/** A scanned sheet larger than one piece, in which no line occurs twice. */
const sheet = Buffer.from(
  Array.from({ length: 20_000 }, (_, i) => `Kettlewick said it ${i} times.\n`).join(''),
);
const attach = (one: JoinedLaptop, id: string, bytes = sheet): string => {
  const file = freshId();
  one.ask('files.add', { type: 'visit', id, file, name: 'sheet.txt', bytes: bytes.toString('base64') });
  return file;
};

test('attached files go out with it, encrypted, and come in whole, once', () => {
  const [broken, spare] = [laptop(), laptop()];
  const id = beginReport(broken, { comments: 'With its sheet.' });
  const file = attach(broken, id);
  const out = broken.ask('sync.rescueOut', { passphrase });
  expect(out).toMatchObject({ changes: 1, files: 1, damaged: 0 });
  expect(readFileSync(out.path).includes('Kettlewick')).toBe(false);
  const brought = (one: JoinedLaptop) => one.ask('sync.rescueIn', { path: out.path, passphrase });
  expect(brought(spare)).toEqual({ changes: 1, known: 0, files: 1 });
  expect(spare.ask('files.read', { type: 'visit', id, file }).bytes).toBe(sheet.toString('base64'));
  expect(spare.ask('visits.get', { id }).files).toEqual([{ id: file, here: true, sent: false }]);
  expect(brought(spare)).toEqual({ changes: 0, known: 1, files: 0 });
});

test('a file whose report the office has already goes out too, and is sent from where it comes in', () => {
  const [broken, spare] = [laptop(), laptop()];
  const id = beginReport(broken, { left: '16:00', comments: 'Received without its sheet.' });
  attach(broken, id);
  broken.deliver(10);
  const keys = [ofPerson(broken.own.id)];
  const received = put('visit', broken.read('visit', id) as Visit, 11, keys);
  for (const one of [broken, spare]) one.receive('own', [received], keys);
  expect(spare.ask('visits.get', { id }).files).toMatchObject([{ here: false }]);
  const { path, ...out } = broken.ask('sync.rescueOut', { passphrase });
  expect(out).toMatchObject({ changes: 0, files: 1 });
  spare.ask('sync.rescueIn', { path, passphrase });
  expect(spare.ask('visits.get', { id }).files).toMatchObject([{ here: true, sent: false }]);
  expect(spare.steps.filesToSend()).toHaveLength(1);
  // Once it is damaged there is nothing that could be carried, and that is said.
  broken.w.run(sql.updateTable('file_piece').set({ bytes: Buffer.from('Something else') }));
  expect(broken.refusal('sync.rescueOut', { passphrase })).toEqual({ tag: 'unsentDamaged', files: 1 });
});

test('a damaged file is left out and keeps nothing else from going, whether that is known of it yet or not', () => {
  const [broken, spare] = [laptop(), laptop()];
  const id = beginReport(broken, { comments: 'With two sheets.' });
  const [torn, whole] = [attach(broken, id, Buffer.from('Crossed out.')), attach(broken, id)];
  const hash = broken.read('visit', id)?.files?.find((one) => one.id === torn)?.hash ?? '';
  const altered = { bytes: Buffer.from('Crossed oat.') };
  broken.w.run(sql.updateTable('file_piece').set(altered).where('hash', '=', hash));
  const { path, ...out } = broken.ask('sync.rescueOut', { passphrase });
  expect(out).toMatchObject({ changes: 1, files: 1, damaged: 1 });
  const brought = { changes: 1, known: 0, files: 1 };
  expect(spare.ask('sync.rescueIn', { path, passphrase })).toEqual(brought);
  expect(spare.ask('files.read', { type: 'visit', id, file: whole }).bytes).toBe(sheet.toString('base64'));
  expect(spare.refusal('files.read', { type: 'visit', id, file: torn }).tag).toBe('fileNotHere');
  expect(broken.steps.noteDamaged([...broken.w.damaged])).toBe(true);
  expect(readLeft(broken.w).files).toMatchObject([{ content: sheet }]);
});

test('a file that is not what its hash says makes what carries it damaged', () => {
  const one = laptop();
  attach(one, beginReport(one, { comments: 'With its sheet.' }));
  const left = readLeft(one.w);
  expect(unpack(pack(left))).toMatchObject({ files: [{ content: sheet }] });
  const altered = left.files.map((file) => ({ ...file, content: Buffer.from('Something else') }));
  expect(unpack(pack({ ...left, files: altered }))).toBeUndefined();
  expect(unpack(gzipSync(gunzipSync(pack(left)).subarray(0, -1)))).toBeUndefined();
});

test('a rescue file gives nothing to a wrong passphrase, to another office, or once it is damaged', () => {
  const one = laptop();
  expect(one.refusal('sync.rescueOut', { passphrase })).toEqual({ tag: 'nothingUnsent' });
  beginReport(one, { comments: 'Unsent.' });
  expect(one.refusal('sync.rescueOut', { passphrase: 'short' }).tag).toBe('weakPassphrase');
  const { path } = one.ask('sync.rescueOut', { passphrase });
  expect(one.refusal('sync.rescueOut', { path, passphrase }).tag).toBe('fileExists');
  expect(one.refusal('sync.rescueIn', { path, passphrase: 'another one altogether' }).tag).toBe(
    'wrongPassphrase',
  );
  const file = readFileSync(path);
  writeFileSync(`${path}.torn`, file.subarray(0, file.length - 5));
  expect(one.refusal('sync.rescueIn', { path: `${path}.torn`, passphrase }).tag).toBe('notARescueFile');
  const stranger = laptop();
  writeIdentity(stranger.w, { ...readIdentity(stranger.w), office: freshId() });
  expect(stranger.refusal('sync.rescueIn', { path, passphrase }).tag).toBe('foreignOffice');
  expect(stranger.ask('sync.waiting', {})).toEqual([]);
});

test('what a revoked laptop leaves is read by the office’s key alone', () => {
  const one = laptop();
  expect(one.steps.sealedRest(true)).toBe('');
  beginReport(one, { comments: 'Left behind.' });
  const opened = openSealed(hub.privateKey, one.steps.sealedRest(true)) as Buffer;
  expect(gunzipSync(opened).toString('utf8')).toContain('Left behind.');
});
