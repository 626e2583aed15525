import { readAll, readRecord } from '#db/records.ts';
import type { Reader } from '#db/sql.ts';
import type { Output } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { type ParsedPeriod, parsePeriod, periodContaining } from '#shared/periods.ts';
import { makesReturns, namedReturnId } from '#shared/records/named-return.ts';
import { type PeriodReturn, periodReturnId } from '#shared/records/period-return.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { broughtReturns } from '#shared/returns/named.ts';
import type { ReturnKind } from '#shared/views.ts';
import type { Context } from '../context.ts';
import { settings } from '../office.ts';
import { actorOf } from '../session.ts';

export type Known = Output<'returns.named'>[number];

/** Whose returns the person of this store makes. */
export const makesOf = (r: Reader, ctx: Context): ((of: ReturnKind) => boolean) => {
  const { roles } = actorOf(r, ctx);
  return (of) => roles.includes(makesReturns(of));
};

/** The office's returns, those that came with the product first: of those it changed, what it made of them. */
export const definitions = (r: Reader, ctx: Context): Known[] => {
  const makes = makesOf(r, ctx);
  const own = new Map(readAll(r, 'namedReturn').map((one) => [one.key, { ...one, own: true }]));
  const brought = broughtReturns.map((one): Known => {
    const id = namedReturnId(ctx.identity.office, one.key);
    return own.get(one.key) ?? { ...one, id, own: false };
  });
  const keys = new Set(brought.map(({ key }) => key));
  const others = [...own.values()]
    .filter(({ key }) => !keys.has(key))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  return [...brought, ...others].filter(({ of }) => makes(of));
};

/** A return of a period, and its record where somebody has begun it. */
export type Asked = {
  definition: Known;
  period: ParsedPeriod;
  id: string;
  record: PeriodReturn | undefined;
};

/**
 * The period of a return that a stretch of days is, however it was asked for, so that it is compared with the same ones;
 * one made over any days has each.
 */
const ofRhythm = ({ name, every }: Known, asked: ParsedPeriod, yearBegins: number) => {
  if (every === 'range') return ok(asked);
  const own = periodContaining(every, asked.from, yearBegins);
  return own.from === asked.from && own.to === asked.to
    ? ok(own)
    : fail({ tag: 'otherPeriod', name, every, within: `${own.label} (${own.id})` } as const);
};

/**
 * The return and the period that are asked for, where whoever asks makes returns of its kind. What was begun opens, also
 * where the office has its return made for other periods since.
 */
export const askedFor = (
  r: Reader,
  ctx: Context,
  { key, period: text }: { key: string; period: string },
): Result<Asked, Failure> => {
  const definition = definitions(r, ctx).find((one) => one.key === key);
  if (!definition) return fail({ tag: 'notFound', what: 'return' });
  const { yearBegins } = settings(r, ctx);
  const read = parsePeriod(text, yearBegins);
  if (!read.ok) return read;
  const { from, to } = read.value;
  const id = periodReturnId(ctx.identity.office, key, from, to);
  const record = readRecord(r, 'periodReturn', id)?.document;
  const fits = ofRhythm(definition, read.value, yearBegins);
  if (!fits.ok && !record) return fits;
  return ok({ definition, period: fits.ok ? fits.value : read.value, id, record });
};
