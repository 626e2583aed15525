import { readRecords } from '#db/records.ts';
import { sql, type Writer } from '#db/sql.ts';
import type { Suite } from '#shared/records/suite.ts';
import { mondayOf, stands } from '#shared/rota/input.ts';
import type { Context } from '../context.ts';
import { put } from './steps.ts';

/** The places of a suite from this week on, which go with it to another panel: whoever runs that sees them. */
export const followSuite = (w: Writer, ctx: Context, before: Suite | undefined, suite: Suite): void => {
  const { id, panel } = suite;
  if (!before || before.panel === panel) return;
  const rows = w.all(
    sql.selectFrom('shift').select('id').where('suite', '=', id).where('week', '>=', mondayOf(ctx.today)),
  );
  for (const { document } of readRecords(
    w,
    'shift',
    rows.map((row) => row.id),
  )) {
    const { panel: was, ...rest } = document;
    if (stands(document) && was !== panel)
      put(w, ctx, 'shift', document, { ...rest, ...(panel && { panel }) });
  }
};
