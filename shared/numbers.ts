/**
 * The percentage `numerator ÷ denominator`, rounded half up from the raw counts to `decimals` places, as printed in
 * a return. A zero denominator prints `n/a`, never 0%.
 */
export const percent = (numerator: number, denominator: number, decimals = 0): string =>
  denominator === 0 ? 'n/a' : `${quotient(numerator * 100, denominator, decimals)}%`;

/**
 * `numerator ÷ denominator` rounded half away from zero to `decimals` places. Done in whole numbers: 1.005 in floating point is a
 * little less than itself, and a published figure must not depend on that. Both must be whole numbers.
 */
export const quotient = (numerator: number, denominator: number, decimals: number): string => {
  const scale = 10n ** BigInt(decimals);
  const sign = numerator < 0 !== denominator < 0 && numerator !== 0 ? '-' : '';
  const top = BigInt(Math.abs(numerator)) * scale * 2n;
  const bottom = BigInt(Math.abs(denominator));
  const rounded = (top + bottom) / (2n * bottom);
  if (decimals === 0) return `${rounded === 0n ? '' : sign}${rounded}`;
  const digits = rounded.toString().padStart(decimals + 1, '0');
  return `${rounded === 0n ? '' : sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
};

/**
 * The value that a share of all values is no greater than: the smallest such, always one of them; null of none. Both
 * are whole numbers of a hundred, so that 0.9 × 10 is nine and not a little more.
 */
export const quantile = (values: readonly number[], at: number): number | null => {
  if (values.length === 0) return null;
  const rank = Math.ceil((Math.round(at * 100) * values.length) / 100);
  return values.toSorted((a, b) => a - b)[Math.max(rank, 1) - 1] as number;
};

/** A count with thousands separated the British way: 19,241. */
export const count = (value: number): string => value.toLocaleString('en-GB');
