import { z } from 'zod';
import { allegationCategories, defaultCategories } from '#shared/reviews/allegations.ts';
import { isoDate, recordId, shortText, wholeNumber } from './common.ts';

/** A line of a list that an office keeps, which records name by its words. */
const listed = z.looseObject({ id: recordId, name: shortText, retired: z.boolean().optional() });

/** Something that is asked, of an examination, of a draft or of a sample. */
const asked = z.looseObject({
  id: z.string().min(1).max(100),
  words: z.string().trim().min(1).max(500),
  /** Its place in the order of asking. */
  order: z.string().max(100).optional(),
  retired: z.boolean().optional(),
});
export type Asked = z.infer<typeof asked>;

const workingDays = z.int().min(1).max(400);

/** What an office sets for its reviews. What is absent is as an office begins. */
export const reviewSettings = z
  .looseObject({
    /** How long the office's own clocks run. What the law sets is no setting. */
    clocks: z
      .looseObject({
        acknowledge: workingDays,
        progress: workingDays,
        complete: workingDays,
        outcome: workingDays,
      })
      .partial(),
    categories: allegationCategories,
    /** National factors: what a complaint was about besides, such as stop and search or mental health. */
    factors: z.array(listed).max(200),
    themes: z.array(listed).max(200),
    /** What informs the one statutory question of an examination. */
    prompts: z.array(asked).max(50),
    /** What is looked at before a draft goes to whoever decides. */
    quality: z.array(asked).max(50),
    /** What a dip sample of closed complaints asks. */
    sampling: z.array(asked).max(50),
  })
  .partial();
export type ReviewSettingsOf = z.infer<typeof reviewSettings>;

/** Bank holidays of a newer official list, in the place of those that the product came with. */
export const bankHolidaysLoaded = z.looseObject({
  source: z.string().min(1).max(300),
  loaded: isoDate,
  by: recordId,
  first: wholeNumber,
  last: wholeNumber,
  days: z.array(z.tuple([isoDate, z.string().regex(/^[EWSN]{1,4}$/), z.string().max(200)])).max(2_000),
});

const question = (id: string, words: string): Asked => ({ id, words });

/** The prompts that an office begins with; their ids are those under which examinations are written. */
export const defaultPrompts: readonly Asked[] = [
  question(
    'findings',
    'Were the findings and the outcome ones that a reasonable body could reach on what was known?',
  ),
  question('actions', 'Were the actions proposed fit to put right what went wrong, and to learn from it?'),
  question('method', 'Was the way in which the complaint was handled fit for what was alleged?'),
  question('information', 'Was the complainant told enough, and clearly, of what was found and why?'),
];

/** What is looked at before a draft is decided on, as an office begins. */
export const defaultQuality: readonly Asked[] = [
  question('allegations', 'Every allegation is answered, and so is every ground of the application.'),
  question(
    'question',
    'The draft answers whether the outcome was reasonable and proportionate, and nothing else.',
  ),
  question('reasons', 'The reasons follow from the file, and what they rest on is named.'),
  question('law', 'The route, the law and the dates are right.'),
  question('words', 'The words are plain, courteous, and fit the adjustments that were asked for.'),
  question('private', 'Nothing is told of other people that the applicant may not have.'),
];

/** What a dip sample asks of a closed complaint, as an office begins. */
export const defaultSampling: readonly Asked[] = [
  question('recorded', 'Was the complaint logged and recorded as it should have been?'),
  question('contact', 'Was the complainant contacted in good time, and kept informed?'),
  question('enquiries', 'Were the enquiries fit for what was alleged?'),
  question('outcome', 'Was the outcome reasonable and proportionate, and explained?'),
  question('rights', 'Was the right of review told, and the right body named?'),
  question('learning', 'Was learning found where there was any, and followed?'),
];

/** In the order of asking; a change of order moves nothing in the record. */
const inOrder = (list: readonly Asked[]): readonly Asked[] =>
  list.toSorted((a, b) => {
    const [first, second] = [a.order ?? '', b.order ?? ''];
    return first < second ? -1 : first > second ? 1 : 0;
  });

/** The lists of reviews as an office has set them; what it did not set is as it began. */
export const reviewListsOf = ({ reviews = {} }: { reviews?: ReviewSettingsOf | undefined }) => ({
  clocks: reviews.clocks ?? {},
  categories: reviews.categories ?? defaultCategories,
  factors: reviews.factors ?? [],
  themes: reviews.themes ?? [],
  prompts: inOrder(reviews.prompts ?? defaultPrompts),
  quality: inOrder(reviews.quality ?? defaultQuality),
  sampling: inOrder(reviews.sampling ?? defaultSampling),
});
