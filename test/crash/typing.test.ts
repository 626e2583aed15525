import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRecord } from '#db/records.ts';
import { findRecords } from '#db/search.ts';
import { sql, type Writer } from '#db/sql.ts';
import type { Visit } from '#shared/records/visit.ts';
import { addPerson, addSuite, newOffice, type Office, removeFolder } from '#test/office.ts';
import { disagreements, openStore } from '#test/whole.ts';
import { account, after, isSo, type Known } from './account.ts';
import { killed } from './child.ts';
import { type Deed, pin, type Told } from './deeds.ts';

/** How many times a laptop is killed while somebody works at it. */
const kills = Number(process.env.ICV_KILLS ?? 18);
/** The seed of the first one; each further kill has the next. */
const firstSeed = Number(process.env.ICV_SEED ?? 1);

const stored = (w: Writer, id: string): Visit | undefined => readRecord(w, 'visit', id)?.document;

/** A report is found by what it says; an exercise never, and neither is what was put aside. */
const isFoundRightly = (w: Writer, id: string, known: Known): boolean => {
  const { comments, detainees = [] } = known.said;
  const hidden = known.moves[0]?.to === 'practice' || known.moves.at(-1)?.to === 'discarded';
  const isFound = (words: string) => findRecords(w, words, 1_000).some((hit) => hit.id === id);
  return (
    (comments === undefined || isFound(comments) === !hidden) &&
    detainees.every((d) => isFound(d.custodyNumber ?? '') === !(hidden || d.removed))
  );
};

/** Everything that was called saved is there; of the one thing in between, all or nothing. Gives what is not so. */
const lost = (folder: string, code: string, lines: readonly string[]): string[] => {
  const { reports, asked } = account(lines);
  const { db, w } = openStore(folder, code);
  try {
    const wrong = [...reports].flatMap(([id, known]) => {
      const states = asked?.id === id ? [known, after(known, asked)] : [known];
      const state = states.find((one) => isSo(stored(w, id), one));
      if (!state) return [`report ${id} is not what was called saved`];
      return isFoundRightly(w, id, state) ? [] : [`report ${id} is not found by its words, or should not be`];
    });
    const there = w.all(sql.selectFrom('visit').select('id')).length;
    const begun = asked?.kind === 'begins' ? 1 : 0;
    const surplus = there > reports.size + begun || there < reports.size;
    return surplus ? [...wrong, `${there} reports are stored, ${reports.size} were saved`] : wrong;
  } finally {
    db.close();
  }
};

const ways = { typing: 'typist.ts', sending: 'typist.ts', 'writing whole reports': 'visitor.ts' } as const;
type Way = keyof typeof ways;

describe.concurrent.each(Object.keys(ways) as Way[])(
  'a laptop that is killed while somebody is %s',
  (how) => {
    let office: Office;
    let scheme: [suite: string, visitor: string];
    const told: string[] = [];
    beforeAll(async () => {
      office = await newOffice();
      scheme = [await addSuite(office, 'Northgate'), await addPerson(office, 'Second Visitor')];
      await office.ask('people.setPin', { id: scheme[1], pin });
      await office.close();
    });
    afterAll(() => removeFolder(office.folder));

    const share = Math.ceil(kills / Object.keys(ways).length);
    it(`has everything it called saved, and nothing half, after each of ${share} kills`, async ({
      expect,
    }) => {
      const { folder, recoveryCode } = office;
      for (let kill = 0; kill < share; kill += 1) {
        const seed = firstSeed + kill;
        const enough = 1 + ((seed * 37) % 90);
        const { lines, byItself, errors } = await killed(
          ways[how],
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

    const settle = (folder: string, code: string, asked: Deed) => {
      expect(lost(folder, code, told), 'what was cut short is half there').toEqual([]);
      const { reports } = account(told);
      const before = told.splice(told.length - 1);
      const known = after(reports.get(asked.id), asked);
      const { db, w } = openStore(folder, code);
      if (isSo(stored(w, asked.id), known)) told.push(...before, JSON.stringify({ kind: 'saved' }));
      db.close();
    };
  },
);
