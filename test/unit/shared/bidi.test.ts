import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { docxOf } from '#desk/docx.ts';
import { htmlOf } from '#desk/said/html.ts';
import { balanced, isolated } from '#shared/bidi.ts';
import { merge } from '#shared/letters/merge.ts';

const hostile = 'Dana \u202Erotisiv\u2069';
const hebrew = 'דנה';

test('a name in letters that are read from left to right is as it was typed', () => {
  for (const name of ['Dana O’Neill', 'Łukasz Żółć', 'Ζωή', '李雷', '']) expect(isolated(name)).toBe(name);
});

test('a name read from right to left, or with marks that turn what follows, turns nothing but itself', () => {
  expect(isolated(hebrew)).toBe(`\u2068${hebrew}\u2069`);
  expect(isolated(hostile)).toBe('\u2068Dana \u202Erotisiv\u202C\u2069');
  expect(isolated(`Dana\n${hebrew}`)).toBe(`Dana\n\u2068${hebrew}\u2069`);
});

const marks = fc.array(
  fc.constantFrom(
    'a',
    'א',
    '\u202A',
    '\u202B',
    '\u202C',
    '\u202D',
    '\u202E',
    '\u2066',
    '\u2067',
    '\u2068',
    '\u2069',
  ),
);

test('whatever marks a name holds, they are closed where it ends and close nothing else', () => {
  fc.assert(
    fc.property(marks, (signs) => {
      const open: string[] = [];
      for (const sign of balanced(signs.join(''))) {
        if (/[\u202A\u202B\u202D\u202E]/.test(sign)) open.push('\u202C');
        else if (/[\u2066-\u2068]/.test(sign)) open.push('\u2069');
        else if (/[\u202C\u2069]/.test(sign)) {
          expect(open).toContain(sign);
          while (open.pop() !== sign);
        }
      }
      expect(open).toEqual([]);
    }),
  );
});

test('a letter has such a name isolated, in Word and on a web page, and its data has not', async () => {
  const { body } = merge({ subject: '', body: 'Dear {{to}}, by 2 March.' }, { to: hebrew });
  const document = {
    ...{ title: 'Letter', by: 'Office', notice: null, wide: false },
    blocks: [{ kind: 'paragraph' as const, text: body }],
  };
  const said = `Dear \u2068${hebrew}\u2069, by 2 March.`;
  expect(strFromU8(unzipSync(await docxOf(document))['word/document.xml'] ?? new Uint8Array())).toContain(
    said,
  );
  expect(htmlOf(document)).toContain(said);
});
