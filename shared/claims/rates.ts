import type { ClaimRate } from '#shared/records/claim.ts';
import type { Setting } from '#shared/records/setting.ts';

/**
 * What a new office begins with: the amounts for a car or van that HMRC approves (Income Tax (Earnings and Pensions)
 * Act 2003, section 230), 45p for the first 10,000 miles of a year and 25p beyond from 6 April 2011, and 55p and 25p
 * from 6 April 2026. The second is to be confirmed against GOV.UK before it is paid; the office sets its own.
 */
export const defaultClaimRates: readonly ClaimRate[] = [
  {
    id: '5f0f2f4e-6a55-5d57-9a43-2f3a2b1c2011',
    from: '2011-04-06',
    mile: 45,
    beyond: { miles: 10_000, mile: 25 },
    subsistence: [],
  },
  {
    id: '5f0f2f4e-6a55-5d57-9a43-2f3a2b1c2026',
    from: '2026-04-06',
    mile: 55,
    beyond: { miles: 10_000, mile: 25 },
    subsistence: [],
  },
];

/** The office's rates, the earliest first. */
export const ratesOf = ({ claimRates = [...defaultClaimRates] }: Pick<Setting, 'claimRates'>): ClaimRate[] =>
  claimRates.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));

/** The rate of a day: the last that began on it or before; none before the first. */
export const rateOn = (rates: readonly ClaimRate[], day: string): ClaimRate | undefined =>
  rates.findLast(({ from }) => from <= day);
