import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSheetFile } from '#desk/sheets/read-file.ts';
import { printable } from '#shared/letters/merge.ts';
import { matchSheet } from '#shared/sheets/match.ts';
import { strangersBook, type Typed } from '#test/unit/sheets/strangers.ts';

/** `ICV_SEED` and `ICV_RUNS` try others, and more of them. */
const seed = Number(process.env.ICV_SEED ?? 1);
const numRuns = Number(process.env.ICV_RUNS ?? 60);

const concerns = Array.from({ length: 6 }, (_, i) => ({ id: `id-${i}`, reference: `C2026/000${i + 1}` }));
const titles = [
  'Number',
  'Date raised',
  'What was raised',
  'Area',
  'What was done',
  'By whom',
  'Date done or planned',
];

/** What a stranger may type where words are wanted. */
const words: fc.Arbitrary<Typed> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('Mended', 'New bell ordered', 'Not accepted: see the log', '=SUM(A1)'),
  },
  fc.constantFrom<Typed>(null, '  ', 7, { formula: 'A1' }, { error: '#REF!' }),
  fc.string({ unit: 'grapheme', maxLength: 20 }).map(printable),
);
const day: fc.Arbitrary<Typed> = fc.oneof(
  fc.constantFrom<Typed>('3/11/2026', '3 November 2026', null, 'soon', '31/2/2026', { day: 46_329 }, 2026),
  fc.constantFrom<Typed>({ formula: 'TODAY()' }),
);
const number = fc.constantFrom<Typed>(
  ...concerns.map(({ reference }) => reference),
  'c2026 / 0001',
  'C2026/9999',
  '',
  null,
);
const aRow = fc.record({ number, done: words, by: words, on: day });
const file = fc.record({
  rows: fc.array(aRow, { maxLength: 8 }),
  order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 }),
  above: fc.integer({ min: 0, max: 3 }),
  gap: fc.boolean(),
});

test('whatever a stranger makes of a sheet, each row is taken for one concern or refused with a reason, and none twice', () => {
  fc.assert(
    fc.property(file, ({ rows, order, above, gap }) => {
      const lay = (cells: Typed[]): Typed[] => [
        ...(gap ? [null] : []),
        ...order.map((at) => cells[at] ?? null),
      ];
      const table: Typed[][] = [
        ...Array.from({ length: above }, () => ['Please answer by Friday'] as Typed[]),
        lay(titles),
        ...rows.map((one) => lay([one.number, null, 'The bell', 'Safety', one.done, one.by, one.on])),
      ];
      const read = readSheetFile(strangersBook(table));
      if (!read.ok) throw new Error(read.error);
      const matched = matchSheet(read.value, concerns);
      if ('sentence' in matched) throw new Error(matched.sentence);
      const taken = matched.rows.filter(({ refused }) => refused === null);
      const ids = taken.map(({ concern }) => concern);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { answer, concern, row } of taken) {
        expect(concern).not.toBeNull();
        const typed = rows[row - above - 2];
        expect(answer?.done).toBe(String(typed?.done).trim());
        if (answer?.on !== undefined) expect(answer.on).toBe('2026-11-03');
      }
      for (const { refused } of matched.rows) if (refused !== null) expect(refused).toMatch(/\.$/);
      // Every concern of the sheet is accounted for: answered or tried, empty, or not in the file.
      const said = new Set(matched.rows.flatMap(({ concern }) => concern ?? []));
      expect(
        said.size + matched.empty.length + matched.missing.filter((one) => !said.has(idOf(one))).length,
      ).toBe(concerns.length);
    }),
    { seed, numRuns },
  );
});

const idOf = (reference: string): string => concerns.find((one) => one.reference === reference)?.id ?? '';
