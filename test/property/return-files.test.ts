import fc from 'fast-check';
import { expect, test } from 'vitest';
import { returnFiles } from '#desk/returns/files.ts';
import { returnFormats } from '#shared/calls/returns.ts';
import { ok } from '#shared/result.ts';
import { contained } from '#shared/returns/contained.ts';
import { harmIn } from '#test/readers/harm.ts';
import { read } from '#test/readers/read.ts';
import { frozenIssue } from '#test/unit/returns/invented.ts';

/** What people with ill will type, and what files stumble over. */
const ill = fc.constantFrom(
  "=cmd|' /C calc'!A0",
  '+1',
  '-2+3',
  '@SUM(1)',
  '\t=1',
  '\r=1',
  '＝1',
  '<script>alert(1)</script>',
  '</td></table><img src=x onerror=alert(1)>',
  '&lt;b&gt; &amp; &#x41;',
  ']]>',
  '<!--',
  '{{name}}',
  '\u0000\u0007\u001B[31m',
  '\u202Etxt.exe',
  '\u2067abc\u202D',
  '\u2069\u202C',
  'e\u0301\u0327 👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '\uD800',
  '\uDC00x',
  '\uFFFE\uFFFF',
  '_x0041_',
  'a  b   c',
  ' edge ',
  'one\ntwo\r\nthree',
  '"quoted", and, commas',
  'javascript:alert(1)',
);
const hostile = fc
  .array(fc.oneof({ weight: 3, arbitrary: ill }, fc.string({ unit: 'binary', maxLength: 12 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join(''));

/** Pages fold white space by themselves, and a cell of CSV that begins like a formula has an apostrophe before it. */
const folded = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

const tooLong = 'Ärger <b>& 😀\u202E '.repeat(1_900).slice(0, 30_000);

const leaves = async (words: string, charts?: string[]) => {
  const issue = frozenIssue(words, charts);
  const files = returnFiles(
    async () => ok(issue) as never,
    () => '2026-11-22',
  );
  for (const as of returnFormats) {
    const made = await files['returns.issueFile']({
      key: 'custody-quarter',
      period: '2022-23Q4',
      number: 1,
      as,
    });
    if (!made.ok) throw new Error(as);
    const bytes = Buffer.from(made.value.bytes, 'base64');
    expect(await harmIn(as, bytes), as).toEqual([]);
    const { text, tables } = await read(as, bytes);
    const cells = tables.flatMap(({ head, rows }) => [head, ...rows].flat()).map(String);
    const printed = contained(words);
    const there = as === 'json' ? JSON.stringify(printed).slice(1, -1) : folded(printed);
    const whole = as === 'json' ? text : folded([text, ...cells].join('\n'));
    expect(whole.includes(there), `${as}: ${JSON.stringify(words)}`).toBe(true);
  }
};

test('whatever somebody types comes out of every form of a return as it was, and does nothing there', () =>
  fc.assert(
    fc.asyncProperty(hostile, (words) => leaves(words, [])),
    { numRuns: 15, examples: [['toString'], ['__proto__']] },
  ));

test('so do thirty thousand characters', () => leaves(tooLong));

test('what turns the direction of words ends where they end, and nothing else is changed', () =>
  fc.assert(
    fc.property(hostile, (words) => {
      const printed = contained(words);
      expect(printed.isWellFormed()).toBe(true);
      let isolates = 0;
      let turns = 0;
      for (const sign of printed) {
        if (/[\u2066-\u2068]/.test(sign)) isolates += 1;
        if (/[\u202A\u202B\u202D\u202E]/.test(sign)) turns += 1;
        if (sign === '\u2069') isolates = Math.max(0, isolates - 1);
        if (sign === '\u202C') turns = Math.max(0, turns - 1);
      }
      expect(isolates).toBe(0);
      expect(contained(printed)).toBe(printed);
      const plain = words.replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, '');
      expect(printed.replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, '')).toBe(contained(plain));
    }),
  ));
