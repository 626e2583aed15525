import { shortDate } from '#renderer/dates.ts';
import { count } from '#shared/numbers.ts';
import type { SyncStatus } from '#shared/sync/views.ts';
import { nowWords, waitWords } from './words.ts';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const dayOf = (at: Date) => at.toLocaleDateString('sv');

/** A moment as short as it can be said: the time of today, the day before that. */
export const shortMoment = (instant: string, now = new Date()): string => {
  const at = new Date(instant);
  return dayOf(at) === dayOf(now) ? clock.format(at) : `${shortDate(dayOf(at))}, ${clock.format(at)}`;
};

export type SentFact = { text: string; tone: 'done' | 'waiting' | 'attention' };

/** The second of the two facts: what the office has, or how much waits. Being offline is no fault, so it is grey. */
export const sentFact = (status: SyncStatus): SentFact => {
  const { mode, now, waiting, files = 0, attention, contested, receivedAt } = status;
  if (mode === 'revoked') return { text: 'This laptop is not the office’s any more', tone: 'attention' };
  if (mode === 'joining') return { text: 'The office is told when next online', tone: 'waiting' };
  if (now) return { text: nowWords(now), tone: 'waiting' };
  const needs = attention + contested;
  if (needs > 0) return { text: `${count(needs)} ${needs === 1 ? 'needs' : 'need'} you`, tone: 'attention' };
  if (waiting + files > 0) return { text: waitWords(waiting + files), tone: 'waiting' };
  if (receivedAt) return { text: `Received by the office ${shortMoment(receivedAt)}`, tone: 'done' };
  return { text: 'Nothing sent to the office yet', tone: 'waiting' };
};
