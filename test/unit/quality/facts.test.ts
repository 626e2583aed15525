import { expect, test } from 'vitest';
import { criteriaInOrder, startCriteria, statusOn } from '#shared/quality/criteria.ts';
import { type CountedFact, factTitles, shown } from '#shared/quality/facts.ts';
import { linkToReturn, linkWords, returnLinked } from '#shared/quality/links.ts';
import { sessionsFact, standingFact } from '#shared/quality/people.ts';
import {
  daysSentence,
  feedbackFact,
  hoursFact,
  type ReportOf,
  readFact,
  sameDayFact,
} from '#shared/quality/reports.ts';
import type { Person } from '#shared/records/person.ts';
import type { Session } from '#shared/records/session.ts';
import { freshId } from '#test/office.ts';

type Move = readonly [to: string, at: string, by?: string, why?: string];

const report = (moves: readonly Move[], some: Partial<ReportOf> = {}): ReportOf => ({
  id: freshId(),
  title: 'V2026/0001, Northgate',
  date: '2026-05-04',
  hour: 10,
  arrived: '10:00',
  left: '11:00',
  events: moves.map(([to, at, by = 'somebody', why]) => ({
    id: freshId(),
    from: '',
    to,
    by,
    at,
    ...(why && { why }),
  })),
  ...some,
});
const figures = (fact: CountedFact) => shown(fact).figures.map(({ display }) => Number(display));

test('a report is submitted on the day of its visit by British time, and after midnight where the visit went past it', () => {
  const late = { arrived: '23:30', left: '00:40', hour: 23 };
  const fact = sameDayFact([
    // Half past eleven at night in Britain.
    report([['ready', '2026-05-04T22:30:00.000Z']]),
    report([['ready', '2026-05-04T23:30:00.000Z']]),
    report([['ready', '2026-05-05T01:00:00.000Z']], late),
    report([['ready', '2026-05-06T01:00:00.000Z']], late),
    report([['received', '2026-05-04T12:00:00.000Z', 'import']]),
  ]);
  expect(figures(fact)).toEqual([2, 2, 1]);
  expect(fact.sentence).toBe('2 of 4 reports (50%) were submitted on the day of the visit.');
  expect(fact.records.map(({ words }) => words)).toEqual([
    'The same day',
    '1 day later',
    '1 day later',
    '2 days later',
    'Brought in from elsewhere',
  ]);
});

test('a report is read when somebody reads, queries or accepts it; half and all are told in days', () => {
  const received = '2026-05-04T18:00:00.000Z';
  const read = (to: string, day: string) =>
    report([
      ['received', received],
      [to, `${day}T12:00:00.000Z`],
    ]);
  const fact = readFact([
    read('read', '2026-05-05'),
    read('queried', '2026-05-05'),
    read('accepted', '2026-05-14'),
    report([['received', received]]),
  ]);
  expect(figures(fact)).toEqual([3, 1, 0]);
  expect(fact.sentence).toBe(
    'The office read 3 reports, half of them within 1 day and all within 10 days; 1 waits to be read.',
  );
  const same = report([
    ['received', '2026-05-04T08:00:00.000Z'],
    ['read', '2026-05-04T09:00:00.000Z'],
  ]);
  expect(readFact([same]).sentence).toContain('all on the day they came');
  expect(readFact([]).proven).toBe(false);
});

test('visitors had words back where a report was last accepted with words', () => {
  const at = '2026-05-06T12:00:00.000Z';
  const fact = feedbackFact([
    report([['accepted', at, 'office', 'Thank you.']]),
    report([
      ['accepted', at, 'office', 'Thank you.'],
      ['accepted', '2026-05-09T12:00:00.000Z'],
    ]),
    report([['received', at]]),
    report([['received', at, 'import']]),
  ]);
  expect(figures(fact)).toEqual([1, 1, 1]);
});

test('the hours and the days without a visit are named; of several as few, all are', () => {
  expect(hoursFact([report([], { hour: 5 }), report([], { hour: null })]).sentence).toBe(
    'No visit was made in the hours 06:00 to 12:00 and 12:00 to 18:00 and 18:00 to 22:00.',
  );
  const all = [5, 6, 11, 12, 17, 18, 21, 22, 23, 0].map((hour) => report([], { hour }));
  expect(figures(hoursFact(all))).toEqual([2, 2, 2, 4, 0]);
  expect(
    daysSentence([
      ['Monday', 2],
      ['Tuesday', 0],
    ]),
  ).toBe('No visit was made on a Tuesday.');
  expect(
    daysSentence([
      ['Monday', 2],
      ['Tuesday', 1],
      ['Wednesday', 1],
    ]),
  ).toBe(
    'Visits were made on every day of the week: the fewest on Tuesday and Wednesday (1 visit each), the most on Monday (2 visits).',
  );
});

test('who joined after the day, left before it or only asks to join is in no figure of vetting', () => {
  const person = (name: string, volunteer: Person['volunteer']): Person => ({
    id: freshId(),
    name,
    roles: ['visitor'],
    volunteer,
  });
  const fact = standingFact('vetting', {
    day: '2026-05-31',
    trainings: [],
    sessions: [],
    people: [
      person('Zoe', { status: 'accredited', vettingExpires: '2027-01-01' }),
      person('Ann', { status: 'accredited', vettingExpires: '2026-05-30' }),
      person('Later', { status: 'accredited', joined: '2026-06-01', vettingExpires: '2027-01-01' }),
      person('Gone', { status: 'left', left: '2026-05-01', vettingExpires: '2027-01-01' }),
      person('Asks', { status: 'enquiry' }),
    ],
  });
  expect(fact.records.map(({ title, part }) => [title, part])).toEqual([
    ['Ann', 'Expired'],
    ['Zoe', 'In date'],
  ]);
  expect(fact.sentence).toBe('Vetting was in date for 1 of 2 volunteers (50%) on 31 May 2026.');
});

test('a session that was called off was not held', () => {
  const session = (some: Partial<Session>): Session => ({
    id: freshId(),
    kind: 'training',
    title: 'TACT',
    on: '2026-05-10',
    agenda: [],
    papers: [],
    attendance: [
      { id: freshId(), was: 'present' },
      { id: freshId(), was: 'apologies' },
    ],
    actions: [],
    ...some,
  });
  const all = [
    session({}),
    session({ kind: 'panel meeting' }),
    session({ cancelled: 'Snow' }),
    session({ on: '2026-07-01' }),
  ];
  const fact = sessionsFact(all, '2026-05-01', '2026-05-31');
  expect(fact.sentence).toBe('2 training sessions and meetings were held, with 2 attendances.');
  expect(fact.parts).toEqual(['Panel meeting', 'Training']);
});

test('criteria stand by level and number, and each of the first list names a fact that there is, or none', () => {
  const all = startCriteria(freshId());
  const at = (level: string, number: string) => ({
    ...all[0],
    id: freshId(),
    level,
    number,
    text: '',
    updates: [],
    evidence: [],
  });
  const mixed = [at('Own', '1'), at('Gold', '10'), at('Gold', '2'), at('Silver', '9')];
  expect(criteriaInOrder(mixed).map(({ level, number }) => `${level} ${number}`)).toEqual([
    'Silver 9',
    'Gold 2',
    'Gold 10',
    'Own 1',
  ]);
  for (const { fact } of all) if (fact) expect(Object.keys(factTitles)).toContain(fact);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  const by = freshId();
  const updates = [
    { id: freshId(), on: '2026-05-01', by, status: 'met' as const },
    { id: freshId(), on: '2026-06-01', by, status: 'not met' as const },
  ];
  expect(['2026-04-30', '2026-05-31', '2026-06-01'].map((day) => statusOn({ updates }, day))).toEqual([
    'not started',
    'met',
    'not met',
  ]);
});

test('a link to a return is known again, and any other is words', () => {
  expect(returnLinked(linkToReturn(' 2025-26Q1 '))).toBe('2025-26Q1');
  expect(linkWords(linkToReturn('2025-26'))).toBe('The return of 2025-26');
  expect(linkWords('Minutes.docx')).toBe('Minutes.docx');
});
