import { count, percent } from '#shared/numbers.ts';
import { type Person, standings } from '#shared/records/person.ts';
import type { Session, Training } from '#shared/records/session.ts';
import { capital } from '#shared/text.ts';
import { dayWords } from '#shared/times.ts';
import { isServing, standingOf, takenBy } from '#shared/volunteers/standing.ts';
import { type Counted, type CountedFact, factTitles, howMany } from './facts.ts';

type Input = {
  people: readonly Person[];
  trainings: readonly Training[];
  sessions: readonly Session[];
  /** The last day of the period, or today where it has not ended. */
  day: string;
};

const of = {
  vetting: ['volunteers.vetting', 'vetting', 'Vetting'],
  accreditation: ['volunteers.accreditation', 'accreditation', 'Accreditation'],
  training: ['volunteers.training', 'training', 'All the training they need'],
} as const;

const parts = standings.map(capital);

/** How many of those who serve have it in date, by name and never in an order of merit. */
export const standingFact = (
  which: keyof typeof of,
  { people, trainings, sessions, day }: Input,
): CountedFact => {
  const [id, field, what] = of[which];
  const serving = people
    .filter((p) => isServing(p, day) && (p.volunteer?.joined ?? day) <= day)
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  const records = serving.map((p): Counted => {
    const { state, until } = standingOf(p, trainings, takenBy(p, sessions, day), day)[field];
    return {
      part: capital(state),
      type: 'person',
      id: p.id,
      date: until ?? null,
      title: p.name,
      words: until ? `${state === 'expired' ? 'Ran out' : 'Until'} ${dayWords(until)}` : capital(state),
    };
  });
  const good = howMany(records, 'In date') + howMany(records, 'Expiring');
  const isAsked = which !== 'training' || trainings.some(({ needed }) => needed);
  return {
    id,
    title: factTitles[id],
    definition: `${what} of those who serve on the last day of the period, or today where it has not ended, as the records now have it. “Expiring” is still in date, for at most 90 days.`,
    proven: isAsked && records.some(({ part }) => part !== 'No data'),
    sentence: isAsked
      ? `${what} was in date for ${count(good)} of ${count(serving.length)} volunteers (${percent(good, serving.length)}) on ${dayWords(day)}.`
      : 'The office keeps no list of the training that volunteers need.',
    parts,
    records,
  };
};

/** Training and meetings that took place, and how many came. */
export const sessionsFact = (sessions: readonly Session[], from: string, to: string): CountedFact => {
  const held = sessions
    .filter(({ on, cancelled }) => cancelled === undefined && on >= from && on <= to)
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  const came = (s: Session) => s.attendance.filter(({ was }) => was === 'present').length;
  const kinds = [...new Set(held.map(({ kind }) => capital(kind)))].sort();
  const all = held.reduce((sum, one) => sum + came(one), 0);
  return {
    id: 'sessions',
    title: factTitles.sessions,
    definition:
      'Training sessions and meetings of the period, up to today, that were not called off, and how many were present at them, counted once for each.',
    proven: held.length > 0,
    sentence:
      held.length === 0
        ? 'No training and no meeting is recorded.'
        : `${count(held.length)} training sessions and meetings were held, with ${count(all)} attendances.`,
    parts: kinds,
    records: held.map(
      (s): Counted => ({
        part: capital(s.kind),
        type: 'session',
        id: s.id,
        date: s.on,
        title: s.title,
        words: `${count(came(s))} present`,
      }),
    ),
  };
};
