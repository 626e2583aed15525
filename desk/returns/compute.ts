import { factsAreCurrent } from '#db/facts.ts';
import { marksAreMade } from '#db/marks.ts';
import type { Span } from '#db/measures.ts';
import { type Reader, sql } from '#db/sql.ts';
import { unfinishedImports } from '#db/staging.ts';
import { returnReaders } from '#shared/calls/returns.ts';
import type { Parsed } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
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
  type ReturnKind,
  type ReturnResult,
} from '#shared/views.ts';
import type { Context, Reads } from '../context.ts';
import { inventedNotice, settings } from '../office.ts';
import { actorOf, holdsOneOf } from '../session.ts';
import { caseFigureRecords, caseGroups, caseRaws, caseReturn } from './cases.ts';
import { custodyFigureRecords, custodyGroups, custodyReturn } from './custody.ts';
import { type Raws, rawsOf, suitesWithin } from './groups.ts';
import { officeRecords, once } from './of-office.ts';
import { reviewFigureRecords, reviewGroups, reviewRaws, reviewReturn } from './reviews.ts';

const figuresWait = fail({ tag: 'figuresWait' } as const);

/** No figure rests on part of a file, or on facts or marks that an update has not written anew yet. */
export const figuresAreReady = (r: Reader): boolean =>
  factsAreCurrent(r) && marksAreMade(r) && unfinishedImports(r).length === 0;

type Request = Parsed<'returns.compute'>;

/** The period that is asked for, where whoever asks may read the return and its figures stand. */
const asked = (r: Reader, request: Request, ctx: Context): Result<ParsedPeriod, Failure> => {
  if (!holdsOneOf(actorOf(r, ctx), returnReaders[request.return])) return fail({ tag: 'notAllowed' });
  const parsed = parsePeriod(request.period, settings(r, ctx).yearBegins);
  if (!parsed.ok) return parsed;
  return figuresAreReady(r) ? parsed : figuresWait;
};

/** A division as the one kind of return knows it; what another is split by is none of it. */
const ofVisits = (by: AnyDimension | undefined): Dimension | undefined =>
  dimensions.find((one) => one === by);
const ofCases = (by: AnyDimension | undefined): CaseDimension | undefined =>
  caseDimensions.find((one) => one === by);

type Split = NonNullable<ReturnResult['splits']>[number];

/**
 * The figures of a kind of return for a period, the same divided in each of the ways that fit it, and what figures come
 * to in other periods, none of which is worked out twice.
 */
export const returnOf = (
  r: Reader,
  kind: ReturnKind,
  period: ParsedPeriod,
  by: readonly AnyDimension[],
  ctx: Context,
): { told: ReturnResult; splits: Split[]; raws: (span: Span) => Raws } => {
  const office = settings(r, ctx);
  const notice = office.invented ? inventedNotice : null;
  const { today } = ctx;
  const asked = { period, today, office, notice };
  switch (kind) {
    case 'icv': {
      const records = officeRecords(r);
      const raws = once((span) => rawsOf(r, { ...span, today }, office.delayThreshold, records));
      return {
        raws,
        told: custodyReturn(r, { ...asked, raws }, records),
        splits: by
          .flatMap((one) => ofVisits(one) ?? [])
          .map((one) => ({
            by: one,
            groups: custodyGroups(r, one, asked, records),
            ...suitesWithin(one, records),
          })),
      };
    }
    case 'reviews': {
      const raws = once((span) => reviewRaws(r, { ...span, today }));
      return {
        raws,
        told: reviewReturn(r, { ...asked, raws }),
        splits: by
          .filter((one) => one === 'route')
          .map((one) => ({ by: one, groups: reviewGroups(r, asked) })),
      };
    }
    case 'correspondence': {
      const raws = once((span) => caseRaws(r, { ...span, today }));
      return {
        raws,
        told: caseReturn(r, { ...asked, raws }),
        splits: by
          .flatMap((one) => ofCases(one) ?? [])
          .map((one) => ({ by: one, groups: caseGroups(r, one, asked) })),
      };
    }
  }
};

const compute = (r: Reader, request: Request, ctx: Context): Result<ReturnResult, Failure> => {
  const period = asked(r, request, ctx);
  if (!period.ok) return period;
  const { told, splits } = returnOf(r, request.return, period.value, request.by ? [request.by] : [], ctx);
  const { tables, checks, ...figures } = told;
  const [split] = splits;
  return ok({ ...figures, ...(split && { by: split.by, groups: split.groups }), tables, checks });
};

/** The facts that say from when to when there is a return. */
const counted = {
  icv: 'visit_fact',
  reviews: 'review_fact',
  correspondence: 'case_fact',
} as const satisfies Record<ReturnKind, string>;

/**
 * The first and the last day of which there are figures; null where there are none yet. Each is asked for by itself:
 * both in one breath are found by reading all facts, one alone at the end of its index.
 */
export const daysCounted = (
  r: Reader,
  kind: ReturnKind,
): { first: string | null; last: string | null } | undefined => {
  const facts = sql.selectFrom(counted[kind]);
  return r.first(
    sql.selectNoFrom([
      facts.select((e) => e.fn.min<string | null>('date').as('first')).as('first'),
      facts.select((e) => e.fn.max<string | null>('date').as('last')).as('last'),
    ]),
  );
};

export const returnReads = {
  'returns.periods': (r, { return: kind }, ctx) => {
    if (!holdsOneOf(actorOf(r, ctx), returnReaders[kind])) return fail({ tag: 'notAllowed' });
    const { yearBegins } = settings(r, ctx);
    const span = daysCounted(r, kind);
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
      return caseFigureRecords(r, { ...request, by: ofCases(request.by) }, span, ctx);
    const { delayThreshold } = settings(r, ctx);
    return custodyFigureRecords(r, { ...request, by: ofVisits(request.by) }, span, delayThreshold);
  },
} satisfies Partial<Reads>;
