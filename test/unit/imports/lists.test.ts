import { expect, test } from 'vitest';
import type { ImportKind } from '#shared/import-views.ts';
import type { ImportContext, ImportRow } from '#shared/imports/importer.ts';
import { importers } from '#shared/imports/importers.ts';
import { namedId, throughputId } from '#shared/imports/names.ts';
import { fromTheBeginning } from '#shared/imports/suites.ts';
import { type Person, person } from '#shared/records/person.ts';
import { type Suite, suite, suiteStatusOn, suiteTargetOn } from '#shared/records/suite.ts';
import { type Throughput, throughput } from '#shared/records/throughput.ts';
import { ann, context, hereford, office, shropshire } from './context.ts';

const documents = (kind: ImportKind, row: ImportRow, existing?: object, ctx: ImportContext = context) => {
  const outcome = importers[kind].read(row, ctx, existing);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.documents;
};

test('a suite: its panel is made by name, its status and target hold from the beginning', () => {
  const row = {
    name: 'Telford',
    area: 'Telford',
    panel: 'Wrekin',
    status: 'Reserve',
    target_per_week: '0.5',
  };
  const [own, ...needed] = documents('suites', row);
  const made = suite.parse(own.document);
  expect(made).toEqual(own.document);
  expect(made.id).toBe(namedId(office, 'suite', 'telford'));
  expect(suiteStatusOn(made, fromTheBeginning)).toBe('reserve');
  expect(suiteTargetOn(made, '2022-11-30')).toMatchObject({ visits: 0.5, per: 'week' });
  expect(needed).toEqual([
    { type: 'panel', document: { id: namedId(office, 'panel', 'Wrekin'), name: 'Wrekin' } },
  ]);
});

test('a suite that is known keeps what the file does not say, and later statuses', () => {
  const known: Suite = {
    ...hereford,
    telephone: '01632 960001',
    area: 'Herefordshire',
    statuses: [{ id: ann.id, from: '2024-01-01', status: 'closed' }],
  };
  const row = { name: 'HEREFORD', area: '', panel: '', status: 'open', target_per_week: '' };
  expect(importers.suites.identity(row, context)).toBe(hereford.id);
  const next = documents('suites', row, known)[0].document as Suite;
  expect(next).toMatchObject({
    name: 'Hereford',
    area: 'Herefordshire',
    telephone: '01632 960001',
    targets: [],
  });
  expect([suiteStatusOn(next, '2023-12-31'), suiteStatusOn(next, '2024-01-01')]).toEqual(['open', 'closed']);
  expect(documents('suites', row, next)[0].document).toBe(next);
});

test('a volunteer: dates, panel, and where they stand', () => {
  const row = {
    name: 'Bo Quill',
    panel: 'shropshire',
    status: 'active',
    joined: '01/04/2019',
    vetting_expires: '2025-03-31',
    next_review: '2025-04-01',
  };
  const [own, ...needed] = documents('volunteers', row);
  expect(person.parse(own.document)).toEqual(own.document);
  expect(own.document).toEqual({
    id: namedId(office, 'person', 'bo quill'),
    name: 'Bo Quill',
    roles: ['visitor'],
    panel: shropshire.id,
    volunteer: {
      status: 'accredited',
      joined: '2019-04-01',
      vettingExpires: '2025-03-31',
      nextReview: '2025-04-01',
    },
  });
  expect(needed).toEqual([]);
});

test.each([
  [{ status: 'former' }, 'left'],
  [{ status: 'Probation' }, 'probation'],
  [{ left: '2022-01-31' }, 'left'],
  [{}, 'accredited'],
])('a volunteer with %j stands as %s', (cells, status) => {
  const [own] = documents('volunteers', { name: 'Bo Quill', ...cells });
  expect((own.document as Person).volunteer?.status).toBe(status);
});

test('a person who is known keeps their roles, name and what the file does not say', () => {
  const known: Person = { ...ann, volunteer: { status: 'probation', joined: '2020-01-01' } };
  const row = { name: 'ann ashby', status: '', joined: '', accredited: '2020-07-01' };
  expect(documents('volunteers', row, known)[0].document).toEqual({
    ...known,
    volunteer: { status: 'probation', joined: '2020-01-01', accredited: '2020-07-01' },
  });
  const same = documents('volunteers', { name: 'Ann Ashby', status: 'probation' }, known);
  expect(same[0].document).toBe(known);
});

test('throughput: one record for a suite and month', () => {
  const row = { suite: 'Hereford', month: '2022-11', total: '1,204', under_18: '', female: '188' };
  const [own] = documents('throughput', row);
  expect(throughput.parse(own.document)).toEqual(own.document);
  expect(own.document).toEqual({
    id: throughputId(office, hereford.id, '2022-11'),
    suite: hereford.id,
    month: '2022-11',
    total: 1204,
    female: 188,
  });
  expect(importers.throughput.identity(row, context)).toBe(own.document.id);
  expect(documents('throughput', row, own.document)[0].document).toBe(own.document);
  const known = { ...own.document, under18: 60 } as Throughput;
  expect(
    documents('throughput', { suite: 'Hereford', month: '2022-11', total: '1300' }, known)[0].document,
  ).toEqual({
    ...known,
    total: 1300,
  });
  expect(documents('throughput', row, known)[0].document).toEqual(own.document);
});

test('a row that names nothing has no identity', () => {
  expect(importers.suites.identity({ name: ' ' }, context)).toBeUndefined();
  expect(importers.volunteers.identity({}, context)).toBeUndefined();
  expect(importers.throughput.identity({ suite: 'Hereford' }, context)).toBeUndefined();
  expect(importers.visits.identity({}, context)).toBeUndefined();
});
