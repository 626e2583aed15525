import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isSound } from '#db/backup.ts';
import { sql } from '#db/sql.ts';
import { sha256 } from '#desk/context.ts';
import { ofPerson } from '#shared/sync/access.ts';
import { digestOfSet } from '#shared/sync/digest.ts';
import { removeFolder } from '#test/office.ts';
import { type JoinedLaptop, joinedLaptop, openLaptop, page } from '../scenario/laptop/laptop.ts';
import { killed } from './child.ts';
import { farOffice } from './far-office.ts';

/** How many times a laptop is killed while it syncs; the steps it is killed at go round. */
const kills = Number(process.env.ICV_KILLS ?? 10);
const steps = ['saved', 'sealed', 'sent', 'answered', 'received'] as const;

/** A laptop with an answer and an older head would not learn that a hub put back from its backup had lost that change. */
const expectKnownHead = ({ w, steps }: JoinedLaptop) => {
  const last = w.first(sql.selectFrom('accepted').select('n').orderBy('n', 'desc').limit(1));
  expect(steps.membership()?.head?.n ?? 0).toBeGreaterThanOrEqual(last?.n ?? 0);
};

const commentsIn = (document: unknown): string => (document as { comments: string }).comments;

test(`a laptop killed ${kills} times at every step of push and pull sends every word once, and receives all of it`, async () => {
  const key = randomBytes(32);
  const made = joinedLaptop(['visitor'], undefined, key);
  made.db.close();
  const file = join(made.folder, 'office.jsonl');
  const saved: string[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const step = steps[kill % steps.length] as string;
    const { lines, byItself, errors } = await killed(
      'syncer.ts',
      [made.folder, key.toString('hex'), file, String(kill)],
      (line, count) => (line.startsWith(step) && count > (kill % 4) * 4 ? kill % 3 : undefined),
    );
    expect(byItself, errors).toBe(false);
    saved.push(...lines.filter((line) => line.startsWith('saved ')).map((line) => line.slice(6)));
  }
  const laptop = openLaptop(made.folder, key);
  expect(isSound(laptop.db)).toBe(true);
  const office = farOffice(file);
  expectKnownHead(laptop);
  for (let changes = laptop.steps.toPush(0); changes.length > 0; changes = laptop.steps.toPush(0))
    laptop.steps.answered(office.push(changes), '2026-05-05T10:00:00.000Z');
  const keys = [ofPerson(laptop.own.id)];
  laptop.steps.apply('own', page(office.items(keys), keys), false);

  const numbers = office.all.map(({ change }) => change.number).sort((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, i) => i + 1));
  const visits = office.all.filter(({ change }) => change.type === 'visit');
  const arrived = visits.map(({ change }) => commentsIn(change.patch[0]?.now));
  expect(new Set(arrived).size).toBe(arrived.length);
  expect(saved.filter((word) => !arrived.includes(word))).toEqual([]);
  // A report that was begun and not typed in yet is nothing to send.
  const rows = laptop.w.all(sql.selectFrom('visit').select('data'));
  const screen = rows.map((row) => commentsIn(JSON.parse(row.data))).filter((word) => word !== undefined);
  expect(screen.sort()).toEqual(arrived.sort());
  expect(laptop.steps.counts()).toMatchObject({ waiting: 0, attention: 0 });
  expect(laptop.steps.digests('own').find((set) => set.type === 'visit')).toMatchObject(
    digestOfSet(
      visits.map(({ change, n }) => ({ id: change.record, epoch: 1, n })),
      sha256,
    ),
  );
  laptop.db.close();
  removeFolder(made.folder);
}, 600_000);
