import type { TagColour } from '#renderer/kit/index.ts';
import { count } from '#shared/numbers.ts';
import type { ReturnRhythm } from '#shared/records/named-return.ts';
import type { ReturnState } from '#shared/records/period-return.ts';

/** Where a return stands, as its tag says it. */
export const stateWords: Readonly<Record<ReturnState, { text: string; colour: TagColour }>> = {
  draft: { text: 'Draft', colour: 'grey' },
  checked: { text: 'Checked', colour: 'yellow' },
  signed: { text: 'Signed off', colour: 'teal' },
  published: { text: 'Published', colour: 'green' },
};

export const rhythmWords: Readonly<Record<ReturnRhythm, string>> = {
  month: 'Every month',
  quarter: 'Every quarter',
  year: 'Every year',
  range: 'Whenever it is asked for',
};

/** What an issue of a return is called: the first sign-off, and each revision of it. */
export const issueName = (number: number): string => (number === 0 ? 'First issue' : `Revision ${number}`);

const days = (n: number): string => (n === 1 ? '1 day' : `${count(n)} days`);

/** How long there is until a return is due, or how late it is. */
export const leftWords = (left: number): string => {
  if (left === 0) return 'Due today';
  return left > 0 ? `${days(left)} left` : `${days(-left)} late`;
};
