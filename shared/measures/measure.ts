import type { MeasureResult } from '#shared/views.ts';
import type { VisitFact } from './facts.ts';

/** A field of a visit's facts that can be added up. */
export type FactNumber = Exclude<
  { [K in keyof VisitFact]: VisitFact[K] extends number | null ? K : never }[keyof VisitFact],
  undefined
>;

/** One term of a predicate over facts; all terms of a measure must hold. */
export type Term =
  | { readonly field: 'outcome' | 'method' | 'purpose'; readonly is: readonly string[] }
  | { readonly field: FactNumber; readonly above: number | 'delayThreshold' }
  | { readonly field: FactNumber; readonly known: true };

/** What a fact adds to a figure: itself, or the sum and difference of fields of it. */
export type Amount =
  | 'visits'
  | { readonly plus: readonly FactNumber[]; readonly minus?: readonly FactNumber[] };

type Named = {
  readonly id: string;
  readonly title: string;
  /** The sentence that defines it, as printed beside the figure. */
  readonly definition: string;
  readonly unit: MeasureResult['unit'];
};

/** A figure over visits. Figure and records come from the same predicate, so that they cannot disagree. */
export type VisitMeasure = Named & {
  readonly where: readonly Term[];
} & (
    | {
        readonly kind: 'sum';
        readonly of: Amount /** Divides the sum, such as 60 for hours from minutes. */;
        readonly per?: number;
      }
    | {
        readonly kind: 'ratio';
        readonly of: Amount;
        readonly to: Amount;
        /** Facts with a blank count in the denominator all the same, where the definition says so. */
        readonly blanksCount?: true;
      }
    | { readonly kind: 'mean'; readonly of: FactNumber }
    | { readonly kind: 'max'; readonly of: FactNumber }
  );

/** A figure from the office's own records (targets, throughput, volunteers) rather than from visits. */
export type OfficeMeasure = Named & {
  readonly kind: 'office';
  readonly of:
    | 'target'
    | 'throughput'
    | 'coverage'
    | 'volunteers.active'
    | 'volunteers.joined'
    | 'volunteers.left';
};

export type Measure = VisitMeasure | OfficeMeasure;

/** The fields an amount is made of. */
export const fieldsOf = (amount: Amount): readonly FactNumber[] =>
  amount === 'visits' ? [] : [...amount.plus, ...(amount.minus ?? [])];

/** What one fact adds to the top of a figure. */
export const amountOf = (m: VisitMeasure): Amount =>
  m.kind === 'mean' || m.kind === 'max' ? { plus: [m.of] } : m.of;

/**
 * The fields that must be known for a fact to be among those a measure rests on. Of the others a sum still takes
 * what is known; a ratio, a mean or a maximum leaves them out, so that top and bottom speak of the same visits.
 */
export const neededFields = (m: VisitMeasure): readonly FactNumber[] => [
  ...new Set([...fieldsOf(amountOf(m)), ...(m.kind === 'ratio' ? fieldsOf(m.to) : [])]),
];

/** Whether a measure can be told for one sex or age group: only counts of detainees are split. */
export const isSplittable = (m: Measure, splitFields: readonly string[]): boolean =>
  m.kind !== 'office' &&
  m.kind !== 'mean' &&
  m.kind !== 'max' &&
  neededFields(m).length > 0 &&
  neededFields(m).every((f) => splitFields.includes(f)) &&
  !(m.kind === 'ratio' && m.to === 'visits');
