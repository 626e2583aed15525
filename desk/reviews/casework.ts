import { saveAndSend } from '#db/office.ts';
import { readRecord } from '#db/records.ts';
import { type Reader, sql, type Writer } from '#db/sql.ts';
import type { Output } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { derivedId, instant } from '#shared/ids.ts';
import { percent } from '#shared/numbers.ts';
import { type ParsedPeriod, parsePeriod, quarterContaining } from '#shared/periods.ts';
import type { ComplaintSample, ScheduleTotals } from '#shared/records/complaint-sample.ts';
import { reviewListsOf } from '#shared/records/review-settings.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { diff, type Patch } from '#shared/sync/patch.ts';
import { addDays } from '#shared/times.ts';
import { author, type Context, type Reads, type Writes } from '../context.ts';
import { settings } from '../office.ts';
import { paged, placeAfter } from '../paging.ts';
import { doing, gone, putOnce } from './steps.ts';

const save = (
  w: Writer,
  ctx: Context,
  type: 'complaintSample' | 'scheduleTotals',
  id: string,
  patch: Patch,
): Result<{ id: string; savedAt: string }, Failure> => {
  const saved = patch.length > 0 ? saveAndSend(w, author(ctx), type, id, patch) : ok(undefined);
  return saved.ok ? ok({ id, savedAt: instant(ctx.sources) }) : saved;
};

const samples = (r: Reader, after: string | undefined, limit: number) => {
  const place = placeAfter(after);
  let asked = sql.selectFrom('complaintSample').select('data');
  if (place) asked = asked.where((e) => e(e.refTuple('on', 'id'), '<', e.tuple(place.date, place.id)));
  const found = r
    .all(
      asked
        .orderBy('on', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1),
    )
    .map(({ data }) => JSON.parse(data) as ComplaintSample);
  return paged(found, limit, ({ on, id }) => `${on}/${id}`);
};

const totalsId = (ctx: Context, { from }: Pick<ParsedPeriod, 'from'>): string =>
  derivedId(ctx.identity.office, 'scheduleTotals', from);

const receivedIn = (r: Reader, { from, to }: ParsedPeriod): number =>
  r.first(
    sql
      .selectFrom('review')
      .select((e) => e.fn.countAll<number>().as('count'))
      .where('received', '>=', from)
      .where('received', '<=', to),
  )?.count ?? 0;

export const quartersIn = ({ from, to }: ParsedPeriod, yearBegins: number): ParsedPeriod[] => {
  const quarters: ParsedPeriod[] = [];
  for (let day = from; day <= to && quarters.length < 40; ) {
    const quarter = quarterContaining(day, yearBegins);
    quarters.push(quarter);
    day = addDays(quarter.to, 1);
  }
  return quarters;
};

export const totalsOf = (
  r: Reader,
  ctx: Context,
  quarter: ParsedPeriod,
): Output<'scheduleTotals.list'>[number] => {
  const totals = readRecord(r, 'scheduleTotals', totalsId(ctx, quarter))?.document ?? null;
  const received = receivedIn(r, quarter);
  const { id, label, from, to } = quarter;
  const finalised = totals?.finalisedInSchedule;
  return {
    quarter: { id, label, from, to },
    totals,
    received,
    share: finalised === undefined ? 'n/a' : percent(received, finalised),
  };
};

export const caseworkReads = {
  'samples.list': (r, { after, limit }) => ok(samples(r, after, limit)),
  'samples.get': (r, { id }) => {
    const held = readRecord(r, 'complaintSample', id);
    return held ? ok(held.document) : gone(r, 'complaintSample', 'sample', id);
  },
  'scheduleTotals.list': (r, { year }, ctx) => {
    const { yearBegins } = settings(r, ctx);
    const period = parsePeriod(year, yearBegins);
    if (!period.ok) return period;
    return ok(quartersIn(period.value, yearBegins).map((quarter) => totalsOf(r, ctx, quarter)));
  },
} satisfies Partial<Reads>;

/** A sample is looked at by whoever began it; who and when are not typed again. */
const stamped: readonly string[] = ['id', 'by', 'on'];

export const caseworkWrites = {
  'samples.start': (w, sample, ctx) =>
    w.inTransaction(() => {
      const { by, on } = doing(ctx);
      const questions = reviewListsOf(settings(w, ctx)).sampling.filter(({ retired }) => !retired);
      const answers = questions.map(({ id, words }) => ({
        id: derivedId(sample.id, 'question', id),
        question: words,
      }));
      return putOnce(w, ctx, 'complaintSample', { ...sample, ...{ by, on, answers } });
    }),
  'samples.save': (w, { id, patch }, ctx) =>
    w.inTransaction(() => {
      if (!readRecord(w, 'complaintSample', id)) return gone(w, 'complaintSample', 'sample', id);
      return patch.some(({ path }) => path.length === 0 || stamped.includes(path[0] ?? ''))
        ? fail({ tag: 'notAllowed' })
        : save(w, ctx, 'complaintSample', id, patch);
    }),
  'scheduleTotals.save': (w, { quarter, totals }, ctx) =>
    w.inTransaction(() => {
      const period = parsePeriod(quarter, settings(w, ctx).yearBegins);
      if (!period.ok) return period;
      const { from, to } = period.value;
      const id = totalsId(ctx, period.value);
      const next: ScheduleTotals = { id, from, to, ...totals };
      return save(w, ctx, 'scheduleTotals', id, diff(readRecord(w, 'scheduleTotals', id)?.document, next));
    }),
} satisfies Partial<Writes>;
