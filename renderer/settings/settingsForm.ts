import { z } from 'zod';
import { neededName } from '#renderer/editing/typed.ts';
import { defaultLooking } from '#shared/checks/timeline.ts';
import { type Setting, setting } from '#shared/records/setting.ts';

const mostAreas = 50;
const linesOf = (text: string) => [...new Set(text.split('\n').map((line) => line.trim()))].filter(Boolean);

/** The office's settings as they stand in the boxes of their page. */
export const settingsForm = z.object({
  body: neededName('the name of the body'),
  yearBegins: z.string(),
  delayThreshold: z
    .string()
    .trim()
    .refine(
      (text) => /^\d+$/.test(text) && Number(text) <= 1_440,
      'The waiting time must be a whole number of minutes, at most 1,440',
    ),
  lateEntry: z
    .string()
    .trim()
    .refine(
      (text) => /^\d+$/.test(text) && Number(text) <= 10_080,
      'The time after which an entry is late must be a whole number of minutes, at most 10,080',
    ),
  headlineConsent: setting.shape.headlineConsent,
  asksSatisfactory: z.boolean(),
  lease: z
    .string()
    .trim()
    .refine(
      (text) => text === '' || setting.shape.lease.safeParse(Number(text)).success,
      'The days without the office must be a whole number from 1 to 730, or nothing',
    ),
  areas: z
    .string()
    .refine((text) => linesOf(text).length <= mostAreas, `Enter at most ${mostAreas} areas`)
    .refine(
      (text) => linesOf(text).every((line) => line.length <= 200),
      'Each area must have at most 200 characters',
    ),
});
export type SettingsForm = z.infer<typeof settingsForm>;

export const settingsFieldNames = {
  body: 'Name of the body',
  yearBegins: 'First month of the year',
  delayThreshold: 'Waiting time above which the form asks why',
  lateEntry: 'Time after which an entry in a custody record is late',
  headlineConsent: 'Headline consent rate',
  asksSatisfactory: 'Asks whether the visit was satisfactory',
  lease: 'Days without the office after which a laptop asks for a code',
  areas: 'Areas',
};

export const toSettingsForm = (settings: Setting | undefined): SettingsForm => ({
  body: settings?.body ?? '',
  yearBegins: String(settings?.yearBegins ?? 4),
  delayThreshold: String(settings?.delayThreshold ?? ''),
  lateEntry: String(settings?.recordChecks?.late ?? defaultLooking.late),
  headlineConsent: settings?.headlineConsent ?? 'consent.ofOffered',
  asksSatisfactory: settings?.asksSatisfactory ?? false,
  lease: String(settings?.lease ?? ''),
  areas: settings?.areas.join('\n') ?? '',
});

export const fromSettingsForm = (typed: SettingsForm, { lease: _, ...base }: Setting): Setting => ({
  ...base,
  body: typed.body.trim(),
  ...(Number(typed.lateEntry) !== (base.recordChecks?.late ?? defaultLooking.late) && {
    recordChecks: { ...base.recordChecks, late: Number(typed.lateEntry) },
  }),
  yearBegins: Number(typed.yearBegins),
  delayThreshold: Number(typed.delayThreshold),
  headlineConsent: typed.headlineConsent,
  asksSatisfactory: typed.asksSatisfactory,
  ...(typed.lease.trim() !== '' && { lease: Number(typed.lease) }),
  areas: linesOf(typed.areas),
});
