import { derivedId } from '#shared/ids.ts';
import type { Person } from '#shared/records/person.ts';
import type { Session } from '#shared/records/session.ts';
import type { Panel } from '#shared/records/suite.ts';
import { daysAfter } from './days.ts';
import type { Dice } from './dice.ts';
import { visitsOn } from './people.ts';

/** Trainings of everybody: how many days ago (or ahead, where less than nothing). */
const trainings: readonly [topic: string, days: number][] = [
  ['Children and vulnerable adults', 900],
  ['Data protection', 640],
  ['Mental health in custody', 420],
  ['Induction', 330],
  ['Children and vulnerable adults', 240],
  ['Data protection', 45],
  ['Detention under the Terrorism Act', 30],
  ['Mental health in custody', -24],
];

type Means = { office: string; today: string; own: string; dice: Dice };

const attended = (people: readonly Person[], on: string, { today, dice }: Means): Session['attendance'] =>
  people
    .filter((p) => visitsOn(p, on) || p.volunteer?.status === 'training')
    .map(({ id }) => ({
      id,
      ...(on < today && {
        was: dice.weighed([
          ['present', 8],
          ['apologies', 3],
          ['absent', 1],
        ] as const),
      }),
    }));

const item = (key: string, order: number, title: string, minutes?: string): Session['agenda'][number] => ({
  id: derivedId(key, 'agenda', title),
  order: String(order),
  title,
  ...(minutes && { minutes }),
});

/** Two meetings of each panel, one of them to come, with what was agreed and who took it on. */
const meetingsOf = (panel: Panel, i: number, people: readonly Person[], means: Means): Session[] => {
  const { today } = means;
  const members = people.filter((p) => p.panel === panel.id);
  const held = daysAfter(today, -70 + i * 5);
  const next = daysAfter(today, 20 + i * 3);
  const meeting = (
    on: string,
  ): Pick<Session, 'id' | 'kind' | 'title' | 'on' | 'panel' | 'papers' | 'attendance'> => ({
    id: derivedId(panel.id, 'session', on),
    kind: 'panel meeting',
    title: `Meeting of the ${panel.name} panel`,
    on,
    panel: panel.id,
    papers: [],
    attendance: attended(members, on, means),
  });
  const [first, coming] = [meeting(held), meeting(next)];
  const took = first.attendance.filter(({ was }) => was === 'present');
  const action = (n: number, words: string, due: string, more: object = {}) => ({
    id: derivedId(first.id, 'action', words),
    words,
    ...(took[n] && { owner: took[n].id }),
    due,
    ...more,
  });
  return [
    {
      ...first,
      ...{ from: '18:30', to: '20:00', place: 'Community room (invented)' },
      agenda: [
        item(
          first.id,
          1,
          'What visits found',
          'Two reports spoke of cold cells; the inspector was written to.',
        ),
        item(first.id, 2, 'The rota', 'Everybody says until the end of the month when they are free.'),
        item(first.id, 3, 'Any other business'),
      ],
      actions: [
        action(0, 'Ask the suite for its list of call bells out of order.', daysAfter(held, 14), {
          done: daysAfter(held, 12),
          came: 'The list came; all but one are mended.',
        }),
        action(
          1,
          'Bring the short guide on rights in custody to the next meeting.',
          daysAfter(held, 40 + i * 20),
        ),
      ],
    },
    {
      ...coming,
      ...{ from: '18:30', place: 'Community room (invented)' },
      agenda: [item(coming.id, 1, 'What visits found'), item(coming.id, 2, 'The next quarter’s rota')],
      actions: [],
    },
  ];
};

/** Training sessions of the scheme, and meetings of its panels. */
export const makeSessions = (
  panels: readonly Panel[],
  people: readonly Person[],
  means: Means,
): Session[] => [
  ...trainings.map(([topic, days]): Session => {
    const on = daysAfter(means.today, -days);
    return {
      id: derivedId(means.office, 'session', `${topic} ${days}`),
      kind: 'training',
      title: topic,
      topic,
      on,
      ...{ from: '10:00', to: '12:30', place: 'County hall (invented)' },
      agenda: [],
      papers: [],
      attendance: attended(people, on, means),
      actions: [],
    };
  }),
  ...panels.flatMap((panel, i) => meetingsOf(panel, i, people, means)),
];
