import type { VisitFact } from './facts.ts';
import { type Amount, neededFields, type Term, type VisitMeasure } from './measure.ts';

/** What a measure comes to before it is worded: sums, and how many visits they rest on. */
export type Raw = {
  top: number | null;
  bottom: number | null;
  /** Visits the figure rests on, and visits that would count but have a blank there. */
  restsOn: number;
  blank: number;
};

const known = (fact: VisitFact, m: VisitMeasure) => neededFields(m).every((f) => fact[f] !== null);

const amount = (fact: VisitFact, a: Amount): number => {
  if (a === 'visits') return 1;
  const sum = (fields: readonly (keyof VisitFact)[]) =>
    fields.reduce((total, f) => total + ((fact[f] as number | null) ?? 0), 0);
  return sum(a.plus) - sum(a.minus ?? []);
};

const holds = (fact: VisitFact, term: Term, delayThreshold: number): boolean => {
  const value = fact[term.field];
  if ('is' in term) return term.is.includes(value as string);
  if ('known' in term) return value !== null;
  return (
    value !== null && (value as number) > (term.above === 'delayThreshold' ? delayThreshold : term.above)
  );
};

/** Whether a visit is among those a measure speaks of at all, with or without a blank. */
export const isMeant = (fact: VisitFact, m: VisitMeasure, delayThreshold: number): boolean =>
  m.where.every((term) => holds(fact, term, delayThreshold));

/**
 * A measure over facts in memory: the plain reading of its definition. The store computes the same in SQL; a
 * property test holds the two together.
 */
export const evaluate = (m: VisitMeasure, all: readonly VisitFact[], delayThreshold: number): Raw => {
  const meant = all.filter((fact) => isMeant(fact, m, delayThreshold));
  const complete = meant.filter((fact) => known(fact, m));
  const counted = countsBlanks(m) ? meant : complete;
  const total = (a: Amount) => counted.reduce((sum, fact) => sum + amount(fact, a), 0);
  const rests = { restsOn: complete.length, blank: meant.length - complete.length };
  if (m.kind === 'sum') return { top: total(m.of), bottom: null, ...rests };
  if (m.kind === 'ratio') return { top: total(m.of), bottom: total(m.to), ...rests };
  const values = complete.map((fact) => fact[m.of] as number);
  if (m.kind === 'max')
    return { top: values.length === 0 ? null : Math.max(...values), bottom: null, ...rests };
  return { top: values.reduce((a, b) => a + b, 0), bottom: values.length, ...rests };
};

/** Whether facts with a blank still add what they know. */
export const countsBlanks = (m: VisitMeasure): boolean =>
  m.kind === 'sum' || (m.kind === 'ratio' && m.blanksCount === true);
