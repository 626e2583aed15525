import { readRecord } from '#db/records.ts';
import type { Reader, Writer } from '#db/sql.ts';
import type { BulkDeed } from '#shared/case-views.ts';
import type { Output } from '#shared/contract.ts';
import { sentence } from '#shared/errors.ts';
import { newId } from '#shared/ids.ts';
import { type CaseFile, caseState, ownerOf } from '#shared/records/case-file.ts';
import { ok } from '#shared/result.ts';
import type { Context, Reads, Writes } from '../context.ts';
import { mayMake } from '../rights.ts';
import { readCase, saveCase } from './steps.ts';
import { assigned, closed } from './writing.ts';

type Line = Output<'cases.preview'>[number];
type Became = { line: Line; before?: CaseFile; after?: CaseFile };

/** What a deed would make of a case, or why it cannot be done. */
const made = (r: Reader, c: CaseFile, deed: BulkDeed, ctx: Context): CaseFile | string => {
  if (deed.what === 'assign') {
    if (!readRecord(r, 'person', deed.to)?.document.roles.includes('caseworker'))
      return 'They are no caseworker of the office.';
    if (ownerOf(c) === deed.to) return 'They have it already.';
    return caseState(c) === 'closed'
      ? 'It is closed.'
      : (assigned(c, newId(ctx.sources), deed.to, ctx) ?? 'They have it already.');
  }
  if (caseState(c) === 'closed') return 'It is closed already.';
  const { outcome } = deed;
  const end = closed(c, { closing: newId(ctx.sources), outcome }, ctx);
  if ('missing' in end) return end.missing.join(' ');
  return end.after ?? 'It is closed already.';
};

const lineOf = (r: Reader, id: string, deed: BulkDeed, ctx: Context): Became => {
  const found = readCase(r, ctx, id);
  if (!found.ok) return { line: { id, reference: null, kind: null, why: sentence(found.error) } };
  const before = found.value;
  const after = made(r, before, deed, ctx);
  const reference = before.reference ?? before.imported?.reference ?? null;
  const line = { id, reference, kind: before.kind };
  if (typeof after === 'string') return { line: { ...line, why: after } };
  return mayMake(r, ctx, 'caseFile', before, after)
    ? { line: { ...line, why: null }, before, after }
    : { line: { ...line, why: sentence({ tag: 'notTheirCase' }) } };
};

const done = (w: Writer, ctx: Context, { line, before, after }: Became): Line => {
  if (!before || !after) return line;
  const saved = saveCase(w, ctx, before, after);
  return saved.ok ? line : { ...line, why: sentence(saved.error) };
};

export const bulkReads = {
  'cases.preview': (r, { ids, deed }, ctx) =>
    ok([...new Set(ids)].map((id) => lineOf(r, id, deed, ctx).line)),
} satisfies Partial<Reads>;

export const bulkWrites = {
  'cases.bulk': (w, { ids, deed }, ctx) =>
    w.inTransaction(() => {
      const lines = [...new Set(ids)].map((id) => done(w, ctx, lineOf(w, id, deed, ctx)));
      const left = lines.filter(({ why }) => why !== null);
      return ok({ done: lines.length - left.length, left });
    }),
} satisfies Partial<Writes>;
