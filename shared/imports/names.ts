import { derivedId } from '#shared/ids.ts';
import type { Person } from '#shared/records/person.ts';
import type { Panel, Suite } from '#shared/records/suite.ts';
import { ok } from '#shared/result.ts';
import type { ImportContext, Reader } from './importer.ts';
import { shortText } from './readers.ts';

/** What two spellings of one name have in common: capitals and doubled spaces make no difference. */
export const nameKey = (name: string): string =>
  name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();

/** The id of a suite, panel or person made from nothing but its name, so that two files which name it make one. */
export const namedId = (office: string, type: 'suite' | 'panel' | 'person', name: string): string =>
  derivedId(office, type, nameKey(name));

/** The id of the force's figures for a suite and month (`YYYY-MM`), however they come in. */
export const throughputId = (office: string, suite: string, month: string): string =>
  derivedId(office, 'throughput', `${suite}:${month}`);

/** A record that a cell names, and whether the import has to make it. */
export type Named<T> = { readonly record: T; readonly made: boolean };

const named = <T>(known: T | undefined, make: () => T): Named<T> =>
  known === undefined ? { record: make(), made: true } : { record: known, made: false };

/** A suite by its name. One that is not known is a mistake in the file unless the person said to make it. */
export const suiteNamed: Reader<Named<Suite>> = (name, ctx) => {
  const reading = shortText(name, ctx);
  if (!reading.ok) return reading;
  const known = ctx.suites.get(nameKey(name));
  if (!known && !ctx.create)
    return {
      ok: false,
      error: 'There is no suite of this name: add it, correct the name, or let the import create suites',
    };
  return ok(
    named(known, () => ({ id: namedId(ctx.office, 'suite', name), name, statuses: [], targets: [] })),
  );
};

/** A panel by its name; one that is not known is made, since panels are known only from these files. */
export const panelNamed: Reader<Named<Panel>> = (name, ctx) => {
  const reading = shortText(name, ctx);
  if (!reading.ok) return reading;
  return ok(named(ctx.panels.get(nameKey(name)), () => ({ id: namedId(ctx.office, 'panel', name), name })));
};

/** A visitor by name. Of one that is not known only the name and that they visited is known, and nothing is added. */
export const visitorNamed: Reader<Named<Person>> = (name, ctx) => {
  const reading = shortText(name, ctx);
  if (!reading.ok) return reading;
  return ok(
    named(ctx.people.get(nameKey(name)), () => ({
      id: namedId(ctx.office, 'person', name),
      name,
      roles: ['visitor'],
    })),
  );
};

/** The id of the suite, panel or person of that name, whether or not there is one yet. */
export const idOfNamed = (
  ctx: ImportContext,
  type: 'suite' | 'panel' | 'person',
  name: string,
): string | undefined => {
  if (name === '') return undefined;
  const known = { suite: ctx.suites, panel: ctx.panels, person: ctx.people }[type].get(nameKey(name));
  return known?.id ?? namedId(ctx.office, type, name);
};
