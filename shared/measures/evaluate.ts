import { quantile } from '#shared/numbers.ts';
import {
  type AnyAmount,
  type AnyFact,
  type AnyTerm,
  countsBlanks,
  type FactMeasure,
  neededFields,
} from './measure.ts';

/** What a measure comes to before it is worded: sums, and how many facts they rest on. */
export type Raw = {
  top: number | null;
  bottom: number | null;
  /** Facts (visits, or detainees entered) the figure rests on, and facts that would count but have a blank there. */
  restsOn: number;
  blank: number;
  /** Of a quantile: the values themselves, in their order, so that parts can be taken together. */
  values?: readonly number[];
};

const held = (fact: AnyFact, field: string) =>
  (fact as Record<string, string | number | null>)[field] ?? null;

const known = (fact: AnyFact, m: FactMeasure) => neededFields(m).every((f) => held(fact, f) !== null);

const isOneOf = (fact: AnyFact, { field, is }: { field: string; is: readonly (string | number)[] }) => {
  const value = held(fact, field);
  return value !== null && is.includes(value);
};

const amount = (fact: AnyFact, a: AnyAmount): number => {
  if (a === 'each') return 1;
  if ('holding' in a) return isOneOf(fact, a.holding) ? 1 : 0;
  const sum = (fields: readonly string[]) =>
    fields.reduce((total, f) => total + ((held(fact, f) as number | null) ?? 0), 0);
  return sum(a.plus) - sum(a.minus ?? []);
};

const holds = (fact: AnyFact, term: AnyTerm, delayThreshold: number): boolean => {
  if ('either' in term) return term.either.some((one) => holds(fact, one, delayThreshold));
  if ('is' in term) return isOneOf(fact, term);
  const value = held(fact, term.field);
  if ('known' in term) return value !== null;
  return (
    value !== null && (value as number) > (term.above === 'delayThreshold' ? delayThreshold : term.above)
  );
};

/** Both ends included; a day after which nothing is known yet, where it lies within. */
export type Span = { from: string; to: string; today?: string | undefined };

/** The last day of a span, or today where the span has not ended: how things stand is told of that day. */
export const endOf = ({ to, today }: Span): string => (today !== undefined && today < to ? today : to);

/** Whether a fact belongs to a span: what happened, by its day; what stood, where it stood when the span ended. */
export const isWithin = (fact: AnyFact, span: Span): boolean =>
  'until' in fact
    ? fact.date <= endOf(span) && (fact.until === null || fact.until > endOf(span))
    : fact.date >= span.from && fact.date <= span.to;

/** What a quantile comes to: the value itself, and the values it was found among. */
export const quantileOf = (
  at: number,
  values: readonly number[],
  rests: Pick<Raw, 'restsOn' | 'blank'>,
): Raw => {
  const sorted = values.toSorted((a, b) => a - b);
  return { top: quantile(sorted, at), bottom: null, ...rests, values: sorted };
};

/** Whether a fact is among those a measure speaks of at all, with or without a blank. */
const isMeant = (fact: AnyFact, m: FactMeasure, delayThreshold: number): boolean =>
  m.where.every((term) => holds(fact, term, delayThreshold));

/**
 * A measure over facts in memory: the plain reading of its definition. The store computes the same in SQL; a
 * property test holds the two together.
 */
export const evaluate = (m: FactMeasure, all: readonly AnyFact[], delayThreshold: number): Raw => {
  const meant = all.filter((fact) => isMeant(fact, m, delayThreshold));
  const complete = meant.filter((fact) => known(fact, m));
  const counted = countsBlanks(m) ? meant : complete;
  const total = (a: AnyAmount) => counted.reduce((sum, fact) => sum + amount(fact, a), 0);
  const rests = { restsOn: complete.length, blank: meant.length - complete.length };
  if (m.kind === 'sum') return { top: total(m.of), bottom: null, ...rests };
  if (m.kind === 'ratio') return { top: total(m.of), bottom: total(m.to), ...rests };
  const values = complete.map((fact) => held(fact, m.of) as number);
  if (m.kind === 'quantile') return quantileOf(m.at, values, rests);
  if (m.kind === 'max')
    return { top: values.length === 0 ? null : Math.max(...values), bottom: null, ...rests };
  return { top: values.reduce((a, b) => a + b, 0), bottom: values.length, ...rests };
};
