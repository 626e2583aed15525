import type { MeasureResult, ReturnKind, ReturnResult } from '#shared/views.ts';
import { countingIn } from './people.ts';
import { made } from './sums.ts';

/** Where a number belongs: its days, and the part of a return that is split. */
export type Scope = {
  readonly from: string;
  readonly to: string;
  readonly by?: string | undefined;
  readonly part?: string | undefined;
  /** Of a part that is made of suites: which. */
  readonly suites?: readonly string[] | undefined;
  /** Of a month that is told as a part of a period: that period. */
  readonly within?: { readonly from: string; readonly to: string } | undefined;
};
/** A number that is printed: the same number has the same key wherever it stands. */
export type Told = Scope & {
  readonly id: string;
  readonly key: string;
  readonly value: number;
  readonly people: boolean;
};

/** What stands in one place: the numbers that it tells, and those that it would give away besides. */
export type Place = { readonly cells: readonly Told[]; readonly leans: readonly string[] };

export const keyOf = ({ from, to, by, part }: Scope, id: string): string =>
  [from, to, by ?? '', part ?? '', id].join('|');

export const told = (scope: Scope, id: string, value: number, people: boolean): Told => {
  const { from, to, by, part, suites, within } = scope;
  return { from, to, by, part, suites, within, id, key: keyOf(scope, id), value, people };
};

/** A figure, of this period or of another that it is compared with. */
type Figure = Pick<MeasureResult, 'id' | 'value'> &
  Partial<Pick<MeasureResult, 'numerator' | 'denominator' | 'restsOn' | 'blank'>>;

/** The numbers of people that a figure tells. Of another period it is not said how many records it rests on. */
const cellsOf = (of: ReturnKind, scope: Scope, figure: Figure): Told[] => {
  const { id, value, numerator, denominator, restsOn, blank } = figure;
  const counting = countingIn(of, id);
  if (!counting) return [];
  const { who, rests, kind } = counting;
  const isOf = (whom: typeof who) => whom === 'people' || (whom === 'inParts' && scope.by !== undefined);
  const cell = (name: string, number: number | null | undefined, whom = who): Told[] =>
    whom === 'nobody' || typeof number !== 'number' || !Number.isInteger(number)
      ? []
      : [told(scope, name, number, isOf(whom))];
  const { of: top, to, on, blank: blanks } = made(id);
  const on_ = cell(on, restsOn, rests);
  if (kind === 'mean') return cell(to, denominator);
  if (kind === 'max' || kind === 'quantile') return on_;
  if (denominator === undefined) return [...cell(id, value), ...(restsOn === value ? [] : on_)];
  const left = cell(blanks, blank, rests).map((one) => ({ ...one, people: false }));
  return [...cell(top, numerator), ...cell(to, denominator), ...on_, ...left];
};

/** What custody records show would say how many there were: by few of them no share is told, and no wait. */
const leansOf = (scope: Scope, id: string): string[] =>
  id.startsWith('recordChecks.') ? [keyOf(scope, 'recordChecks.count')] : [];

export const placeOf = (of: ReturnKind, scope: Scope, figure: Figure): Place => ({
  cells: cellsOf(of, scope, figure),
  leans: leansOf(scope, figure.id),
});

/** The ways in which a return is split, each with its parts. */
export const splitsOf = ({ by, groups, splits = [] }: ReturnResult): NonNullable<ReturnResult['splits']> => [
  ...(by && groups && !splits.some((one) => one.by === by) ? [{ by, groups }] : []),
  ...splits,
];

export const comparedWith = ['previous', 'lastYear', 'yearToDate', 'lastYearToDate'] as const;
