import { z } from 'zod';
import { parseDate, parseTime } from '#shared/times.ts';

/** A date as it stands in a box: 3/11/2022. */
export const typedDate = (date: string | undefined): string =>
  date === undefined ? '' : date.split('-').map(Number).reverse().join('/');

const isDate = (text: string) => parseDate(text) !== undefined;
const suchAs = 'a date such as 3/11/2022';

/** A date that must be given; `what` begins the sentence: "The day it opened". */
export const neededDate = (what: string) => z.string().trim().refine(isDate, `${what} must be ${suchAs}`);

/** A date that may be left blank. */
export const maybeDate = (what: string) =>
  z
    .string()
    .trim()
    .refine((text) => text === '' || isDate(text), `${what} must be ${suchAs}, or blank`);

/** A time of day that may be left blank; `what` begins the sentence. */
export const maybeTime = (what: string) =>
  z
    .string()
    .trim()
    .refine(
      (text) => text === '' || parseTime(text) !== undefined,
      `${what} must be a time such as 18:30, or blank`,
    );

export const neededName = (what: string) =>
  z.string().trim().min(1, `Enter ${what}`).max(200, `Enter ${what} in at most 200 characters`);

export const maybeName = (what: string) =>
  z.string().trim().max(200, `${what} must have at most 200 characters`);

/** What was typed, or nothing where the box is blank: a blank is absent from a record. */
export const given = (text: string): string | undefined => text.trim() || undefined;
