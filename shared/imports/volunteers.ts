import { type Person, volunteerStatuses } from '#shared/records/person.ts';
import { same } from '#shared/sync/patch.ts';
import { cell, optional, present, readCells, required } from './cells.ts';
import type { ImportedDocument, Importer } from './importer.ts';
import { idOfNamed, panelNamed } from './names.ts';
import { date, oneOf, shortText } from './readers.ts';

const columns = {
  name: required(shortText),
  panel: optional(panelNamed),
  status: optional(oneOf(volunteerStatuses, { active: 'accredited', former: 'left' })),
  joined: optional(date),
  left: optional(date),
  vetting_expires: optional(date),
  accredited: optional(date),
  next_review: optional(date),
};

/**
 * Volunteers, known by their names. A blank cell says nothing and leaves what is known, and the roles of somebody
 * who is known are never touched: they decide what a person may see.
 */
export const volunteers: Importer = {
  type: 'person',
  columns,
  key: 'name',
  identity: (row, ctx) => idOfNamed(ctx, 'person', cell(row, 'name')),
  read: (row, ctx, existing) => {
    const cells = readCells(columns, row, ctx);
    if (!cells.ok) return { ok: false, problems: cells.error };
    const { name, panel, status, joined, left, vetting_expires, accredited, next_review } = cells.value;
    const known = existing as Person | undefined;
    // A list of volunteers with no word on where each of them stands lists those who visit, and those who left.
    const stands = status ?? (left ? 'left' : (known?.volunteer?.status ?? 'accredited'));
    const person: Person = {
      id: idOfNamed(ctx, 'person', name) as string,
      name,
      roles: ['visitor'],
      ...known,
      ...present({ panel: panel?.record.id }),
      volunteer: {
        ...known?.volunteer,
        ...present({ joined, left, vettingExpires: vetting_expires, accredited, nextReview: next_review }),
        status: stands,
      },
    };
    const needed: ImportedDocument[] = panel?.made ? [{ type: 'panel', document: panel.record }] : [];
    return {
      ok: true,
      documents: [{ type: 'person', document: known && same(known, person) ? known : person }, ...needed],
    };
  },
};
