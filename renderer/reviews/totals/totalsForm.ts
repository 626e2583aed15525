import { z } from 'zod';
import { type ScheduleTotals, scheduleFigures } from '#shared/records/complaint-sample.ts';

export type Figure = (typeof scheduleFigures)[number];
/** What the force says of a quarter, without what names the quarter. */
export type Totals = Partial<Omit<ScheduleTotals, 'id' | 'from' | 'to'>>;

export const figureNames: Record<Figure, string> = {
  logged: 'Complaints logged',
  loggedInSchedule: 'Logged under Schedule 3',
  finalised: 'Complaints finalised',
  finalisedInSchedule: 'Finalised under Schedule 3',
  byInvestigation: 'Of these, by investigation',
  otherwise: 'Of these, otherwise than by investigation',
};

const figure = z
  .string()
  .trim()
  .refine((text) => /^[\d,]{0,9}$/.test(text), 'Enter a whole number, or leave it blank');

const numberOf = (text: string): number | undefined => {
  const digits = text.replaceAll(',', '').trim();
  return digits === '' ? undefined : Number(digits);
};

/** A part that is more than its whole was misread or mistyped. */
const parts: readonly [whole: Figure, parts: readonly Figure[]][] = [
  ['logged', ['loggedInSchedule']],
  ['finalised', ['finalisedInSchedule']],
  ['finalisedInSchedule', ['byInvestigation', 'otherwise']],
];

export const totalsForm = z
  .object({
    logged: figure,
    loggedInSchedule: figure,
    finalised: figure,
    finalisedInSchedule: figure,
    byInvestigation: figure,
    otherwise: figure,
  })
  .superRefine((typed, context) => {
    for (const [whole, of] of parts) {
      const most = numberOf(typed[whole]);
      const sum = of.reduce((all, one) => all + (numberOf(typed[one]) ?? 0), 0);
      if (most === undefined || sum <= most) continue;
      const message = `“${figureNames[whole]}” is ${most}, and what is counted of it comes to ${sum}`;
      context.addIssue({ code: 'custom', path: [of[0] as string], message });
    }
  });
type TotalsForm = z.infer<typeof totalsForm>;

export const toTotalsForm = (totals: Totals | undefined): TotalsForm =>
  Object.fromEntries(
    scheduleFigures.map((one) => [one, totals?.[one] === undefined ? '' : String(totals[one])]),
  ) as TotalsForm;

/** A blank is a figure that was not supplied, which is not none. */
export const fromTotalsForm = (typed: TotalsForm, base: Totals | undefined): Totals => {
  const figures = scheduleFigures.map((one) => [one, numberOf(typed[one])] as const);
  const kept = Object.entries(base ?? {}).filter(
    ([key]) => !(scheduleFigures as readonly string[]).includes(key),
  );
  return Object.fromEntries([...kept, ...figures.filter(([, value]) => value !== undefined)]);
};
