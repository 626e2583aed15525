import { derivedId } from '#shared/ids.ts';
import type { ImportContext } from '#shared/imports/importer.ts';
import { namedId, nameKey } from '#shared/imports/names.ts';
import type { Person } from '#shared/records/person.ts';
import type { Panel, Suite } from '#shared/records/suite.ts';

export const office = '0190a5c2-7b1e-7c3a-9d4f-2b6c8e1a0f35';

const byName = <T extends { name: string }>(records: T[]) =>
  new Map(records.map((r) => [nameKey(r.name), r]));

export const shropshire: Panel = { id: namedId(office, 'panel', 'Shropshire'), name: 'Shropshire' };
export const hereford: Suite = {
  id: namedId(office, 'suite', 'Hereford'),
  name: 'Hereford',
  panel: shropshire.id,
  statuses: [],
  targets: [],
};
export const ann: Person = {
  id: namedId(office, 'person', 'Ann Ashby'),
  name: 'Ann Ashby',
  roles: ['visitor', 'administrator'],
};

export const context: ImportContext = {
  office,
  suites: byName([hereford]),
  panels: byName([shropshire]),
  people: byName([ann]),
  form: { id: derivedId(office, 'form', 'visit'), version: 1 },
  file: 'visits.csv',
  create: false,
};
