import { kindRules } from '#shared/cases/kinds.ts';
import { beginningId, derivedId } from '#shared/ids.ts';
import { type CaseFile, newCase } from '#shared/records/case-file.ts';
import { channels, type ForceAsk, type Message } from '#shared/records/case-parts.ts';
import type { Contact } from '#shared/records/contact.ts';
import { answersOfForce, caseMatters, correspondents } from './case-words.ts';
import { daysAfter } from './days.ts';
import type { Dice } from './dice.ts';
import { part, workday } from './review-parts.ts';

type Means = {
  office: string;
  own: string;
  /** Somebody else who works on cases. */
  colleague: string;
  today: string;
  areas: readonly string[];
  dice: Dice;
};

/** How far a case of the example has come. */
type Way =
  | 'tray'
  | 'given'
  | 'risk'
  | 'begun'
  | 'asked'
  | 'undone'
  | 'held'
  | 'draft'
  | 'waits'
  | 'followed'
  | 'closed';

/** What is open, by the days since it came in: at every step there is one, and some are late. */
const recent: readonly (readonly [ago: number, way: Way])[] = [
  [61, 'held'],
  [48, 'asked'],
  [40, 'undone'],
  [37, 'begun'],
  [33, 'asked'],
  [29, 'draft'],
  [27, 'followed'],
  [24, 'waits'],
  [20, 'begun'],
  [17, 'asked'],
  [15, 'held'],
  [12, 'begun'],
  [11, 'draft'],
  [9, 'tray'],
  [8, 'begun'],
  [6, 'risk'],
  [5, 'given'],
  [4, 'tray'],
  [2, 'tray'],
  [1, 'tray'],
];
/** One that was closed so long ago that the schedule keeps it no longer. */
const longAgo = 1_500;
/** A week in which far more came under one theme than usual, as it was finished. */
const flood = { theme: 'Antisocial behaviour', many: 7, ago: 14 };
const constituencies = ['Lowbridge and Thornharrow', 'Marches East'];
const before = 42;
const oldest = 400;
const newest = 45;

/** The lists of correspondence that the office of the example keeps. */
export const caseLists = {
  constituencies: constituencies.map((name) => ({ id: beginningId('constituency', name), name })),
};

/** The ids of cases about something, for what the office did about it. */
export const casesAbout = (office: string, theme: string, most: number): string[] =>
  Array.from({ length: before }, (_, n) => n)
    .filter((n) => caseMatters[n % caseMatters.length]?.theme === theme)
    .slice(-most)
    .map((n) => caseId(office, n));
const caseId = (office: string, n: number): string => derivedId(office, 'caseFile', String(n));

type Begun = CaseFile & { from: string };
type Day = (later: number) => string;

const moment = (day: string, time = '10:00'): string => `${day}T${time}:00.000Z`;

const contactsOf = (office: string): Contact[] =>
  correspondents.map((name, i) => ({
    id: derivedId(office, 'contact', name),
    name,
    ...(i % 4 === 0
      ? { address: `${i + 2} Invented Lane\nLowbridge` }
      : { mail: `${name.split(' ')[0]?.toLowerCase()}@example.org` }),
    ...(i % 7 === 3 && { adjustments: 'Please write in large print.' }),
  }));

const cameIn = (c: Begun, by: string): Message => ({
  ...{ id: part(c.id, 'message', 'in'), direction: 'in', channel: c.channel ?? 'email', on: c.received },
  ...{
    kept: moment(c.received),
    by,
    subject: c.summary,
    words: `${c.summary}\n\nPlease tell me what is done.`,
  },
});

const wentOut = (c: Begun, on: string, purpose: 'acknowledgement' | 'answer', by: string): Message => ({
  ...{
    id: part(c.id, 'message', purpose),
    direction: 'out',
    channel: 'email',
    on,
    kept: moment(on),
    by,
    purpose,
  },
  subject: c.summary,
  words:
    purpose === 'answer' ? 'Thank you for writing. This is what was found.' : 'Thank you; we will answer.',
});

const asked = (c: Begun, on: string, due: string, by: string): ForceAsk => ({
  ...{ id: part(c.id, 'ask'), on, by, to: 'Professional Standards', due, chased: [] },
  question: `What is known of this, and what is done? ${c.summary}`,
});

const acknowledged = (c: Begun, day: Day, by: string): Begun => ({
  ...c,
  acknowledged: { on: day(2), message: part(c.id, 'message', 'acknowledgement') },
  messages: [...c.messages, wentOut(c, day(2), 'acknowledgement', by)],
});

const answered = (c: Begun, on: string, by: string): Begun => ({
  ...c,
  steps: kindRules[c.kind].steps.map(({ what }) => ({ id: part(c.id, 'step', what), what, on, by })),
  answered: { on, by: 'office', message: part(c.id, 'message', 'answer') },
  messages: [...c.messages, wentOut(c, on, 'answer', by)],
});

const closed = (c: Begun, on: string, by: string, outcome: string): Begun => ({
  ...c,
  closings: [{ id: part(c.id, 'closing'), on, by, outcome }],
  events: [{ id: part(c.id, 'event'), from: 'open', to: 'closed', by, at: moment(on, '16:00') }],
});

/** What was asked of the force and answered. */
const told = (c: Begun, day: Day, n: number, by: string): ForceAsk => ({
  ...asked(c, day(3), day(13), by),
  answered: day(11),
  answer: answersOfForce[n % answersOfForce.length] as string,
});

/** A request is dealt with by its decision; the clocks of the law know nothing else. */
const decided = (c: Begun, on: string, by: string, n: number): Begun =>
  kindRules[c.kind].request
    ? {
        ...c,
        request: {
          ...{ asked: c.summary, proofs: [], clarifications: [], exemptions: [], internalReviews: [] },
          decision: { outcome: n % 3 === 0 ? 'part' : 'granted', on, by },
        },
      }
    : c;

/** Takes a case as far as its way goes. */
const gone = (c: Begun, way: Way, n: number, { own, colleague, today }: Means): CaseFile => {
  const day: Day = (later) => {
    const on = workday(daysAfter(c.received, later));
    return on < today ? on : today;
  };
  const by = own;
  if (way === 'tray') return c;
  const owner = n % 2 === 0 ? own : colleague;
  const given = {
    ...c,
    assignments: [{ id: part(c.id, 'assignment'), to: owner, on: day(1), by }],
  };
  if (way === 'given') return given;
  if (way === 'risk')
    return {
      ...given,
      urgent: true,
      risk: { words: 'Says that they are afraid to go home.', by, at: moment(c.received, '11:20'), told: [] },
    };
  if (c.kind === 'copied-in only') return closed(given, day(3), by, 'No reply needed');
  const known = acknowledged(given, day, by);
  const draft: CaseFile['drafts'][number] = {
    id: part(c.id, 'draft'),
    purpose: 'answer',
    channel: 'email',
    by,
    at: moment(day(6)),
    words: 'Thank you for writing. This is what was found.',
  };
  switch (way) {
    case 'begun':
      return known;
    case 'asked':
      return { ...known, asks: [asked(c, day(3), day(17), by)] };
    case 'held':
      return {
        ...known,
        holds: [{ id: part(c.id, 'hold'), from: day(5), why: 'They are abroad and asked to wait.', by }],
      };
    case 'draft':
      return { ...known, drafts: [draft] };
    case 'waits':
      return { ...known, drafts: [{ ...draft, asked: moment(day(7)) }] };
    case 'undone':
      return answered({ ...known, asks: [told(c, day, n, by)] }, day(12), by);
    case 'followed':
      return {
        ...answered(known, day(9), by),
        followUps: [
          { id: part(c.id, 'followUp'), due: daysAfter(today, 14), what: 'Ask whether it has helped.', by },
        ],
      };
    default: {
      const asks = n % 3 === 0 ? [{ ...told(c, day, n, by), done: { on: day(20), by } }] : [];
      // One in eleven was answered after its time.
      const on = day(n % 11 === 7 ? 34 : 14);
      return closed(answered(decided({ ...known, asks }, on, by, n), on, by), day(36), by, 'Answered');
    }
  }
};

/**
 * Correspondence of the example: some seventy cases of every kind, a year of those that are closed, at every step one
 * that is open, a week in which many wrote about the same, and one that is kept no longer. Nobody is told of the one at
 * risk yet.
 */
export const makeCases = (means: Means): { correspondents: Contact[]; cases: CaseFile[] } => {
  const { office, own, today, areas, dice } = means;
  const people = contactsOf(office);
  const ways: (readonly [ago: number, way: Way])[] = [
    ...Array.from(
      { length: before },
      (_, i) => [Math.round(oldest - (i * (oldest - newest)) / (before - 1)), 'closed'] as const,
    ),
    ...recent,
    [longAgo, 'closed'],
    ...Array.from({ length: flood.many }, () => [flood.ago, 'closed'] as const),
  ];
  const ordinary = ways.length - flood.many;
  const flooding = caseMatters.filter(({ theme, kind }) => theme === flood.theme && kind === 'concern');
  const cases = ways.map(([ago, way], n): CaseFile => {
    const all = n < ordinary ? caseMatters : flooding;
    const matter = all[n % all.length] as (typeof caseMatters)[number];
    const received = workday(daysAfter(today, -ago));
    const { kind, theme, place, summary } = matter;
    const begun: Begun = {
      ...newCase({
        id: caseId(office, n),
        kind,
        received: received < today ? received : today,
      }),
      ...{ channel: dice.pick(channels), place, summary, themes: [theme] },
      ...(areas.length > 0 && { area: dice.pick(areas) }),
      ...(n % 4 !== 3 && { constituency: constituencies[n % constituencies.length] }),
      from: (people[n % people.length] as Contact).id,
      ...(kindRules[kind].restricted && { confidential: { readers: [own] } }),
    };
    return gone({ ...begun, messages: [cameIn(begun, own)] }, way, n, means);
  });
  return { correspondents: people, cases: cases.toSorted((a, b) => (a.received < b.received ? -1 : 1)) };
};
