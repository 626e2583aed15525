import { dayWords } from '#renderer/dates.ts';
import { isolated } from '#shared/bidi.ts';
import type { VisitRow, visitShows } from '#shared/visit-views.ts';

export { outcomeWords, rungTitles } from '#shared/forms/titles.ts';

export const methodWords = {
  'in-person': 'In person',
  telephone: 'By telephone',
  video: 'By video',
} as const;

/** Where a report stands, in the words of a volunteer's list. */
export const stateWords = {
  draft: { text: 'On this laptop', colour: 'yellow' },
  ready: { text: 'Ready to send', colour: 'grey' },
  received: { text: 'With the office', colour: 'green' },
  read: { text: 'Read by the office', colour: 'green' },
  queried: { text: 'Query to answer', colour: 'orange' },
  answered: { text: 'Query answered', colour: 'teal' },
  accepted: { text: 'Accepted', colour: 'green' },
  practice: { text: 'Practice', colour: 'purple' },
  discarded: { text: 'Put aside', colour: 'grey' },
} as const satisfies Record<VisitRow['state'], { text: string; colour: string }>;

/** What a report raised that cannot wait. */
export const urgentWords = { immediate: 'Cannot wait', reprisal: 'Reprisal' } as const;

/** What a list of reports can be narrowed to. */
export const showWords: Record<(typeof visitShows)[number], string> = {
  all: 'All reports',
  unfinished: 'Unfinished',
  received: 'With the office',
  unread: 'Not read yet',
  queried: 'Query to answer',
  answered: 'Query answered',
  accepted: 'Accepted',
  undeclared: 'Declaration awaited',
  practice: 'Practice',
  discarded: 'Discarded drafts',
};

/** What a report is called where it has no number yet: its suite and its day. */
export const visitName = (suite: string | null | undefined, date: string | null | undefined): string =>
  [isolated(suite || 'Suite not chosen yet'), date && dayWords(date)].filter(Boolean).join(', ');
