import { expect, test } from 'vitest';
import { attachedFile, kindOfFile } from '#shared/records/file.ts';
import { freshId } from '#test/hub-store.ts';

const bytes = (...all: number[]) => Uint8Array.from(all);

test('a file is what is in it, whatever it is called', () => {
  expect(kindOfFile(Buffer.from('%PDF-1.7\n'))).toBe('application/pdf');
  expect(kindOfFile(bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16))).toBe('image/jpeg');
  expect(kindOfFile(bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0))).toBe('image/png');
  expect(kindOfFile(Buffer.from('Cell 4 was cold – “very”.'))).toBe('text/plain');
});

test('what is no scan, photograph or plain text cannot be attached', () => {
  expect(kindOfFile(bytes())).toBeUndefined();
  expect(kindOfFile(Buffer.from('PK\u0003\u0004\u0000 a spreadsheet'))).toBeUndefined();
  expect(kindOfFile(bytes(0x4d, 0x5a, 0x90, 0x00))).toBeUndefined();
  expect(kindOfFile(bytes(0xc3, 0x28))).toBeUndefined();
});

test('a document says of a file its hash, its size within the limit and one of the kinds', () => {
  const file = { id: freshId(), hash: 'a'.repeat(64), name: 'sheet.pdf', kind: 'application/pdf', bytes: 10 };
  expect(attachedFile.safeParse(file).success).toBe(true);
  expect(attachedFile.safeParse({ ...file, bytes: 25_000_001 }).success).toBe(false);
  expect(attachedFile.safeParse({ ...file, kind: 'text/html' }).success).toBe(false);
  expect(attachedFile.safeParse({ ...file, hash: 'A'.repeat(64) }).success).toBe(false);
});
