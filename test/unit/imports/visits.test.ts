import { expect, test } from 'vitest';
import { derivedId } from '#shared/ids.ts';
import type { ImportRow } from '#shared/imports/importer.ts';
import { importers } from '#shared/imports/importers.ts';
import { namedId } from '#shared/imports/names.ts';
import { type Correction, type Visit, visit, visitState } from '#shared/records/visit.ts';
import { diff } from '#shared/sync/patch.ts';
import { ann, context, hereford, office } from './context.ts';

const row: ImportRow = {
  reference: 'HR/22/014',
  suite: ' hereford ',
  date: '30/11/2022',
  outcome: 'Completed',
  method: 'In person',
  visitor_1: 'ANN  ASHBY',
  visitor_2: 'Bo Quill',
  arrived: '10:20',
  held: '12',
  offered: '9',
  accepted: '7',
  declined: '3',
  comments: '',
  praise: 'Kind to a frightened boy',
  opcat: 'yes',
};

const read = (r: ImportRow, existing?: Visit, ctx = context) => importers.visits.read(r, ctx, existing);
const documents = (r: ImportRow, existing?: Visit, ctx = context) => {
  const outcome = read(r, existing, ctx);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.documents;
};
const own = (r: ImportRow, existing?: Visit) => documents(r, existing)[0].document as Visit;
const problems = (r: ImportRow) => {
  const outcome = read(r);
  return outcome.ok ? [] : outcome.problems;
};

test('a row becomes a received report that the schema accepts', () => {
  const report = own(row);
  expect(visit.parse(report)).toEqual(report);
  expect(report).toMatchObject({
    id: derivedId(office, 'visit', 'HR/22/014'),
    form: context.form,
    imported: { reference: 'HR/22/014', file: 'visits.csv' },
    suite: hereford.id,
    panel: hereford.panel,
    date: '2022-11-30',
    outcome: 'completed',
    method: 'in-person',
    visitor1: ann.id,
    visitor2: namedId(office, 'person', 'Bo Quill'),
    counts: { total: { held: 12, offered: 9, accepted: 7, declined: 3 } },
    praise: true,
    praiseWords: 'Kind to a frightened boy',
    opcatConcerns: 1,
    corrections: [],
  });
  expect(visitState(report)).toBe('received');
  expect(report.reference).toBeUndefined();
  expect(report.events.every((e) => e.by === 'import' && e.at === '2022-11-30T00:00:00.000Z')).toBe(true);
});

test('a blank is unknown and not zero, and nothing blank leaves a key', () => {
  const report = own({
    reference: '1',
    suite: 'Hereford',
    date: '2022-11-30',
    outcome: 'closed',
    held: ' ',
    praise: '',
  });
  expect(report.counts).toEqual({});
  expect(Object.keys(report)).not.toContain('praise');
  expect(Object.values(report)).not.toContain(undefined);
});

test('a visitor nobody knows becomes a person of whom only that is known', () => {
  expect(documents(row).slice(1)).toEqual([
    {
      type: 'person',
      document: { id: namedId(office, 'person', 'bo quill'), name: 'Bo Quill', roles: ['visitor'] },
    },
  ]);
});

test('all that is wrong with a row is said at once', () => {
  expect(
    problems({ ...row, reference: '', suite: 'Atlantis', date: '31/02/2022', held: '-1', outcome: 'x' }).map(
      (p) => [p.column, p.value],
    ),
  ).toEqual([
    ['reference', ''],
    ['suite', 'Atlantis'],
    ['date', '31/02/2022'],
    ['outcome', 'x'],
    ['held', '-1'],
  ]);
});

test('a suite nobody knows is made only where that was asked for', () => {
  const made = documents({ ...row, suite: 'Ludlow' }, undefined, { ...context, create: true });
  const suite = { id: namedId(office, 'suite', 'ludlow'), name: 'Ludlow', statuses: [], targets: [] };
  expect(made[1]).toEqual({ type: 'suite', document: suite });
  expect((made[0].document as Visit).suite).toBe(suite.id);
});

test('two spellings of a name are one person, and capitals in a reference make two visits', () => {
  expect(own({ ...row, visitor_2: 'bo quill' }).visitor2).toBe(own(row).visitor2);
  expect(importers.visits.identity({ ...row, reference: 'hr/22/014' }, context)).not.toBe(own(row).id);
});

test('the same row over its own report changes nothing, also under another file name', () => {
  const report = own(row);
  const again = read(row, report);
  expect(again.ok && again.documents[0].document).toBe(report);
  const renamed = importers.visits.read(row, { ...context, file: 'copy.csv' }, report);
  expect(renamed.ok && renamed.documents[0].document).toBe(report);
});

test('a changed row changes what it says and leaves what the file has no column for', () => {
  const report = { ...own(row), sergeant: 'PS 3312', left: '11:40' };
  const next = own({ ...row, held: '13', comments: 'Busy' }, report);
  expect(next).toEqual({
    ...report,
    comments: 'Busy',
    counts: { total: { held: 13, offered: 9, accepted: 7, declined: 3 } },
  });
  expect(own({ ...row, held: '' }, report).counts.total).toEqual({ offered: 9, accepted: 7, declined: 3 });
});

const corrected = (before: Visit, after: Visit, more: object = {}): Visit => ({
  ...after,
  corrections: [
    ...before.corrections,
    {
      id: derivedId(office, 'correction', String(before.corrections.length)),
      by: ann.id,
      at: '2023-01-05T09:00:00.000Z',
      reason: 'Counted again',
      changes: diff(before, after, [['counts.total']]) as Correction['changes'],
      ...more,
    },
  ],
});

test('what people corrected since is not undone by the same file, and a file that says something new is heard', () => {
  const report = own(row);
  const byHand = corrected(report, { ...report, comments: 'Added', counts: { total: { held: 14 } } });
  expect(own(row, byHand)).toBe(byHand);
  const changed = { ...row, held: '15' };
  const next = own(changed, byHand);
  expect(next.counts.total).toEqual({ held: 15 });
  expect(next.comments).toBe('Added');
  const byFile = corrected(byHand, next, { file: 'visits.csv' });
  expect(own(changed, byFile)).toBe(byFile);
  expect(own(row, byFile).counts.total).toEqual({ held: 12 });
});

test("a visit moved to another suite takes that suite's panel, and otherwise keeps the panel of its day", () => {
  const moved = { ...hereford, panel: namedId(office, 'panel', 'Hereford') };
  const ctx = { ...context, suites: new Map([['hereford', moved]]), create: true };
  const report = own(row);
  expect(documents(row, report, ctx)[0].document).toBe(report);
  expect(documents({ ...row, suite: 'Ludlow' }, report, ctx)[0].document).not.toHaveProperty('panel');
});
