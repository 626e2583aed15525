import { sql as raw } from 'kysely';
import { saveAndSend } from '#db/office.ts';
import { readRecord } from '#db/records.ts';
import { type Reader, sql, type Writer } from '#db/sql.ts';
import { caseListsOf } from '#shared/cases/settings.ts';
import { instant } from '#shared/ids.ts';
import type { AssuranceRequest, Engagement } from '#shared/records/engagement.ts';
import { ok } from '#shared/result.ts';
import type { Patch } from '#shared/sync/patch.ts';
import { addDays } from '#shared/times.ts';
import { author, type Context, type Reads, type Writes } from '../context.ts';
import { settings } from '../office.ts';
import { placeAfter } from '../paging.ts';
import { query } from '../returns/checks.ts';
import { personName } from '../reviews/around.ts';
import { gone } from '../reviews/steps.ts';
import { linkedCases } from './themes.ts';

/** A question is due soon in the last week before its day. */
const soon = 7;

const view = (question: AssuranceRequest, today: string) => {
  const { due, answered } = question;
  const isOpen = answered === undefined && question.outcome !== 'withdrawn';
  return {
    question,
    late: isOpen && due !== undefined && due < today,
    dueSoon: isOpen && due !== undefined && due >= today && due <= addDays(today, soon),
  };
};

/** What names a case among those that led to it, the earliest first. */
const causedBy = <T>(r: Reader, type: 'engagement' | 'assuranceRequest', id: string): T[] =>
  query(
    r,
    raw<{ data: string }>`select data from ${raw.table(type)}
      where exists (select 1 from json_each(data, '$.cases') one where one.value = ${id}) order by "on", id`,
  ).map(({ data }) => JSON.parse(data) as T);

/** A page of what has a day, the latest first. */
const listed = <T extends { id: string; on: string }>(
  r: Reader,
  type: 'engagement' | 'assuranceRequest',
  after: string | undefined,
  limit: number,
  isShown: (one: T) => boolean,
): { rows: T[]; next: string | null } => {
  const place = placeAfter(after);
  let asked = sql.selectFrom(type as 'engagement').select('data');
  if (place) asked = asked.where((e) => e(e.refTuple('on', 'id'), '<', e.tuple(place.date, place.id)));
  const found = r
    .all(asked.orderBy('on', 'desc').orderBy('id', 'desc'))
    .map(({ data }) => JSON.parse(data) as T)
    .filter(isShown);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: found.length > limit && last ? `${last.on}/${last.id}` : null };
};

const questions = (r: Reader): AssuranceRequest[] =>
  r.all(sql.selectFrom('assuranceRequest').select('data')).map(({ data }) => JSON.parse(data));

const isOpen = ({ answered, outcome }: AssuranceRequest): boolean =>
  answered === undefined && outcome !== 'withdrawn';

const shows = (today: string) => ({
  all: () => true,
  open: isOpen,
  late: (one: AssuranceRequest) => view(one, today).late,
  answered: ({ answered }: AssuranceRequest) => answered !== undefined,
});

const current = (list: readonly { name: string; retired?: boolean | undefined }[]): string[] =>
  list.filter(({ retired }) => !retired).map(({ name }) => name);

export const engagementReads = {
  'engagements.list': (r, { after, limit }) =>
    ok(listed<Engagement>(r, 'engagement', after, limit, () => true)),
  'engagements.get': (r, { id }, ctx) => {
    const held = readRecord(r, 'engagement', id)?.document;
    if (!held) return gone(r, 'engagement', 'engagement', id);
    return ok({ engagement: held, cases: linkedCases(r, ctx, held.cases) });
  },
  'engagements.ofCase': (r, { id }) =>
    ok({
      engagements: causedBy<Engagement>(r, 'engagement', id).map(({ id: own, title, on }) => ({
        id: own,
        title,
        on,
      })),
      questions: causedBy<AssuranceRequest>(r, 'assuranceRequest', id).map(
        ({ id: own, title, on, answered = null }) => ({ id: own, title, on, answered }),
      ),
    }),
  'engagements.lists': (r, _, ctx) => {
    const office = settings(r, ctx);
    const lists = caseListsOf(office);
    return ok({
      themes: current(lists.themes),
      areas: office.areas,
      constituencies: current(lists.constituencies),
    });
  },
  'assurance.list': (r, { show, after, limit }, ctx) => {
    const { rows, next } = listed<AssuranceRequest>(
      r,
      'assuranceRequest',
      after,
      limit,
      shows(ctx.today)[show],
    );
    const open = questions(r).filter(isOpen);
    return ok({
      rows: rows.map((one) => view(one, ctx.today)),
      next,
      open: open.length,
      late: open.filter((one) => view(one, ctx.today).late).length,
    });
  },
  'assurance.get': (r, { id }, ctx) => {
    const held = readRecord(r, 'assuranceRequest', id)?.document;
    if (!held) return gone(r, 'assuranceRequest', 'question', id);
    return ok({
      ...view(held, ctx.today),
      cases: linkedCases(r, ctx, held.cases),
      by: personName(r, held.by),
    });
  },
} satisfies Partial<Reads>;

const save = (w: Writer, ctx: Context, type: 'engagement' | 'assuranceRequest', id: string, patch: Patch) =>
  w.inTransaction(() => {
    const saved = saveAndSend(w, author(ctx), type, id, patch);
    return saved.ok ? ok({ id, savedAt: instant(ctx.sources) }) : saved;
  });

export const engagementWrites = {
  'engagements.save': (w, { id, patch }, ctx) => save(w, ctx, 'engagement', id, patch),
  'assurance.save': (w, { id, patch }, ctx) => save(w, ctx, 'assuranceRequest', id, patch),
} satisfies Partial<Writes>;
