import { z } from 'zod';
import { derivedId } from '#shared/ids.ts';
import { caseSettings } from './case-settings.ts';
import { claimRate } from './claim.ts';
import { recordId, shortText, wholeNumber } from './common.ts';
import { concernAreas } from './concern.ts';
import { bankHolidaysLoaded, reviewSettings } from './review-settings.ts';
import { training } from './session.ts';

/** A telephone number of the urgent route, and what to ring it for. */
export const urgentContact = z.looseObject({
  id: recordId,
  /** Its place in the order of ringing. */
  order: z.string().max(100).optional(),
  name: shortText,
  telephone: z.string().trim().min(1).max(50),
  when: z.string().max(300).optional(),
});
export type UrgentContact = z.infer<typeof urgentContact>;

/** The office's settings, one record. What the law or an office may change is here and never a constant in code. */
export const setting = z.looseObject({
  id: recordId,
  /** The local policing body: "Commissioner for …", its name on every page and export. */
  body: shortText,
  /** True for example data: every page and export then says that it is invented. */
  invented: z.boolean(),
  /** The month (1 to 12) in which the office's year begins. */
  yearBegins: z.int().min(1).max(12),
  /** Minutes between arrival and admission above which the form asks why. No source sets a number. */
  delayThreshold: wholeNumber,
  /** Which of the three consent rates is the headline one. */
  headlineConsent: z.enum(['consent.ofOffered', 'consent.ofAvailable', 'consent.ofHeld']),
  /** Whether the form asks "satisfactory yes or no", a count that other nations publish. */
  asksSatisfactory: z.boolean(),
  /** The areas of the body, in the order they are printed. */
  areas: z.array(shortText).max(50),
  /** The office's own list beneath the areas of concern. */
  concernTopics: z
    .array(
      z.looseObject({
        id: recordId,
        area: z.enum(concernAreas),
        name: shortText,
        retired: z.boolean().optional(),
      }),
    )
    .max(200)
    .optional(),
  /**
   * How time lines of custody records are looked at, in minutes: what is entered later than `late` is said to be late;
   * what is entered within `together` and was done `apart` from each other is said to be grouped. No source sets them.
   */
  recordChecks: z
    .looseObject({ late: wholeNumber, together: wholeNumber, apart: wholeNumber })
    .partial()
    .optional(),
  /** Days the police have to answer a concern, by its severity; no source sets them. */
  answerDays: z.looseObject({ immediate: wholeNumber, high: wholeNumber, routine: wholeNumber }).optional(),
  /** Whether somebody who said nothing of a week may be asked, and whether panels help each other out. */
  rota: z.looseObject({ silenceMayBeAsked: z.boolean(), acrossPanels: z.boolean() }).partial().optional(),
  trainings: z.array(training).max(100).optional(),
  /** What is paid for a mile and a meal, from which day on. */
  claimRates: z.array(claimRate).max(100).optional(),
  /** What equality monitoring asks, and of each option what share of the area's people the census counts. */
  monitoring: z
    .array(
      z.looseObject({
        id: recordId,
        question: z.string().trim().min(1).max(100),
        options: z
          .array(
            z.looseObject({ id: recordId, name: shortText, census: z.number().min(0).max(100).optional() }),
          )
          .max(50),
      }),
    )
    .max(30)
    .optional(),
  /** Numbers of people below this are not told apart in what is published or totalled. */
  smallNumbers: wholeNumber.optional(),
  /** The lists and clocks of complaint reviews; caseworkers keep them. */
  reviews: reviewSettings.optional(),
  /** The lists, standards and schedule of correspondence; caseworkers keep them. */
  cases: caseSettings.optional(),
  /** Bank holidays from a newer official file; caseworkers load them. */
  bankHolidays: bankHolidaysLoaded.optional(),
  /** Days without the office after which a laptop asks for a code; the passphrase alone is enough for ever without it. */
  lease: z.int().min(1).max(730).optional(),
  /**
   * Whom to ring when somebody is at risk or a serious allegation is made, in the order of ringing: kept offline, since
   * saving tells nobody.
   */
  contacts: z.array(urgentContact).max(20).optional(),
});
export type Setting = z.infer<typeof setting>;

/** An office has one record of settings. */
export const settingId = (office: string): string => derivedId(office, 'setting', 'office');

/** The telephone numbers of the urgent route in the order of ringing; a change of order moves nothing in the record. */
export const contactsOf = ({ contacts = [] }: Pick<Setting, 'contacts'>): UrgentContact[] =>
  contacts.toSorted((a, b) => ((a.order ?? '') < (b.order ?? '') ? -1 : 1));

/** The office's own list beneath the areas of concern, area by area. */
export const topicsOf = ({ concernTopics = [] }: Pick<Setting, 'concernTopics'>) => concernTopics;

export const defaultSettings = {
  invented: false,
  yearBegins: 4,
  delayThreshold: 10,
  headlineConsent: 'consent.ofOffered',
  asksSatisfactory: false,
  areas: [] as string[],
} as const satisfies Omit<Setting, 'id' | 'body'>;
