import { expect, test } from 'vitest';
import { importWrites } from '#desk/imports.ts';
import { everyone } from '#shared/sync/access.ts';
import { read } from '#shared/sync/patch.ts';
import { freshId, joinedLaptop, put } from './laptop.ts';

test('what is imported at a laptop of an office waits for its hub row by row, and goes in its order', () => {
  const laptop = joinedLaptop(['coordinator']);
  const suite = { id: freshId(), name: 'Hereford', statuses: [], targets: [] };
  laptop.receive('shared', [put('suite', suite, 10, [everyone])], [everyone]);
  const { w } = laptop;
  const must = <T>(answer: { ok: true; value: T } | { ok: false; error: unknown }): T => {
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    return answer.value;
  };
  const rows = Array.from({ length: 700 }, (_, i) => `R${i},Hereford,2026-05-04,completed,Row ${i}\n`);
  const bring = (text: string) => {
    const ctx = laptop.context();
    const { id } = must(
      importWrites['imports.begin'](w, { kind: 'visits', file: 'a.csv', create: false }, ctx),
    );
    must(importWrites['imports.chunk'](w, { id, text }));
    must(importWrites['imports.finish'](w, { id }));
    must(importWrites['imports.accept'](w, { id, partial: false }));
    for (let left = 1; left > 0; ) ({ left } = must(importWrites['imports.step'](w, { id }, ctx)));
  };
  bring(`reference,suite,date,outcome,comments\n${rows.join('')}`);
  expect(laptop.steps.counts().waiting).toBe(700);
  const sent = laptop.deliver(20);
  expect(sent.map((change) => read(change.patch[0]?.now, ['comments']))).toEqual(
    rows.map((_, i) => `Row ${i}`),
  );
  expect(laptop.steps.counts().waiting).toBe(0);
  bring('reference,suite,date,outcome,comments\nR1,Hereford,2026-05-04,completed,Row 1\n');
  expect(laptop.steps.counts().waiting).toBe(0);
  laptop.end();
});
