import type { MeasureResult, ReturnResult } from '#shared/views.ts';

/** Stands for a number that is kept back: the shorthand of the Government Analysis Function. */
export const keptBack = '[c]';
/** Stands where nothing is known, or nothing could be divided by. */
export const notKnown = '[x]';

/** What each of the two means, as it stands in the notes of whatever is given out. */
export const shorthand = {
  [keptBack]:
    'kept back: a number of people so small that somebody could be known by it, or one that it could be worked out from',
  [notKnown]: 'not known, or a share of nothing',
} as const;

/** A return as it may be given out. */
export type KeptBack = {
  readonly result: ReturnResult;
  /** How many numbers are kept back in it. */
  readonly kept: number;
  /** A sentence that speaks of the figures (a check's finding, an answer to it), without its numbers where one of them is kept back. */
  readonly words: (sentence: string) => string;
};

/**
 * What may be given out of a return of which no number of people above nought and below `least` is told.
 */
export const keepBack = (result: ReturnResult, least: number): KeptBack => {
  const told = (m: MeasureResult): MeasureResult =>
    m.restsOnWhat === 'detainees' && m.restsOn > 0 && m.restsOn < least
      ? { ...withoutFigures(m), value: null, display: keptBack, restsOn: 0, blank: 0, kept: true }
      : m;
  const measures = result.measures.map(told);
  return {
    result: { ...result, measures },
    kept: measures.filter(({ kept }) => kept).length,
    words: (s) => s,
  };
};

const withoutFigures = ({ numerator, denominator, ...rest }: MeasureResult) => rest;
