import { derivedId } from '#shared/ids.ts';
import { isJoining, knownTo, type Person, volunteerStatuses } from '#shared/records/person.ts';
import {
  type Interest,
  type Monitoring,
  type PersonContact,
  type PersonFile,
  personContactId,
  personFileId,
} from '#shared/records/person-file.ts';
import type { Suite } from '#shared/records/suite.ts';
import { questionsOf } from '#shared/volunteers/questions.ts';
import { daysAfter } from './days.ts';
import type { Dice } from './dice.ts';

type Means = { office: string; own: string; today: string; dice: Dice };

const heard = [
  'A stall at the county show',
  'The local paper',
  'A friend who visits',
  'The body’s website',
  'A talk',
];

/** Days between one step of the way and the next, as far as somebody has come. */
const stepDays: Record<(typeof volunteerStatuses)[number], number> = {
  enquiry: 14,
  application: 21,
  interview: 18,
  references: 15,
  vetting: 62,
  training: 24,
  probation: 190,
  accredited: 0,
  left: 0,
};

const leftWhy = ['Moved away from the county', 'Took up another post', 'No longer had the time', 'Retired'];

/** The way of somebody up to where they stand, counted back from the day on which they came there. */
const stepsOf = (p: Person, { own, today, dice }: Means): PersonFile['steps'] => {
  const v = p.volunteer as NonNullable<Person['volunteer']>;
  const status = v.status === 'left' ? 'accredited' : v.status;
  const way = volunteerStatuses.slice(0, volunteerStatuses.indexOf(status) + 1);
  const known = {
    accredited: v.accredited,
    probation: v.joined && daysAfter(v.joined, 24),
    training: v.joined,
  };
  let on = known[status as 'training'] ?? daysAfter(today, -dice.int(4, 40));
  const steps: PersonFile['steps'] = [];
  for (const to of way.toReversed()) {
    on = known[to as 'training'] ?? (to === status ? on : daysAfter(on, -stepDays[to]));
    steps.unshift({ id: derivedId(p.id, 'step', to), to, on, by: own });
  }
  if (v.left === undefined) return steps;
  return [
    ...steps,
    { id: derivedId(p.id, 'step', 'left'), to: 'left', on: v.left, by: own, why: dice.pick(leftWhy) },
  ];
};

const fileOf = (p: Person, means: Means): PersonFile => {
  const { office, today, dice } = means;
  const steps = stepsOf(p, means);
  const dayOf = (status: string) => steps.find(({ to }) => to === status)?.on;
  const sent = dayOf('vetting');
  const decided = dayOf('training');
  const expires = p.volunteer?.vettingExpires;
  const first = dayOf('accredited');
  const reviewed = first === undefined ? undefined : daysAfter(first, 1_096);
  return {
    id: personFileId(office, p.id),
    person: p.id,
    heard: dice.pick(heard),
    steps,
    references: ['An earlier employer', 'A neighbour of many years'].flatMap((name, i) => {
      const asked = dayOf('references');
      if (asked === undefined) return [];
      const received = daysAfter(asked, 5 + i * 4);
      return [{ id: derivedId(p.id, 'reference', name), name, asked, ...(received < today && { received }) }];
    }),
    vetting: sent
      ? [
          {
            id: derivedId(p.id, 'vetting', sent),
            level: 'Non-police personnel vetting, level 2',
            sent,
            ...(decided && { decided, outcome: 'cleared' as const }),
            ...(decided && expires && { expires }),
          },
        ]
      : [],
    reviews:
      reviewed !== undefined && reviewed < today && p.volunteer?.status === 'accredited'
        ? [
            {
              id: derivedId(p.id, 'review', reviewed),
              on: reviewed,
              by: means.own,
              outcome: 'reaccredited',
              words: 'Still glad to go; asked for more about mental health.',
            },
          ]
        : [],
  };
};

const contactOf = (p: Person, i: number, { office, dice }: Means): PersonContact => ({
  id: personContactId(office, p.id),
  person: p.id,
  ...(knownTo(p) && { panel: knownTo(p) }),
  // A name of the kind that can never be anybody's (RFC 2606), and numbers that Ofcom keeps free for drama.
  mail: `${p.name.toLowerCase().replaceAll(' ', '.')}@volunteer.example`,
  telephone: `01632 9603${String(i).padStart(2, '0')}`,
  ...(dice.percent(12) && { adjustments: 'Large print; a suite without stairs.' }),
});

/** Three declared conflicts: with a suite, with somebody of the same panel, and one not looked at yet. */
const interestsOf = (
  people: readonly Person[],
  suites: readonly Suite[],
  { own, today }: Means,
): Interest[] => {
  const serving = people.filter((p) => p.volunteer?.status === 'accredited');
  const [a, b, c] = [serving[4], serving[9], serving[14]] as [Person, Person, Person];
  const other = serving.find((p) => p.panel === b.panel && p.id !== b.id) as Person;
  const suite = suites.find((s) => s.panel === a.panel) as Suite;
  const made = (p: Person, days: number, more: Pick<Interest, 'kind'> & Partial<Interest>): Interest => ({
    id: derivedId(p.id, 'interest', more.kind),
    person: p.id,
    ...(p.panel && { panel: p.panel }),
    declared: daysAfter(today, -days),
    ...more,
  });
  const found = (days: number, finding: 'keeps away' | 'no conflict') => ({
    checked: { by: own, on: daysAfter(today, -days), finding },
  });
  return [
    made(a, 210, {
      kind: 'suite',
      suite: suite.id,
      words: 'A cousin works in its kitchen.',
      ...found(200, 'keeps away'),
    }),
    made(b, 400, {
      kind: 'person',
      other: other.id,
      words: 'Members of one household.',
      ...found(390, 'keeps away'),
    }),
    made(c, 9, { kind: 'police', words: 'Applied for a post with the force.' }),
  ];
};

/** Answers to equality monitoring: they name nobody, and lead back to nobody. */
const answers = (many: number, { office, today, dice }: Means): Monitoring[] => {
  const questions = questionsOf({}, office);
  return Array.from({ length: many }, (_, i) => ({
    id: derivedId(office, 'monitoring', `answer ${i} ${dice.int(0, 1_000_000)}`),
    year: today.slice(0, 4),
    answers: Object.fromEntries(
      questions.flatMap(({ id, options }): [string, string][] => {
        const named = options.slice(0, -1);
        const chosen = dice.weighed(
          named.map((one, place) => [one, place === 3 ? 9 : place < 2 ? 4 : 1] as const),
        );
        return dice.percent(88) ? [[id, chosen.id]] : [];
      }),
    ),
  }));
};

/** What the office keeps of its volunteers. */
export const makeMembers = (people: readonly Person[], suites: readonly Suite[], means: Means) => {
  const volunteers = people.filter((p) => p.volunteer);
  return {
    contacts: volunteers.map((p, i) => contactOf(p, i, means)),
    files: volunteers.map((p) => fileOf(p, means)),
    interests: interestsOf(people, suites, means),
    monitoring: answers(volunteers.filter((p) => !isJoining(p)).length - 6, means),
  };
};
