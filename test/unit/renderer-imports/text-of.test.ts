import { describe, expect, it } from 'vitest';
import { textOf } from '#renderer/imports/textOf.ts';

const fileOf = (...parts: BlobPart[]) => new File(parts, 'visits.csv');
const all = async (file: File) => {
  const pieces = [];
  for await (const piece of textOf(file)) pieces.push(piece);
  return pieces;
};
const wholeText = async (file: File) =>
  (await all(file)).map((piece) => (piece.ok ? piece.value.text : piece.error.tag)).join('');

describe('textOf', () => {
  it.each([0, 1, 2, 3])(
    'brings a character whole that a piece ends in (%i bytes before it)',
    async (before) => {
      const text = `${'a'.repeat(before)}${'é😀'.repeat(120_000)}`;
      expect(await wholeText(fileOf(text))).toBe(text);
    },
  );

  it('gives pieces of at most 200,000 characters and says how far it has read', async () => {
    const file = fileOf('a,b\n'.repeat(120_000));
    const pieces = await all(file);
    const read = pieces.map((piece) => (piece.ok ? piece.value.read : 0));
    expect(read).toEqual([200_000, 400_000, 480_000]);
    for (const piece of pieces) expect(piece.ok && piece.value.text.length).toBeLessThanOrEqual(200_000);
  });

  it('leaves a byte-order mark out', async () => {
    expect(await wholeText(fileOf('\ufeffreference,suite'))).toBe('reference,suite');
  });

  it.each([
    ['another encoding', new Uint8Array([0x63, 0x61, 0x66, 0xe9, 0x0a])],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x72, 0x00])],
    ['a character cut off by the end of the file', new Uint8Array([0x61, 0xf0, 0x9f])],
  ])('refuses %s', async (_, bytes) => {
    expect((await all(fileOf(bytes))).at(-1)).toMatchObject({ ok: false, error: { tag: 'badFile' } });
  });
});
