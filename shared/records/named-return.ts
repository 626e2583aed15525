import { z } from 'zod';
import { derivedId } from '#shared/ids.ts';
import { anyDimensions, type ReturnKind, returnKinds } from '#shared/views.ts';
import { isoDate, recordId, shortText, words } from './common.ts';

/** How often a return is due. One over a range of dates is made when somebody asks for it. */
export const returnRhythms = ['month', 'quarter', 'year', 'range'] as const;
export type ReturnRhythm = (typeof returnRhythms)[number];

/** The name of a return among the office's: of those that come with the product a word, of the office's own its id. */
export const returnKey = z.string().min(1).max(50);

/** A part of a return in the office's own words. */
export const returnSection = z.looseObject({ id: returnKey, title: shortText, hint: words.optional() });
export type ReturnSection = z.infer<typeof returnSection>;

/**
 * What one of the office's returns consists of. Those that come with the product stand in `shared/returns/named.ts`
 * until the office changes them: its record then takes their place whole.
 */
export const namedReturn = z.looseObject({
  id: recordId,
  key: returnKey,
  name: shortText,
  /** Whose figures they are, and with that whose return it is. */
  of: z.enum(returnKinds),
  every: z.enum(returnRhythms),
  /** Who is given it, as it is printed. */
  to: shortText.optional(),
  /** The figures and tables it tells, in their order; without it all there are. */
  measures: z.array(shortText).max(200).optional(),
  tables: z.array(shortText).max(100).optional(),
  splits: z.array(z.enum(anyDimensions)).max(anyDimensions.length),
  /** The charts it draws, by their names in `shared/returns/charts.ts`; without it all that fit it. */
  charts: z.array(shortText).max(50).optional(),
  sections: z.array(returnSection).max(50),
  /** The law it is published under, as it is printed. */
  basis: words.optional(),
  /** Whether a table tells the same figures of five years. */
  fiveYears: z.boolean(),
  /** Whether a table tells its main counts by month. */
  months: z.boolean().optional(),
  /** Whether small numbers of people are kept back where it is given out. */
  keepsBack: z.boolean(),
  /** Days after the end of its period by which it is due. */
  dueAfter: z.int().min(0).max(366).optional(),
  prepares: recordId.optional(),
  retired: isoDate.optional(),
});
export type NamedReturn = z.infer<typeof namedReturn>;

/** What a return consists of, before any office has made it its own. */
export const returnDefinition = namedReturn.omit({ id: true }).strip();
export type ReturnDefinition = z.infer<typeof returnDefinition>;

/** Who sees and makes the returns of a kind: custody visits are the scheme's, all others the caseworkers'. */
export const makesReturns = (of: ReturnKind): 'coordinator' | 'caseworker' =>
  of === 'icv' ? 'coordinator' : 'caseworker';

/** The office's own record of a return: whoever changes it on two laptops changes the same. */
export const namedReturnId = (office: string, key: string): string => derivedId(office, 'namedReturn', key);
