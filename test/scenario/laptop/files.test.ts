import { statSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { storeFile } from '#db/folder.ts';
import { sql } from '#db/sql.ts';
import { everyone, ofPerson } from '#shared/sync/access.ts';
import { limits } from '#shared/sync/wire.ts';
import { freshId, gone, type JoinedLaptop, joinedLaptop, put } from './laptop.ts';
import { beginReport } from './typing.ts';

let laptop: JoinedLaptop;
beforeEach(() => {
  laptop = joinedLaptop();
});
afterEach(() => laptop.end());

const words = 'Kettlewick said it twice.\n';
const sheet = Buffer.from(words.repeat(20_000));
const attach = (id: string, bytes = sheet, file = freshId()) => {
  laptop.ask('files.add', { type: 'visit', id, file, name: 'sheet.txt', bytes: bytes.toString('base64') });
  return file;
};
const pieces = () => laptop.w.all(sql.selectFrom('file_piece').select(['record', 'offset'])).length;
const decrypted = (): Buffer => {
  expect(statSync(`${storeFile(laptop.folder)}-wal`).size).toBe(0);
  return (laptop.db as unknown as { serialize(): Buffer }).serialize();
};

test('a file lies in pieces beside its report and is read whole', () => {
  const id = beginReport(laptop, { comments: 'Quiet.' });
  const file = attach(id);
  expect(pieces()).toBe(Math.ceil(sheet.length / limits.piece));
  expect(laptop.ask('files.read', { type: 'visit', id, file })).toEqual({
    name: 'sheet.txt',
    kind: 'text/plain',
    bytes: sheet.toString('base64'),
  });
});

test('added twice, by a window that asked again or as the same paper, it is attached once', () => {
  const id = beginReport(laptop, {});
  const file = attach(id);
  attach(id, sheet, file);
  attach(id);
  expect(laptop.read('visit', id)?.files).toHaveLength(1);
});

test('a file that is too many, of no known kind, or named without what is in it is refused', () => {
  const id = beginReport(laptop, {});
  for (let i = 0; i < 20; i += 1) attach(id, Buffer.from(`Sheet ${i}`));
  const more = { type: 'visit', id, file: freshId(), name: 'more.txt', bytes: btoa('More') } as const;
  expect(laptop.refusal('files.add', more)).toEqual({ tag: 'tooManyFiles', most: 20 });
  expect(laptop.refusal('files.add', { ...more, bytes: btoa('\0\0') })).toEqual({ tag: 'fileKind' });
  expect(laptop.refusal('files.add', { ...more, bytes: 'no base64!' })).toEqual({ tag: 'fileKind' });
  const named = { ...more, hash: 'a'.repeat(64), kind: 'text/plain', bytes: 4 };
  const patch = [{ path: ['files', `#${more.file}`], now: named }];
  expect(laptop.refusal('visits.save', { id, patch })).toEqual({ tag: 'notAllowed' });
});

test('taken out of a draft it can come back', () => {
  const id = beginReport(laptop, { date: '2026-05-04', comments: 'Quiet.' });
  const file = attach(id);
  const removed = (was?: string, now?: string) =>
    laptop.ask('visits.save', {
      id,
      patch: [{ path: ['files', `#${file}`, 'removed'], ...(was && { was }), ...(now && { now }) }],
    });
  const at = '2026-05-05T10:00:00.000Z';
  removed(undefined, at);
  expect(laptop.ask('visits.get', { id }).files).toEqual([]);
  expect(pieces()).toBeGreaterThan(0);
  removed(at);
  expect(laptop.ask('visits.get', { id }).files).toEqual([{ id: file, here: true, sent: false }]);
});

test('a report that is not this person’s any more leaves no piece of its files in the decrypted file', () => {
  const id = beginReport(laptop, { comments: 'Quiet.' });
  attach(id);
  const draft = laptop.read('visit', id);
  const at = '2026-05-05T10:00:00.000Z';
  const event = { id: freshId(), from: 'ready', to: 'received', by: 'office', at };
  const received = { ...draft, id, events: [event] } as never as { id: string };
  laptop.w.run(sql.deleteFrom('outgoing'));
  laptop.receive('own', [put('visit', received, 20, [ofPerson(laptop.own.id)])], [ofPerson(laptop.own.id)]);
  laptop.receive('own', [gone('visit', id, 21)], [ofPerson(laptop.own.id), everyone]);
  expect(laptop.read('visit', id)).toBeUndefined();
  expect(pieces()).toBe(0);
  expect(decrypted().includes('Kettlewick')).toBe(false);
});
