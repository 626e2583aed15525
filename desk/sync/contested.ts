import { readIdentity } from '#db/identity.ts';
import { saveAndSend } from '#db/office.ts';
import { readAll, readRecord } from '#db/records.ts';
import { type Reader, sql } from '#db/sql.ts';
import { readBelow } from '#db/sync/outgoing.ts';
import type { Output } from '#shared/contract.ts';
import { placeTitle, spoken } from '#shared/forms/spoken.ts';
import { instant, newId } from '#shared/ids.ts';
import { type Conflict, isContested } from '#shared/records/conflict.ts';
import type { RecordType } from '#shared/records/types.ts';
import type { Visit } from '#shared/records/visit.ts';
import { fail, ok } from '#shared/result.ts';
import { type Patch, putting, read, same } from '#shared/sync/patch.ts';
import { capital } from '#shared/text.ts';
import { author, type Reads, type Writes } from '../context.ts';
import { formOf } from '../forms.ts';
import { titleOf } from './titles.ts';

type Contested = Output<'sync.conflicts'>[number];
type Place = Conflict['values'][number]['places'][number];

const shown = 500;

/** The record as the office holds it, which is what people decide about. */
const standingRecord = (r: Reader, { type, record }: Conflict): { id: string } | undefined =>
  (readBelow(r, type as RecordType, record) ?? readRecord(r, type as RecordType, record))?.document;

/** How the places of a record are called, and what stands there: by its form where it is a report. */
const wording = (r: Reader, c: Conflict, document: { id: string } | undefined) => {
  if (c.type === 'visit' && document) {
    const visit = document as Visit;
    const form = formOf(r, visit);
    const names = Object.fromEntries(
      [...readAll(r, 'person'), ...readAll(r, 'suite'), ...readAll(r, 'panel')].map((d) => [d.id, d.name]),
    );
    return {
      title: (path: string[]) => placeTitle(form, path, visit),
      words: (path: string[], value: unknown) => spoken(form, names, path, value, visit),
    };
  }
  const last = (path: string[]) => path.findLast((part) => !part.startsWith('#')) ?? 'record';
  return {
    title: (path: string[]) =>
      capital(
        last(path)
          .replace(/([A-Z])/g, ' $1')
          .toLowerCase(),
      ),
    words: (_: string[], value: unknown) => plain(value),
  };
};

const plain = (value: unknown): string => {
  if (value === undefined || value === null || value === '') return 'Nothing';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'object') return Object.values(value).map(plain).join(', ') || 'Nothing';
  return String(value);
};

/** Somebody as they are called here. */
const nameOf = (r: Reader, person: string): string =>
  readRecord(r, 'person', person)?.document.name ?? 'Somebody not known here';

/** Whether one of two places lies in the other. */
const meet = (one: readonly string[], other: readonly string[]): boolean =>
  one.every((key, i) => i >= other.length || other[i] === key);

/** Who wrote what stands: the last accepted change that did anything to one of the places, or made the record. */
const writerOf = (r: Reader, { record }: Conflict, paths: readonly string[][]): Contested['standingBy'] => {
  const changes = sql
    .selectFrom('accepted')
    .select(['by', 'at', 'patch'])
    .where('record', '=', record)
    .orderBy('epoch', 'desc')
    .orderBy('n', 'desc');
  const last = r.all(changes).find(({ patch }) => {
    if (patch === null) return true;
    return (JSON.parse(patch) as Patch).some((p) => paths.some((path) => meet(p.path, path)));
  });
  return last ? { name: nameOf(r, last.by), at: last.at } : null;
};

/** Laptops know the names of no others; that somebody wrote on two of theirs is what one has to be told. */
const deviceOf = (r: Reader, { by, device }: Conflict['values'][number]): string | null => {
  const here = readIdentity(r);
  if (device === here.device) return 'this laptop';
  return by === here.person ? 'another laptop' : null;
};

const shownConflict = (r: Reader, c: Conflict): Contested => {
  const document = standingRecord(r, c);
  const { title, words } = wording(r, c, document);
  const named = (places: readonly Place[]) =>
    places
      .filter((p) => !same(p.was, p.now) || places.length === 1)
      .map((p) => (places.length > 1 ? `${title(p.path)}: ${words(p.path, p.now)}` : words(p.path, p.now)))
      .join('\n');
  const paths = [
    ...new Map(c.values.flatMap((v) => v.places).map((p) => [p.path.join('\n'), p.path])).values(),
  ];
  const standing = paths.map((path) => {
    const now = read(document, path);
    return { path, ...(now === undefined ? {} : { now }) };
  });
  return {
    id: c.id,
    type: c.type,
    record: c.record,
    title: titleOf(r, c.type, c.record),
    question: title(c.place),
    standing,
    standingWords: standing
      .map(({ path, now }) =>
        standing.length > 1 ? `${title(path)}: ${words(path, now)}` : words(path, now),
      )
      .join('\n'),
    standingBy: writerOf(r, c, paths),
    values: c.values.map((value) => ({
      ...value,
      byName: nameOf(r, value.by),
      deviceName: deviceOf(r, value),
      words: named(value.places),
    })),
  };
};

export const contestedReads = {
  'sync.conflicts': (r, { record }) => {
    const open = sql.selectFrom('conflict').select('data').where('open', '=', 1);
    const rows = r.all((record ? open.where('of', '=', record) : open).orderBy('id').limit(shown));
    return ok(rows.map((row) => shownConflict(r, JSON.parse(row.data))));
  },
} satisfies Partial<Reads>;

export const contestedWrites = {
  'sync.settle': (w, { id, seen, places }, ctx) =>
    w.inTransaction(() => {
      const conflict = readRecord(w, 'conflict', id)?.document;
      if (!conflict) return fail({ tag: 'notFound', what: 'conflict' });
      if (!isContested(conflict) || !conflict.values.every((value) => seen.includes(value.id)))
        return fail({ tag: 'movedOn' });
      const document = standingRecord(w, conflict);
      const moved = places.filter((p) => !same(read(document, p.path), p.was));
      if (moved.length > 0)
        return fail({ tag: 'changedElsewhere', paths: moved.map((p) => p.path.join('.')) });
      const settlement = {
        id: newId(ctx.sources),
        by: ctx.identity.person,
        at: instant(ctx.sources),
        seen,
        places,
      };
      const patch = [putting(['settlements', `#${settlement.id}`], settlement)];
      const saved = saveAndSend(w, author(ctx), 'conflict', id, patch);
      return saved.ok ? ok({ id, savedAt: settlement.at }) : saved;
    }),
} satisfies Partial<Writes>;
