import { dayWords, momentOf } from '#renderer/dates.ts';
import { isolated } from '#shared/bidi.ts';
import type { Concern } from '#shared/records/concern.ts';
import { findingWords, viaWords } from './words.tsx';

/** One line of a concern's life: what, when, by whom, and the words with it. */
export type Happening = { id: string; title: string; by: readonly string[]; when: string; words?: string };

/** What a move is called, by where it goes and where from. What is said with a letter, an answer or a visit is left out. */
const titleOf = ({ from, to }: { from: string; to: string }): string | undefined => {
  if (to === 'coordinator') {
    if (from === 'raised') return 'Taken on by the coordinator';
    return ['escalated', 'answered', 'checked'].includes(from) ? 'Back with the coordinator' : 'Reopened';
  }
  return { addressed: 'Already addressed', resolved: 'Resolved on the visit', closed: 'Closed' }[to];
};

type Dated = Happening & { order: string };

/** Among what happened on one day, a letter and an answer stand where the move stands that they came with. */
const midday = '12:00';

const timeOf = (c: Concern, to: string, day: string): string =>
  c.events.find((e) => e.to === to && e.at.startsWith(day))?.at.slice(11) ?? midday;

const dated = (
  day: string,
  time: string,
  { words, ...rest }: Omit<Happening, 'words'> & { words?: string | undefined },
): Dated => ({
  ...rest,
  ...(words && { words }),
  order: `${day} ${time}`,
});

const movesOf = (c: Concern): Dated[] =>
  c.events.flatMap(({ id, from, to, by, at, why }) => {
    const title = titleOf({ from, to });
    const happening = title && { id, title, by: [by], when: momentOf(at), words: why };
    return happening ? [dated(at.slice(0, 10), at.slice(11), happening)] : [];
  });

/** What happened to a concern from its raising on, the oldest first; nothing of it is ever taken away. */
export const happeningsOf = (c: Concern): Happening[] =>
  [
    dated(c.raisedOn, '', { id: 'raised', title: 'Raised', by: c.raisedBy, when: dayWords(c.raisedOn) }),
    ...c.told.map(({ id, who, on, at, by, words }) =>
      dated(on, at ?? '00:00', {
        id,
        title: `Told at once: ${isolated(who)}`,
        by: [by],
        when: at ? `${dayWords(on)} at ${at}` : dayWords(on),
        words,
      }),
    ),
    ...c.escalations.map(({ id, to, on, due, by }) =>
      dated(on, timeOf(c, 'escalated', on), {
        id,
        title: `Letter to the ${to}, answer owed by ${dayWords(due)}`,
        by: [by],
        when: dayWords(on),
      }),
    ),
    ...c.answers.map(({ id, on, from, words, via, by }) =>
      dated(on, timeOf(c, 'answered', on), {
        id,
        title: `Answer of ${from}, ${viaWords[via]}`,
        by: [by],
        when: dayWords(on),
        words,
      }),
    ),
    ...c.found.map(({ id, on, by, finding, words }) =>
      dated(on, midday, {
        id,
        title: `A later visit: ${findingWords[finding]}`,
        by,
        when: dayWords(on),
        words,
      }),
    ),
    ...movesOf(c),
  ]
    .toSorted((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
    .map(({ order: _, ...happening }) => happening);
