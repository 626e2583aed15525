import { derivedId } from '#shared/ids.ts';
import type { LifeEvent } from '#shared/records/common.ts';
import type { Ladder } from '#shared/records/ladder.ts';
import { methods, outcomes, purposes, type Visit } from '#shared/records/visit.ts';
import { type Cells, cell, optional, present, readCells, required } from './cells.ts';
import type { ImportContext, ImportedDocument, Importer } from './importer.ts';
import { suiteNamed, visitorNamed } from './names.ts';
import { onto } from './onto.ts';
import { count, date, oneOf, opcat, praise, shortText, time, words, yesNo } from './readers.ts';

const columns = {
  reference: required(shortText),
  suite: required(suiteNamed, 'suite'),
  date: required(date, 'date'),
  outcome: required(oneOf(outcomes), 'outcome'),
  method: optional(oneOf(methods), 'method'),
  purpose: optional(oneOf(purposes), 'purpose'),
  visitor_1: optional(visitorNamed, 'visitor1'),
  visitor_2: optional(visitorNamed, 'visitor2'),
  arrived: optional(time, 'arrived'),
  admitted: optional(time, 'admitted'),
  left: optional(time, 'left'),
  delay_reason: optional(words, 'delayReason'),
  held: optional(count, 'counts.total.held'),
  not_available: optional(count, 'counts.total.notAvailable'),
  not_offered: optional(count, 'counts.total.notOffered'),
  offered: optional(count, 'counts.total.offered'),
  accepted: optional(count, 'counts.total.accepted'),
  declined: optional(count, 'counts.total.declined'),
  observed_only: optional(count, 'counts.total.observedOnly'),
  record_only: optional(count, 'counts.total.recordOnly'),
  satisfactory: optional(yesNo, 'satisfactory'),
  opcat: optional(opcat, 'opcatConcerns'),
  praise: optional(praise, 'praise', 'praiseWords'),
  comments: optional(words, 'comments'),
};
type VisitCells = Cells<typeof columns>;

const visitId = (ctx: ImportContext, reference: string) => derivedId(ctx.office, 'visit', reference);

/** The ids of the two events: they need only be unique within their report, and hashing them costs half of reading. */
const readyEvent = '00000000-0000-4000-8000-000000000001';
const receivedEvent = '00000000-0000-4000-8000-000000000002';

/**
 * An imported report has been with the office since it was made, whenever that was: its events bear the day of the
 * visit and not that of the import, so that two machines which read one file make one record.
 */
const received = (day: string): LifeEvent[] => {
  const at = `${day}T00:00:00.000Z`;
  return [
    { id: readyEvent, from: 'draft', to: 'ready', by: 'import', at },
    { id: receivedEvent, from: 'ready', to: 'received', by: 'import', at },
  ];
};

const counted = (c: VisitCells): Visit['counts'] => {
  const total: Ladder = present({
    held: c.held,
    notAvailable: c.not_available,
    notOffered: c.not_offered,
    offered: c.offered,
    accepted: c.accepted,
    declined: c.declined,
    observedOnly: c.observed_only,
    recordOnly: c.record_only,
  });
  return Object.keys(total).length > 0 ? { total } : {};
};

const visitOf = (c: VisitCells, ctx: ImportContext): Visit =>
  present({
    id: visitId(ctx, c.reference),
    form: ctx.form,
    events: received(c.date),
    corrections: [],
    imported: { reference: c.reference, file: ctx.file.slice(-200) },
    suite: c.suite.record.id,
    panel: c.suite.record.panel,
    date: c.date,
    method: c.method,
    purpose: c.purpose,
    visitor1: c.visitor_1?.record.id,
    visitor2: c.visitor_2?.record.id,
    arrived: c.arrived,
    admitted: c.admitted,
    left: c.left,
    delayReason: c.delay_reason,
    outcome: c.outcome,
    counts: counted(c),
    answers: {},
    comments: c.comments,
    praise: c.praise?.praise,
    praiseWords: c.praise?.praiseWords,
    opcatConcerns: c.opcat,
    satisfactory: c.satisfactory,
  });

/** A visit that is moved to another suite goes to that suite's panel; otherwise the panel stays that of its day. */
const withPanel = (next: Visit, existing: Visit, fresh: Visit): Visit =>
  next.suite === existing.suite ? next : present({ ...next, panel: fresh.panel });

/**
 * Visits, known by the reference they had before. Figures that do not add up are taken as they are: real files have
 * them, and the return's checks point them out. Only what cannot be stored is refused.
 */
export const visits: Importer = {
  type: 'visit',
  columns,
  key: 'reference',
  identity: (row, ctx) => {
    const reference = cell(row, 'reference');
    return reference === '' ? undefined : visitId(ctx, reference);
  },
  read: (row, ctx, existing) => {
    const cells = readCells(columns, row, ctx);
    if (!cells.ok) return { ok: false, problems: cells.error };
    const { suite, visitor_1: first, visitor_2: second } = cells.value;
    const fresh = visitOf(cells.value, ctx);
    const known = existing as Visit | undefined;
    const document = known ? withPanel(onto(known, fresh, row, columns), known, fresh) : fresh;
    const needed: ImportedDocument[] = suite.made ? [{ type: 'suite', document: suite.record }] : [];
    for (const visitor of [first, second])
      if (visitor?.made) needed.push({ type: 'person', document: visitor.record });
    return { ok: true, documents: [{ type: 'visit', document }, ...needed] };
  },
};
