import SqliteFile, { type Database } from 'better-sqlite3';
import fc from 'fast-check';
import { columnsOf } from '#db/columns.ts';
import { writeFacts } from '#db/facts.ts';
import { migrations } from '#db/migrations/index.ts';
import type { VisitTable } from '#db/schema.ts';
import { type Reader, reader, sql, type Writer, writer } from '#db/sql.ts';
import type { Span } from '#shared/measures/evaluate.ts';
import {
  type Concern,
  concernAreas,
  concernMoves,
  concernSources,
  findings,
} from '#shared/records/concern.ts';
import { contactStates, ethnicities, matterOutcomes } from '#shared/records/detainee.ts';
import { ageGroups, notAvailableReasons, sexes, splitKeys } from '#shared/records/ladder.ts';
import { type Person, volunteerStatuses } from '#shared/records/person.ts';
import { cohorts, type RecordCheck, recordedAnswers, timelineSteps } from '#shared/records/record-check.ts';
import { delayExplanations, methods, outcomes, purposes, type Visit } from '#shared/records/visit.ts';

let opened: { db: Database; write: Writer; read: Reader } | undefined;

/** One empty store for every sample: making its tables anew would take longer than all that is asked of it. */
const store = () => {
  if (opened) return opened;
  const db = new SqliteFile(':memory:');
  for (const migration of migrations) migration.up(db);
  opened = { db, write: writer(db), read: reader(db) };
  return opened;
};

const id = (n: number) => `0190a5c2-0000-7000-8000-${String(n).padStart(12, '0')}`;
const days = ['2025-12-31', '2026-01-01', '2026-01-02', '2026-03-31', '2026-04-01'];

/** Few values, so that spans end among visits, parts hold several of them, and any of it may be blank. */
const column = fc.record(
  Object.fromEntries(
    [
      'held',
      'notAvailable',
      'notOffered',
      'offered',
      'accepted',
      'declined',
      'observedOnly',
      'recordOnly',
    ].map((field) => [field, fc.nat(6)]),
  ),
  { requiredKeys: [] },
);
const yesNo = fc.constantFrom({ value: true }, { value: false }, { not: 'not asked' });
const detainees = fc.array(
  fc.record(
    {
      custodyNumber: fc.constant('W/0001/26'),
      seen: fc.record(
        {
          state: fc.constantFrom(...contactStates),
          reason: fc.constantFrom(...notAvailableReasons),
          observed: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
      ageGroup: fc.constantFrom(...ageGroups),
      sex: fc.constantFrom(...sexes),
      ethnicity: fc.constantFrom(...ethnicities),
      vulnerable: fc.boolean(),
      answers: fc.record({ rightsUnderstood: yesNo }, { requiredKeys: [] }),
      removed: fc.constant('2026-01-01T00:00:00.000Z'),
    },
    { requiredKeys: [] },
  ),
  { maxLength: 4 },
);
const matters = fc.array(
  fc.record(
    { detainee: fc.nat(4).map((n) => id(200 + n)), outcome: fc.constantFrom(...matterOutcomes) },
    { requiredKeys: [] },
  ),
  { maxLength: 3 },
);
const clock = fc.constantFrom('00:05', '09:00', '09:12', '23:50');
const said = fc.record(
  {
    suite: fc.constantFrom(id(1), id(2)),
    panel: fc.constantFrom(id(3), id(4)),
    date: fc.constantFrom(...days),
    outcome: fc.constantFrom(...outcomes),
    method: fc.constantFrom(...methods),
    purpose: fc.constantFrom(...purposes),
    arrived: clock,
    admitted: clock,
    left: clock,
    volunteerMinutes: fc.nat(200),
    satisfactory: fc.boolean(),
    praise: fc.boolean(),
    opcatConcerns: fc.nat(2),
    keptWaiting: fc.boolean(),
    delayExplained: fc.constantFrom(...delayExplanations),
    answers: fc.record({ illTreatment: yesNo }, { requiredKeys: [] }),
    detainees,
    matters,
    counts: fc.record(
      {
        total: column,
        splits: fc.record(Object.fromEntries(splitKeys.map((key) => [key, column])), { requiredKeys: [] }),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['counts'] },
);
const numbered = (list: string, items: readonly object[] | undefined) =>
  items ? { [list]: items.map((item, n) => ({ ...item, id: id(200 + n), order: id(200 + n) })) } : {};
const at = '2026-05-01T00:00:00.000Z';
const received = [{ id: id(9), from: 'ready', to: 'received', by: 'office', at }];
export const visits = fc.array(fc.tuple(said, fc.integer({ min: 0, max: 9 })), { maxLength: 14 }).map((all) =>
  all.map(
    ([content, luck], n): Visit =>
      ({
        suite: id(1),
        date: days[2],
        outcome: 'completed',
        answers: {},
        ...content,
        ...numbered('detainees', content.detainees),
        ...numbered('matters', content.matters),
        id: id(100 + n),
        form: { id: id(8), version: 1 },
        events: luck === 0 ? [] : received,
        corrections: [],
      }) as unknown as Visit,
  ),
);
/** Lives of concerns: any walk along the moves there are, with letters, answers and findings on whatever days. */
export const day = fc.constantFrom(...days);
const moves = fc.array(fc.tuple(fc.nat(3), day, fc.boolean()), { maxLength: 9 }).map((steps) => {
  let from: keyof typeof concernMoves = 'raised';
  return steps.map(([choice, on, byOffice], n) => {
    const open: readonly (keyof typeof concernMoves)[] = concernMoves[from];
    const event = { from, to: open[choice % open.length]!, at: `${on}T10:00:00.000Z` };
    from = event.to;
    return { ...event, id: id(300 + n), by: byOffice ? 'office' : id(9) };
  });
});
const concerns = fc
  .array(
    fc.record({
      area: fc.constantFrom(...concernAreas),
      suite: fc.constantFrom(id(1), id(2), undefined),
      panel: fc.constantFrom(id(3), undefined),
      raisedOn: day,
      kind: fc.constantFrom(...concernSources),
      events: moves,
      escalations: fc.array(fc.record({ on: day, due: day }), { maxLength: 3 }),
      answers: fc.array(fc.record({ on: day }), { maxLength: 3 }),
      found: fc.array(fc.record({ on: day, finding: fc.constantFrom(...findings) }), { maxLength: 2 }),
    }),
    { maxLength: 8 },
  )
  .map((all) =>
    all.map(
      ({ kind, ...rest }, n) =>
        ({
          id: id(400 + n),
          ...rest,
          from: { kind },
          severity: 'routine',
        }) as unknown as Concern,
    ),
  );

/** Record checks, some of them drafts, with whatever entries and answers. */
const entry = fc.record(
  {
    step: fc.constantFrom(...timelineSteps),
    done: fc.record({ on: day, at: clock }, { requiredKeys: ['on'] }),
  },
  { requiredKeys: ['step'] },
);
export const checks = fc
  .array(
    fc.record(
      {
        suite: fc.constantFrom(id(1), id(2)),
        panel: fc.constantFrom(id(3), id(4)),
        cohort: fc.constantFrom(...cohorts),
        checkedOn: day,
        entries: fc.array(entry, { maxLength: 12 }),
        answers: fc.dictionary(
          fc.constantFrom('q1', 'q2', 'q3', 'q4'),
          fc.constantFrom(...recordedAnswers).map((value) => ({ value })),
        ),
        isDone: fc.boolean(),
      },
      { requiredKeys: ['entries', 'answers', 'isDone', 'cohort'] },
    ),
    { maxLength: 6 },
  )
  .map((all) =>
    all.map(
      ({ isDone, entries, ...rest }, n) =>
        ({
          ...rest,
          id: id(500 + n),
          custodyNumber: 'W/0001/26',
          form: { id: id(8), version: 1 },
          events: isDone ? [{ id: id(9), from: 'draft', to: 'done', by: id(9), at }] : [],
          corrections: [],
          entries: entries.map((one, i) => ({ ...one, id: id(600 + i) })),
        }) as unknown as RecordCheck,
    ),
  );

/** People, some of whom volunteer: with a joining and a leaving day, one of them or neither, in whatever order. */
export const people = fc
  .array(
    fc.record(
      {
        panel: fc.constantFrom(id(3), id(4)),
        volunteer: fc.record(
          { status: fc.constantFrom(...volunteerStatuses), joined: day, left: day },
          { requiredKeys: ['status'] },
        ),
      },
      { requiredKeys: [] },
    ),
    { maxLength: 8 },
  )
  .map((all) => all.map((one, n): Person => ({ ...one, id: id(700 + n), name: 'Somebody', roles: [] })));

/** A small scheme of anything: what the figures are made from, in records. */
export const records = fc.record({ all: visits, raised: concerns, read: checks, people });
export type Records = {
  all: readonly Visit[];
  raised: readonly Concern[];
  read: readonly RecordCheck[];
  people: readonly Person[];
};

export const span: fc.Arbitrary<Span> = fc
  .tuple(day, day, fc.option(day, { nil: undefined }))
  .map(([a, b, today]) => ({ ...(a < b ? { from: a, to: b } : { from: b, to: a }), today }));
export const threshold = fc.constantFrom(0, 10, 15);

/** The facts of these records as they lie in the database, until those of the next sample take their place. */
export const stored = ({ all, raised, read, people }: Records): Reader => {
  const { db, write, read: reads } = store();
  if (db.inTransaction) db.exec('ROLLBACK');
  db.exec('BEGIN');
  const added = (document: object) => ({ document, before: undefined });
  writeFacts(write, 'visit', all.map(added));
  writeFacts(write, 'concern', raised.map(added));
  writeFacts(write, 'recordCheck', read.map(added));
  writeFacts(write, 'person', people.map(added));
  return reads;
};

/** Reports of few suites, days and visitors, so that some are there twice, with what lists know of each. */
const visitor = fc.constantFrom(id(701), id(702), undefined);
export const reports = fc
  .array(
    fc.record({
      isSent: fc.integer({ min: 0, max: 5 }).map((luck) => luck > 0),
      suite: fc.constantFrom(id(1), id(1), id(2), undefined),
      date: fc.constantFrom(...days.slice(0, 3)),
      arrived: fc.constantFrom('09:00', '09:12', undefined),
      visitor1: visitor,
      visitor2: visitor,
      counts: fc.constantFrom(undefined, 4).map((held) => ({ total: { held, offered: 2, accepted: 1 } })),
    }),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map(({ isSent, ...said }, n) => {
      const document = { ...said, answers: {}, corrections: [], events: isSent ? received : [] };
      const visit = { ...document, id: id(100 + n), form: { id: id(8), version: 1 } } as unknown as Visit;
      return { id: visit.id, data: '{}', ...columnsOf.visit(visit, at) } as unknown as VisitTable;
    }),
  );

/** The same as they lie in the database, likewise. */
export const listed = (all: readonly VisitTable[]): Reader => {
  const r = stored({ all: [], raised: [], read: [], people: [] });
  for (const row of all) store().write.run(sql.insertInto('visit').values(row));
  return r;
};
