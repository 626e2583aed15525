import type { Throughput } from '#shared/records/throughput.ts';
import { cell, optional, present, readCells, required } from './cells.ts';
import type { ImportedDocument, Importer } from './importer.ts';
import { idOfNamed, suiteNamed, throughputId } from './names.ts';
import { onto } from './onto.ts';
import { count, month } from './readers.ts';

const columns = {
  suite: required(suiteNamed),
  month: required(month),
  total: required(count, 'total'),
  under_18: optional(count, 'under18'),
  female: optional(count, 'female'),
};

/** How many people were detained, as the force says: one record for a suite and month. */
export const throughput: Importer = {
  type: 'throughput',
  columns,
  key: 'month',
  identity: (row, ctx) => {
    const suite = idOfNamed(ctx, 'suite', cell(row, 'suite'));
    const of = cell(row, 'month');
    return suite && of ? throughputId(ctx.office, suite, of) : undefined;
  },
  read: (row, ctx, existing) => {
    const cells = readCells(columns, row, ctx);
    if (!cells.ok) return { ok: false, problems: cells.error };
    const { suite, month, total, under_18: under18, female } = cells.value;
    const fresh: Throughput = present({
      id: throughputId(ctx.office, suite.record.id, month),
      suite: suite.record.id,
      month,
      total,
      under18,
      female,
    });
    const document = existing ? onto(existing as Throughput, fresh, row, columns) : fresh;
    const needed: ImportedDocument[] = suite.made ? [{ type: 'suite', document: suite.record }] : [];
    return { ok: true, documents: [{ type: 'throughput', document }, ...needed] };
  },
};
