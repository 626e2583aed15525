import { z } from 'zod';
import { neededDate, neededName, typedDate } from '#renderer/editing/typed.ts';
import { parsePounds, pounds } from '#shared/claims/amounts.ts';
import { ratesOf } from '#shared/claims/rates.ts';
import type { ClaimRate } from '#shared/records/claim.ts';
import { recordId } from '#shared/records/common.ts';
import type { Setting } from '#shared/records/setting.ts';
import { parseDate } from '#shared/times.ts';

/** Pence as typed, to a tenth; undefined where they are none. */
const parsePence = (text: string): number | undefined => {
  const typed = text.trim().replace(',', '.');
  return /^\d{1,3}(\.\d)?$/.test(typed) ? Number(typed) : undefined;
};
const parseMiles = (text: string): number | undefined => {
  const typed = text.trim().replaceAll(',', '');
  return /^\d{1,6}$/.test(typed) ? Number(typed) : undefined;
};

const pence = z.string().refine((text) => parsePence(text) !== undefined, 'Enter pence, such as 45 or 45.5');

/** The rates as they stand in their boxes. */
export const ratesForm = z.object({
  rates: z
    .array(
      z
        .object({
          id: recordId,
          from: neededDate('The day it begins'),
          mile: pence,
          beyondMiles: z
            .string()
            .refine(
              (text) => text.trim() === '' || parseMiles(text) !== undefined,
              'Enter whole miles, such as 10,000, or leave it blank',
            ),
          beyondMile: z.string(),
          meals: z
            .array(
              z.object({
                id: recordId,
                name: neededName('what the meal is called'),
                most: z
                  .string()
                  .refine((text) => parsePounds(text) !== undefined, 'Enter pounds, such as 7.50'),
              }),
            )
            .max(20),
        })
        .refine(
          ({ beyondMiles, beyondMile }) => !beyondMiles.trim() || parsePence(beyondMile) !== undefined,
          {
            path: ['beyondMile'],
            message: 'Enter what a mile beyond is paid with, such as 25',
          },
        ),
    )
    .max(100),
});
export type RatesForm = z.infer<typeof ratesForm>;

export const ratesFieldNames = { claimRates: 'Rates for miles and meals' };

export const toRatesForm = (settings: Setting | undefined): RatesForm => ({
  rates: ratesOf(settings ?? {}).map(({ id, from, mile, beyond, subsistence }) => ({
    id,
    from: typedDate(from),
    mile: String(mile),
    beyondMiles: beyond ? String(beyond.miles) : '',
    beyondMile: beyond ? String(beyond.mile) : '',
    meals: subsistence.map((meal) => ({ id: meal.id, name: meal.name, most: pounds(meal.most) })),
  })),
});

/** The settings with the rates as typed; what a rate or a meal holds beside that is kept. */
export const fromRatesForm = ({ rates }: RatesForm, base: Setting): Setting => ({
  ...base,
  claimRates: rates.map((typed): ClaimRate => {
    const { beyond: _, ...known } = base.claimRates?.find(({ id }) => id === typed.id) ?? {};
    const miles = parseMiles(typed.beyondMiles);
    const beyond = miles !== undefined && { miles, mile: parsePence(typed.beyondMile) as number };
    return {
      ...known,
      id: typed.id,
      from: parseDate(typed.from) as string,
      mile: parsePence(typed.mile) as number,
      ...(beyond && { beyond }),
      subsistence: typed.meals.map((meal) => ({
        id: meal.id,
        name: meal.name.trim(),
        most: parsePounds(meal.most) as number,
      })),
    };
  }),
});
