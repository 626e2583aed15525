import { z } from 'zod';
import { neededName } from '#renderer/editing/typed.ts';
import { defaultLooking } from '#shared/checks/timeline.ts';
import { type Setting, setting } from '#shared/records/setting.ts';
import { same } from '#shared/sync/patch.ts';

const mostAreas = 50;
const mostMinutes = 10_080;
/** A number of minutes in a box; the sentence about a wrong one begins with what it is. */
const minutes = (what: string) =>
  z
    .string()
    .trim()
    .refine(
      (text) => /^\d+$/.test(text) && Number(text) <= mostMinutes,
      `${what} must be a whole number of minutes, at most 10,080`,
    );
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
  lateEntry: minutes('The time after which an entry is late'),
  enteredTogether: minutes('The time within which entries count as made together'),
  doneApart: minutes('The time between things done'),
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
  enteredTogether: 'Time within which entries count as made together',
  doneApart: 'Time between things done from which entries made together are pointed out',
  headlineConsent: 'Headline consent rate',
  asksSatisfactory: 'Asks whether the visit was satisfactory',
  lease: 'Days without the office after which a laptop asks for a code',
  areas: 'Areas',
};

/** How time lines are looked at, as it stands in the boxes. */
const lookingBoxes = (settings: Setting | undefined) => {
  const { late, together, apart } = { ...defaultLooking, ...settings?.recordChecks };
  return { lateEntry: String(late), enteredTogether: String(together), doneApart: String(apart) };
};
const lookingIn = ({ lateEntry, enteredTogether, doneApart }: SettingsForm) => ({
  lateEntry,
  enteredTogether,
  doneApart,
});

export const toSettingsForm = (settings: Setting | undefined): SettingsForm => ({
  body: settings?.body ?? '',
  yearBegins: String(settings?.yearBegins ?? 4),
  delayThreshold: String(settings?.delayThreshold ?? ''),
  ...lookingBoxes(settings),
  headlineConsent: settings?.headlineConsent ?? 'consent.ofOffered',
  asksSatisfactory: settings?.asksSatisfactory ?? false,
  lease: String(settings?.lease ?? ''),
  areas: settings?.areas.join('\n') ?? '',
});

export const fromSettingsForm = (typed: SettingsForm, { lease: _, ...base }: Setting): Setting => ({
  ...base,
  body: typed.body.trim(),
  ...(!same(lookingBoxes(base), lookingIn(typed)) && {
    recordChecks: {
      ...base.recordChecks,
      late: Number(typed.lateEntry),
      together: Number(typed.enteredTogether),
      apart: Number(typed.doneApart),
    },
  }),
  yearBegins: Number(typed.yearBegins),
  delayThreshold: Number(typed.delayThreshold),
  headlineConsent: typed.headlineConsent,
  asksSatisfactory: typed.asksSatisfactory,
  ...(typed.lease.trim() !== '' && { lease: Number(typed.lease) }),
  areas: linesOf(typed.areas),
});
