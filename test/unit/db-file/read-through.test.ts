import SqliteFile from 'better-sqlite3';
import { expect, test } from 'vitest';
import { up as first } from '#db/migrations/0010-records.ts';
import { up as second } from '#db/migrations/0020-read-through.ts';

const id = (n: number) => `0190a5c2-0000-7000-8000-${String(n).padStart(12, '0')}`;
const at = '2025-01-02T00:00:00.000Z';
const events = (...moves: string[]) =>
  moves.map((to, i) => ({ id: id(50 + i), from: moves[i - 1] ?? 'draft', to, by: 'office', at }));

const reports = [
  { id: id(1), events: [], visitor1: id(71) },
  { id: id(2), events: events('ready', 'received'), visitor1: id(71), visitor2: id(72) },
  { id: id(3), events: events('discarded'), comments: 'Unmistakable' },
  {
    id: id(4),
    events: events('ready', 'received').map((e) => ({ ...e, by: 'import' })),
    imported: { reference: 'OLD/1', file: 'old.csv' },
    visitor1: id(71),
  },
];

test('reports written before they were read through keep their place, and what was put aside is no longer found', () => {
  const db = new SqliteFile(':memory:');
  first(db);
  const add = db.prepare(
    "insert into visit (id, state, listed_on, corrections, saved_at, data) values (?, ?, '2025-01-01', 0, ?, ?)",
  );
  for (const [i, report] of reports.entries()) {
    const document = {
      form: { id: id(80), version: 1 },
      corrections: [],
      counts: {},
      answers: {},
      ...report,
    };
    add.run(report.id, report.events.at(-1)?.to ?? 'draft', at, JSON.stringify(document));
    db.prepare('insert into search_entry (place, type, id) values (?, ?, ?)').run(i + 1, 'visit', report.id);
    db.prepare('insert into search (rowid, text) values (?, ?)').run(
      i + 1,
      `report ${'comments' in report ? report.comments : ''}`,
    );
  }
  second(db);
  expect(db.prepare('select id, moved_at, owes1, owes2 from visit order by id').all()).toEqual([
    { id: id(1), moved_at: null, owes1: null, owes2: null },
    { id: id(2), moved_at: at, owes1: id(71), owes2: id(72) },
    { id: id(3), moved_at: at, owes1: null, owes2: null },
    { id: id(4), moved_at: null, owes1: null, owes2: null },
  ]);
  const found = (words: string) =>
    db.prepare('select rowid from search where search match ?').all(words).length;
  expect([found('unmistakable'), found('report')]).toEqual([0, 3]);
  expect(db.prepare('select count(*) as n from search_entry').get()).toEqual({ n: 3 });
  db.close();
});
