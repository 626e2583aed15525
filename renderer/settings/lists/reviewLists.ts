import type { Output } from '#shared/contract.ts';
import type { ReviewSettingsOf } from '#shared/records/review-settings.ts';
import { type Line, linesOf, withLines } from './listForm.ts';

type Settings = Output<'reviews.settings'>;

/** One of the lists of reviews: how it is shown as lines, and set from them. */
export type ReviewList = {
  id: string;
  title: string;
  one: string;
  hint: string;
  ordered: boolean;
  most: number;
  longest: number;
  lines: (settings: Settings) => Line[];
  set: (lines: readonly Line[], settings: Settings) => ReviewSettingsOf;
};

type NamedList = 'themes' | 'factors';
type AskedList = 'prompts' | 'quality' | 'sampling';

const named = (id: NamedList, title: string, one: string, hint: string): ReviewList => ({
  ...{ id, title, one, hint, ordered: false, most: 200, longest: 200 },
  lines: (settings) => linesOf(settings[id], 'name'),
  set: (lines, settings) => ({ [id]: withLines(lines, settings[id], 'name') }),
});

const asked = (id: AskedList, title: string, one: string, hint: string): ReviewList => ({
  ...{ id, title, one, hint, ordered: true, most: 50, longest: 500 },
  lines: (settings) => linesOf(settings[id], 'words'),
  set: (lines, settings) => ({ [id]: withLines(lines, settings[id], 'words') }),
});

const keptNames = 'Reviews that name one keep its words, also after it is renamed or offered no more.';

/** The lists of reviews, but for the table of categories, which has two levels. */
export const reviewLists: readonly ReviewList[] = [
  named('themes', 'Themes of reviews', 'theme', `What reviews are about, told by quarter. ${keptNames}`),
  named(
    'factors',
    'National factors',
    'factor',
    `What a complaint was about besides, such as stop and search or mental health. ${keptNames}`,
  ),
  asked(
    'prompts',
    'Prompts of an examination',
    'prompt',
    'They inform the one statutory question, whether the outcome was reasonable and proportionate. What was written under one stays with its review.',
  ),
  asked(
    'quality',
    'Questions of the quality check',
    'question',
    'What is looked at before a draft goes to whoever decides.',
  ),
  asked(
    'sampling',
    'Questions of a dip sample',
    'question',
    'What is asked of a closed complaint. A sample keeps the questions it began with.',
  ),
];
