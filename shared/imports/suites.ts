import { type Suite, suiteStatuses } from '#shared/records/suite.ts';
import { same } from '#shared/sync/patch.ts';
import { cell, optional, present, readCells, required } from './cells.ts';
import type { ImportedDocument, Importer } from './importer.ts';
import { idOfNamed, panelNamed } from './names.ts';
import { oneOf, shortText, weeklyTarget } from './readers.ts';

/**
 * The day from which a status or a target out of a suites file holds. The file names no day, and figures of every
 * year that is imported beside it need one in force: this lies before the oldest visit report anybody keeps.
 */
export const fromTheBeginning = '2000-01-01';

/** The items of a suite's lists that the file decides; ids need only be unique within their list. */
export const firstStatus = '00000000-0000-4000-8000-000000000001';
export const firstTarget = '00000000-0000-4000-8000-000000000002';

const columns = {
  name: required(shortText),
  area: optional(shortText),
  panel: optional(panelNamed),
  status: optional(oneOf(suiteStatuses)),
  target_per_week: optional(weeklyTarget),
};

/** A list with the file's item in the place of whatever holds from that day. */
const withFirst = <T extends { id: string; from: string }>(list: readonly T[], first: T): T[] => [
  ...list.filter((item) => item.from < first.from),
  first,
  ...list.filter((item) => item.from > first.from),
];

/** Suites, known by their names. A blank cell says nothing and leaves what is known. */
export const suites: Importer = {
  type: 'suite',
  columns,
  key: 'name',
  identity: (row, ctx) => idOfNamed(ctx, 'suite', cell(row, 'name')),
  read: (row, ctx, existing) => {
    const cells = readCells(columns, row, ctx);
    if (!cells.ok) return { ok: false, problems: cells.error };
    const { name, area, panel, status, target_per_week: visits } = cells.value;
    const known = existing as Suite | undefined;
    const suite: Suite = {
      id: idOfNamed(ctx, 'suite', name) as string,
      name,
      statuses: [],
      targets: [],
      ...known,
      ...present({ area, panel: panel?.record.id }),
    };
    if (status)
      suite.statuses = withFirst(suite.statuses, { id: firstStatus, from: fromTheBeginning, status });
    if (visits !== undefined)
      suite.targets = withFirst(suite.targets, {
        id: firstTarget,
        from: fromTheBeginning,
        visits,
        per: 'week',
      });
    const needed: ImportedDocument[] = panel?.made ? [{ type: 'panel', document: panel.record }] : [];
    return {
      ok: true,
      documents: [{ type: 'suite', document: known && same(known, suite) ? known : suite }, ...needed],
    };
  },
};
