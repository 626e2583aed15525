import { derivedId } from '#shared/ids.ts';
import { type CaseFile, newCase } from '#shared/records/case-file.ts';
import { type CaseKind, caseKinds, channels, requestOutcomes } from '#shared/records/case-parts.ts';
import { fail, ok } from '#shared/result.ts';
import { type Cells, cell, optional, present, readCells, required } from './cells.ts';
import type { CellProblem, Columns, ImportContext, Importer, ImportRow, Reader } from './importer.ts';
import { onto } from './onto.ts';
import { date, oneOf, shortText } from './readers.ts';

/** Other words that offices have in their own lists for the same kinds. */
const alsoKinds: Readonly<Record<string, CaseKind>> = {
  complaint: 'complaint about the force',
  'complaint about the commissioner or deputy': 'complaint about the commissioner',
  whistleblowing: 'whistle-blowing',
  mp: 'MP or councillor letter',
  'mp letter': 'MP or councillor letter',
  councillor: 'MP or councillor letter',
  'councillor letter': 'MP or councillor letter',
  'town council': 'town or parish council',
  'parish council': 'town or parish council',
  foi: 'FOI request',
  'freedom of information': 'FOI request',
  'freedom of information request': 'FOI request',
  eir: 'EIR request',
  'environmental information': 'EIR request',
  'environmental information request': 'EIR request',
  sar: 'subject access request',
  'subject access': 'subject access request',
  review: 'review-related',
  'copied in': 'copied-in only',
};
const alsoChannels: Readonly<Record<string, (typeof channels)[number]>> = {
  'e mail': 'email',
  post: 'letter',
  telephone: 'phone',
  web: 'web form',
  webform: 'web form',
  'social media': 'social',
};

const mostThemes = 50;

/** Several themes in one cell, with semicolons between them; the same twice is one. */
const themes: Reader<string[]> = (text, ctx) => {
  const said = text
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const found: string[] = [];
  for (const one of new Set(said)) {
    const read = shortText(one, ctx);
    if (!read.ok) return read;
    found.push(read.value);
  }
  return found.length > mostThemes ? fail(`More than ${mostThemes} themes`) : ok(found);
};

const life = ['events', 'closings'];

const columns = {
  reference: required(shortText),
  received: required(date, 'received'),
  kind: required(oneOf(caseKinds, alsoKinds), 'kind'),
  channel: optional(oneOf(channels, alsoChannels), 'channel'),
  area: optional(shortText, 'area'),
  themes: optional(themes, 'themes'),
  acknowledged: optional(date, 'acknowledged', 'imported.acknowledgementUnknown'),
  answered: optional(date, 'answered'),
  closed: optional(date, ...life),
  outcome: optional(shortText, ...life),
};
type CaseCells = Cells<typeof columns>;

const caseId = (ctx: ImportContext, reference: string) => derivedId(ctx.office, 'caseFile', reference);

/** Ids that need only be unique within their case; hashing them would cost half of reading. */
const ownId = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** What cannot be stored of a row whose cells are good one by one. */
const contradictions = (c: CaseCells): CellProblem[] => {
  const early = (['acknowledged', 'answered', 'closed'] as const).flatMap((column): CellProblem[] => {
    const day = c[column];
    return day !== undefined && day < c.received
      ? [{ column, problem: 'Before the day on which it was received', value: day }]
      : [];
  });
  return c.outcome !== undefined && c.closed === undefined && c.answered === undefined
    ? [...early, { column: 'outcome', problem: 'It has no day on which it was closed', value: c.outcome }]
    : early;
};

/** The outcomes of a request in the words of its decision, however the file spells them. */
const outcomeOf = ({ outcome }: CaseCells, ctx: ImportContext): string | undefined => {
  const read = outcome === undefined ? undefined : oneOf(requestOutcomes)(outcome, ctx);
  return read?.ok ? read.value : outcome;
};

/** The events bear the days of the case and not that of the import: two machines that read one file make one record. */
const lifeOf = (c: CaseCells, ctx: ImportContext): Pick<CaseFile, 'events' | 'closings'> => {
  const on = c.closed ?? (c.outcome === undefined ? undefined : c.answered);
  if (on === undefined) return { events: [], closings: [] };
  const at = `${on}T00:00:00.000Z`;
  return {
    events: [{ id: ownId(1), from: 'open', to: 'closed', by: 'import', at }],
    closings: [present({ id: ownId(101), on, by: 'import', outcome: outcomeOf(c, ctx) })],
  };
};

/** The cells as the file has them: what a later file says anew is told from them, and not from what people changed since. */
const saidIn = (row: ImportRow): Record<string, string> =>
  Object.fromEntries(
    Object.keys(columns).flatMap((name) => {
      const text = cell(row, name).slice(0, 1_000);
      return text === '' ? [] : [[name, text]];
    }),
  );

const caseOf = (c: CaseCells, row: ImportRow, ctx: ImportContext): CaseFile =>
  present<CaseFile>({
    ...newCase({ id: caseId(ctx, c.reference), received: c.received, kind: c.kind }),
    imported: present<NonNullable<CaseFile['imported']>>({
      reference: c.reference,
      file: ctx.file.slice(-200),
      said: saidIn(row),
      acknowledgementUnknown: row.acknowledged === undefined,
    }),
    channel: c.channel,
    area: c.area,
    themes: c.themes ?? [],
    acknowledged: c.acknowledged === undefined ? undefined : { on: c.acknowledged },
    answered: c.answered === undefined ? undefined : { on: c.answered },
    ...lifeOf(c, ctx),
  });

const isMoved = ({ events }: CaseFile): boolean => events.some(({ by }) => by !== 'import');

/** The columns that say something else than the file before; of its life nothing where people have moved it since. */
const saidAnew = (row: ImportRow, known: CaseFile): Columns => {
  const { imported, acknowledged } = known;
  const notSaidBefore = (name: string) =>
    name === 'acknowledged' && imported?.acknowledgementUnknown !== false && acknowledged === undefined;
  return Object.fromEntries(
    Object.entries<Columns[string]>(columns).filter(
      ([name, { fills }]) =>
        row[name] !== undefined &&
        (cell(row, name).slice(0, 1_000) !== (imported?.said?.[name] ?? '') || notSaidBefore(name)) &&
        !(isMoved(known) && fills.some(([first = '']) => life.includes(first))),
    ),
  );
};

const corrected = (existing: CaseFile, fresh: CaseFile, row: ImportRow): CaseFile => {
  const anew = saidAnew(row, existing);
  const changed = onto(existing, fresh, row, anew);
  if (changed === existing || !existing.imported) return existing;
  const said = { ...existing.imported.said };
  for (const name of Object.keys(anew)) said[name] = fresh.imported?.said?.[name] ?? '';
  return { ...changed, imported: { ...(changed.imported ?? existing.imported), said } };
};

/** Correspondence from before: one case for a row, which has no number of the office's own. */
export const correspondence: Importer = {
  type: 'caseFile',
  columns,
  ofPeople: (current) => (isMoved(current as CaseFile) ? life.map((place) => [place]) : []),
  key: 'reference',
  identity: (row, ctx) => {
    const reference = cell(row, 'reference');
    return reference === '' ? undefined : caseId(ctx, reference);
  },
  read: (row, ctx, existing) => {
    const cells = readCells(columns, row, ctx);
    if (!cells.ok) return { ok: false, problems: cells.error };
    const problems = contradictions(cells.value);
    if (problems.length > 0) return { ok: false, problems };
    const fresh = caseOf(cells.value, row, ctx);
    const document = existing ? corrected(existing as CaseFile, fresh, row) : fresh;
    return { ok: true, documents: [{ type: 'caseFile', document }] };
  },
};
