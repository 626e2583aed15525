import { factsAreCurrent } from '#db/facts.ts';
import { countMeasured, type Span } from '#db/measures.ts';
import { type Reader, sql } from '#db/sql.ts';
import { unfinishedImports } from '#db/staging.ts';
import { returnReaders } from '#shared/calls/returns.ts';
import type { Parsed } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { icvMeasures, measureById } from '#shared/measures/icv.ts';
import { canSplit, type Measure } from '#shared/measures/measure.ts';
import {
  type ParsedPeriod,
  parsePeriod,
  previousPeriod,
  quarterContaining,
  yearContaining,
} from '#shared/periods.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import {
  type AnyDimension,
  type CaseDimension,
  caseDimensions,
  type Dimension,
  dimensions,
  type ReturnResult,
} from '#shared/views.ts';
import type { Context, Reads } from '../context.ts';
import { inventedNotice, settings } from '../office.ts';
import { placeAfter } from '../paging.ts';
import { actorOf, holdsOneOf } from '../session.ts';
import { caseFigureRecords, caseReturn } from './cases.ts';
import { returnChecks } from './checks.ts';
import { figures, withComparisons } from './comparisons.ts';
import { type Group, groupsOf, type Raws, rawsByGroup, rawsOf, worthPrinting } from './groups.ts';
import { officeFigure, officeRecords } from './of-office.ts';
import { factRecords } from './records.ts';
import { reviewFigureRecords, reviewReturn } from './reviews.ts';
import { returnTables } from './tables.ts';

const figuresWait = fail({ tag: 'figuresWait' } as const);

/** No figure rests on part of a file, or on facts that an update has not written anew yet. */
export const figuresAreReady = (r: Reader): boolean =>
  factsAreCurrent(r) && unfinishedImports(r).length === 0;

type Request = Parsed<'returns.compute'>;

/** The period that is asked for, where whoever asks may read the return and its figures stand. */
const asked = (r: Reader, request: Request, ctx: Context): Result<ParsedPeriod, Failure> => {
  if (!holdsOneOf(actorOf(r, ctx), returnReaders[request.return])) return fail({ tag: 'notAllowed' });
  const parsed = parsePeriod(request.period, settings(r, ctx).yearBegins);
  if (!parsed.ok) return parsed;
  return figuresAreReady(r) ? parsed : figuresWait;
};

const compute = (r: Reader, request: Request, ctx: Context): Result<ReturnResult, Failure> => {
  const period = asked(r, request, ctx);
  if (!period.ok) return period;
  const { by } = request;
  if (request.return === 'icv') return ok(custodyReturn(r, ofVisits(by), period.value, ctx));
  const office = settings(r, ctx);
  const notice = office.invented ? inventedNotice : null;
  const told = { period: period.value, today: ctx.today, office, notice };
  return ok(
    request.return === 'reviews'
      ? reviewReturn(r, by === 'route' ? by : undefined, told)
      : caseReturn(r, ofCases(by), told),
  );
};

/** A division as the one kind of return knows it; what another is split by is none of it. */
const ofVisits = (by: AnyDimension | undefined): Dimension | undefined =>
  dimensions.find((one) => one === by);
const ofCases = (by: AnyDimension | undefined): CaseDimension | undefined =>
  caseDimensions.find((one) => one === by);

const custodyReturn = (
  r: Reader,
  by: Dimension | undefined,
  period: ParsedPeriod,
  ctx: Context,
): ReturnResult => {
  const office = settings(r, ctx);
  const records = officeRecords(r);
  const raws = (p: Span) => rawsOf(r, { ...p, today: ctx.today }, office.delayThreshold, records);
  const now = raws(period);
  const groups = by && groupsOf(by, records);
  const told = { ...period, today: ctx.today };
  const byGroup = groups && rawsByGroup(r, told, office.delayThreshold, records, groups);
  return {
    return: 'icv',
    body: office.body,
    notice: office.invented ? inventedNotice : null,
    period: { id: period.id, from: period.from, to: period.to, label: period.label },
    headline: office.headlineConsent,
    measures: withComparisons(icvMeasures, now, period, office.yearBegins, raws),
    ...(by && groups && byGroup
      ? {
          by,
          groups: groups
            .map((group) => ({ group, own: byGroup.get(group.key) as Raws }))
            .filter(({ group, own }) => worthPrinting(by, records, period, group, own))
            .map(({ group, own }) => ({ key: group.key, measures: figures(icvMeasures, own) })),
        }
      : {}),
    tables: returnTables(r, told, office.delayThreshold, records, now),
    checks: returnChecks(r, period, records, now),
  };
};

/** The facts that say from when to when there is a return. */
const counted = {
  icv: 'visit_fact',
  reviews: 'review_fact',
  correspondence: 'case_fact',
} as const satisfies Record<Request['return'], string>;

/**
 * Whether a part of a figure has records to be listed: how long visitors waited has no sex, and neither has a target.
 * By ethnicity nothing is listed: a visit with its suite and day could show who the one person is.
 */
const isListed = (group: Group, m: Measure): boolean =>
  m.kind === 'office' ? group.part !== undefined : group.fact !== 'ethnicity' && canSplit(m, group.fact);

export const returnReads = {
  'returns.periods': (r, { return: kind }, ctx) => {
    if (!holdsOneOf(actorOf(r, ctx), returnReaders[kind])) return fail({ tag: 'notAllowed' });
    const { yearBegins } = settings(r, ctx);
    const span = r.first(
      sql
        .selectFrom(counted[kind])
        .select((e) => [e.fn.min<string>('date').as('first'), e.fn.max<string>('date').as('last')]),
    );
    const [first, last] = [span?.first ?? ctx.today, span?.last ?? ctx.today];
    const quarters = [quarterContaining(last, yearBegins)];
    while ((quarters.at(-1)?.from ?? '') > first && quarters.length < 80)
      quarters.push(previousPeriod(quarters.at(-1) as ParsedPeriod, yearBegins));
    const years = [...new Set(quarters.map((q) => yearContaining(q.from, yearBegins).id))];
    const ended = quarters.find((q) => q.to < ctx.today) ?? quarters[0];
    return ok({
      years,
      quarters: quarters.map(({ id, label }) => ({ id, label })),
      latest: ended?.id as string,
    });
  },
  'returns.compute': compute,
  'returns.records': (r, request, ctx) => {
    const period = asked(r, request, ctx);
    if (!period.ok) return period;
    const span = { ...period.value, today: ctx.today };
    if (request.return === 'reviews') return reviewFigureRecords(r, request, span);
    if (request.return === 'correspondence')
      return caseFigureRecords(r, { ...request, by: ofCases(request.by) }, span);
    const { key, measure: id, after, limit } = request;
    const office = settings(r, ctx);
    const m = measureById.get(id);
    const records = officeRecords(r);
    const by = ofVisits(request.by);
    const group = by && key !== undefined ? groupsOf(by, records).find((g) => g.key === key) : undefined;
    if (!m || (key !== undefined && !(group && isListed(group, m))))
      return fail({ tag: 'notFound', what: 'figure' });
    const named = { title: m.title, definition: m.definition };
    if (m.kind === 'office') {
      const rows = officeFigure(m, period.value, records, group?.part).map(
        ({ type, id, title, date, value, of }) => ({ type, id, title, date, value, of }),
      );
      return ok({ rows, next: null, ...named, total: rows.length });
    }
    const of = group ? { key: { dimension: group.fact, values: group.values } } : {};
    return ok({
      ...factRecords(r, m, span, office.delayThreshold, { ...of, after: placeAfter(after), limit }),
      ...named,
      total: countMeasured(r, m, span, office.delayThreshold, of),
    });
  },
} satisfies Partial<Reads>;
