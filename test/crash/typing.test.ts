import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRecord } from '#db/records.ts';
import { findRecords } from '#db/search.ts';
import { sql, type Writer } from '#db/sql.ts';
import { type Visit, visitState } from '#shared/records/visit.ts';
import { applyPatch, same } from '#shared/sync/patch.ts';
import { addPerson, addSuite, newOffice, type Office, removeFolder } from '#test/office.ts';
import { disagreements, openStore } from '#test/whole.ts';
import { killed } from './child.ts';
import type { Told } from './typist.ts';

/** How many times a laptop is killed while somebody works at it. */
const kills = Number(process.env.ICV_KILLS ?? 40);
/** The seed of the first one; each further kill has the next. */
const firstSeed = Number(process.env.ICV_SEED ?? 1);

type Known = { document: Partial<Visit>; reference?: string; corrections: number; sent: boolean };
type Work = Exclude<Told, { kind: 'saved' }>;

const after = (known: Known | undefined, told: Work): Known => {
  const before = known ?? { document: {}, corrections: 0, sent: false };
  if (told.kind === 'begins') return before;
  if (told.kind === 'sends') return { ...before, sent: true };
  const { document } = applyPatch(before.document, told.patch);
  // A correction that changes nothing is none.
  const corrected = told.kind === 'corrects' && !same(before.document, document);
  return { ...before, document, corrections: before.corrections + (corrected ? 1 : 0) };
};

/** What was called saved, report by report, and the one thing that had been asked for and not answered. */
const account = (lines: readonly string[]) => {
  const reports = new Map<string, Known>();
  let asked: Work | undefined;
  for (const line of lines) {
    const told = JSON.parse(line) as Told;
    if (told.kind !== 'saved') asked = told;
    else if (asked) {
      const known = after(reports.get(asked.id), asked);
      reports.set(asked.id, { ...known, ...(told.reference && { reference: told.reference }) });
      asked = undefined;
    }
  }
  return { reports, asked };
};

/** Whether a report in the store is exactly what somebody left there: each thing said, and nothing beside it. */
const isSo = (w: Writer, id: string, known: Known): boolean => {
  const found = readRecord(w, 'visit', id)?.document;
  if (!found) return false;
  const { id: _id, form: _f, events: _e, corrections, reference, visitor1: _v, panel: _p, ...said } = found;
  const expected = { counts: {}, answers: {}, ...known.document };
  return (
    same(said, expected) &&
    visitState(found) === (known.sent ? 'received' : 'draft') &&
    corrections.length === known.corrections &&
    corrections.every((c, i) => c.number === i + 1) &&
    (known.reference === undefined || known.reference === reference)
  );
};

const isFound = (w: Writer, id: string, { document: { comments } }: Known): boolean =>
  comments === undefined || findRecords(w, comments, 1_000).some((hit) => hit.id === id);

/** Everything that was called saved is there; of the one thing in between, all or nothing. Gives what is not so. */
const lost = (folder: string, code: string, lines: readonly string[]): string[] => {
  const { reports, asked } = account(lines);
  const { db, w } = openStore(folder, code);
  try {
    const wrong = [...reports].flatMap(([id, known]) => {
      const states = asked?.id === id ? [known, after(known, asked)] : [known];
      const state = states.find((one) => isSo(w, id, one));
      if (!state) return [`report ${id} is not what was called saved`];
      return isFound(w, id, state) ? [] : [`report ${id} is not found by its comments`];
    });
    const stored = w.all(sql.selectFrom('visit').select('id')).length;
    const begun = asked?.kind === 'begins' ? 1 : 0;
    const surplus = stored > reports.size + begun || stored < reports.size;
    return surplus ? [...wrong, `${stored} reports are stored, ${reports.size} were saved`] : wrong;
  } finally {
    db.close();
  }
};

describe.concurrent.each(['typing', 'sending'])('a laptop that is killed while somebody is %s', (how) => {
  let office: Office;
  let scheme: [suite: string, visitor: string];
  const told: string[] = [];
  beforeAll(async () => {
    office = await newOffice();
    scheme = [await addSuite(office, 'Northgate'), await addPerson(office, 'Second Visitor')];
    await office.close();
  });
  afterAll(() => removeFolder(office.folder));

  const half = Math.ceil(kills / 2);
  it(`has everything it called saved, and nothing half, after each of ${half} kills`, async ({ expect }) => {
    const { folder, recoveryCode } = office;
    for (let kill = 0; kill < half; kill += 1) {
      const seed = firstSeed + kill;
      const enough = 1 + ((seed * 37) % 90);
      const { lines, byItself, errors } = await killed(
        'typist.ts',
        [folder, recoveryCode, String(seed), ...scheme, how],
        (_line, count) => (count >= enough ? seed % 7 : undefined),
      );
      expect(byItself, `seed ${seed}: ${errors}`).toBe(false);
      told.push(...lines);
      const last = JSON.parse(lines.at(-1) ?? '{}') as Told;
      // What had not been answered is settled by looking: from now on it is there, or it never was.
      if (last.kind !== 'saved') settle(folder, recoveryCode, last);
      expect(lost(folder, recoveryCode, told), `seed ${seed}`).toEqual([]);
      expect(disagreements(folder, recoveryCode), `seed ${seed}`).toEqual([]);
    }
  }, 600_000);

  const settle = (folder: string, code: string, asked: Work) => {
    expect(lost(folder, code, told), 'what was cut short is half there').toEqual([]);
    const { reports } = account(told);
    const before = told.splice(told.length - 1);
    const known = after(reports.get(asked.id), asked);
    const { db, w } = openStore(folder, code);
    if (isSo(w, asked.id, known)) told.push(...before, JSON.stringify({ kind: 'saved' }));
    db.close();
  };
});
