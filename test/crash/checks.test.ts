import { afterAll, beforeAll, expect, it } from 'vitest';
import { readRecord } from '#db/records.ts';
import { checkState } from '#shared/records/record-check.ts';
import { newOffice, type Office, removeFolder } from '#test/office.ts';
import { disagreements, openStore } from '#test/whole.ts';
import { killed } from './child.ts';

/** How many times a laptop is killed while somebody works at it, as of those who write reports. */
const kills = Math.ceil(Number(process.env.ICV_KILLS ?? 18) / 9);

let office: Office;
beforeAll(async () => {
  office = await newOffice();
  await office.close();
});
afterAll(() => removeFolder(office.folder));

type Told = { kind: 'begun' | 'types' | 'saved'; id?: string; line?: number };

it(`a record check that is being written has all it called saved, and no line half, after each of ${kills} kills`, async () => {
  const { folder, recoveryCode } = office;
  const lines = new Map<string, number>();
  for (let kill = 1; kill <= kills; kill += 1) {
    const enough = 2 + ((kill * 37) % 60);
    const {
      lines: told,
      byItself,
      errors,
    } = await killed('reader.ts', [folder, recoveryCode], (_, count) =>
      count >= enough ? kill % 7 : undefined,
    );
    expect(byItself, errors).toBe(false);
    const all = told.map((line) => JSON.parse(line) as Told);
    const begun = all.find((one) => one.kind === 'begun');
    const saved = all.findLast((one) => one.kind === 'saved')?.line ?? 0;
    const asked = all.findLast((one) => one.kind === 'types')?.line ?? 0;
    const { db, w } = openStore(folder, recoveryCode);
    try {
      const check = readRecord(w, 'recordCheck', begun?.id ?? '')?.document;
      expect(check && checkState(check)).toBe('draft');
      const count = check?.entries.length ?? 0;
      // Of the one line in between, all is there or nothing.
      expect([saved, asked]).toContain(count);
      expect(check?.entries.map(({ words }) => words)).toEqual(
        Array.from({ length: count }, (_, i) => `Line ${i + 1}`),
      );
      const roused = count === 0 ? undefined : count % 2 === 0 ? 'yes' : 'not recorded';
      expect(check?.answers.roused?.value).toBe(roused);
      lines.set(begun?.id ?? '', count);
      // What was written before earlier kills stands as it stood.
      for (const [id, before] of lines)
        expect(readRecord(w, 'recordCheck', id)?.document.entries).toHaveLength(before);
    } finally {
      db.close();
    }
    expect(disagreements(folder, recoveryCode)).toEqual([]);
  }
}, 600_000);
