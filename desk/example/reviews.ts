import { derivedId } from '#shared/ids.ts';
import { namedId } from '#shared/imports/names.ts';
import type { Contact } from '#shared/records/contact.ts';
import type { Person } from '#shared/records/person.ts';
import type { Recommendation } from '#shared/records/recommendation.ts';
import { type Review, reviewState } from '#shared/records/review.ts';
import { daysAfter } from './days.ts';
import {
  applied,
  asked,
  type Begun,
  checked,
  decided,
  declared,
  ended,
  examined,
  halfExamined,
  keptTold,
  lookedOver,
  moved,
  noticed,
  part,
  takenUp,
  workday,
} from './review-parts.ts';
import { adjustments, applicantNames, type Matter, matters, takenLate } from './review-words.ts';

/** How far a review of the example has come. */
type Way =
  | 'unread'
  | 'body'
  | 'toForward'
  | 'late'
  | 'notices'
  | 'file'
  | 'given'
  | 'conflict'
  | 'examining'
  | 'drafted'
  | 'checked'
  | 'sentBack'
  | 'untold'
  | 'upheld'
  | 'notUpheld'
  | 'invalid'
  | 'withdrawn'
  | 'forwarded';

/** What is open, by the days since it was received: at every step there is one, and some are late. */
const recent: readonly (readonly [ago: number, way: Way])[] = [
  [116, 'file'],
  [71, 'examining'],
  [58, 'untold'],
  [52, 'sentBack'],
  [47, 'checked'],
  [44, 'drafted'],
  [38, 'examining'],
  [33, 'conflict'],
  [29, 'given'],
  [25, 'file'],
  [19, 'notices'],
  [16, 'late'],
  [12, 'toForward'],
  [9, 'body'],
  [8, 'unread'],
  [2, 'unread'],
];

/** What became of those before, in turn. */
const turns: readonly Way[] = [
  'notUpheld',
  'upheld',
  'notUpheld',
  'invalid',
  'upheld',
  'notUpheld',
  'withdrawn',
  'notUpheld',
  'upheld',
  'forwarded',
  'notUpheld',
];
const before = 34;
/** The days since the first of those that have ended was received, and since the last. */
const [oldest, newest] = [1_075, 120];

/** Of those that have ended, every so many was made late and taken all the same. */
const lateEvery = 11;

/** A record as somebody left it on a day. */
type Stage = { by: string; on: string; review: Review };

export type ReviewMade = { stages: Stage[]; recommendations: Recommendation[] };
type Doers = { caseworker: string; assessor: string; decider: string };

/** Who has to do with reviews in the example, beside whoever opens it. */
export const makeReviewPeople = (office: string): { people: Person[] } & Doers => {
  const [caseworker, assessor, decider] = (
    [
      ['Gwyneth Larkmoor', 'caseworker'],
      ['Hollis Marchbank', 'assessor'],
      ['Leofric Brandreth', 'decider'],
    ] as const
  ).map(([name, role]): Person => ({ id: namedId(office, 'person', name), name, roles: [role] })) as [
    Person,
    Person,
    Person,
  ];
  return {
    people: [caseworker, assessor, decider],
    ...{ caseworker: caseworker.id, assessor: assessor.id, decider: decider.id },
  };
};

const isUpheld = (way: Way): boolean => way === 'upheld' || way === 'untold';

/** Goes through the life of one review, from who left it where to who took it up. */
const stagesOf = (
  way: Way,
  begun: Begun,
  { caseworker, assessor, decider }: Doers,
  today: string,
): Stage[] => {
  const stages: Stage[] = [];
  const { n, received, isLate } = begun;
  const after = (days: number) => {
    const day = workday(daysAfter(received, days));
    return day < today ? day : today;
  };
  const leave = (by: string, days: number, review: Review): Review => {
    stages.push({ by, on: after(days), review });
    return review;
  };
  let r = applied(begun, caseworker);
  if (way === 'unread') return leave(caseworker, 0, r) && stages;
  r = takenUp(r, begun);
  if (way === 'body') return leave(caseworker, 4, asked(r, 3)) && stages;
  if (way === 'toForward' || way === 'forwarded') {
    r = asked(r, undefined, 'referred');
    return leave(caseworker, 12, way === 'forwarded' ? ended(r, way, caseworker, after(12)) : r) && stages;
  }
  r = asked(r);
  if (way === 'withdrawn') return leave(caseworker, 13, ended(r, way, caseworker, after(13))) && stages;
  r = checked(r, caseworker, after(5), way === 'invalid' ? 'recorded' : undefined);
  if (way === 'invalid') return leave(caseworker, 6, ended(r, way, caseworker, after(6))) && stages;
  if (isLate) r = leave(caseworker, 5, r);
  if (way === 'late') return stages;
  if (isLate) {
    const late = { accepted: true, reasons: takenLate, by: decider, on: after(9) };
    r = leave(decider, 9, { ...r, late });
  }
  r = moved(r, 'valid', caseworker, after(10));
  if (way === 'notices') return leave(caseworker, 10, r) && stages;
  r = noticed(r, caseworker, after(11));
  const toDecide = way === 'untold' ? 49 : 26 + ((n * 7) % 24);
  const isDecided = isUpheld(way) || way === 'notUpheld';
  r = keptTold(r, caseworker, isDecided ? after(toDecide) : today);
  if (way === 'file') return leave(caseworker, 11, r) && stages;
  const given = { id: part(r.id, 'assignment'), assessor, external: true, on: after(19), by: caseworker };
  r = moved({ ...r, fileReceived: after(18), assignments: [given] }, 'assigned', caseworker, after(19));
  r = leave(caseworker, 19, r);
  if (way === 'given') return stages;
  r = declared(r, assessor, after(20), way === 'conflict');
  if (way === 'conflict') return leave(assessor, 20, r) && stages;
  if (way === 'examining') return leave(assessor, 24, halfExamined(r, begun)) && stages;
  r = leave(assessor, toDecide - 4, examined(r, begun, way !== 'notUpheld', assessor, after(toDecide - 4)));
  if (way === 'drafted') return stages;
  const isLookedOver = lookedOver(r, caseworker, after(toDecide - 2), way !== 'sentBack');
  if (!isDecided) return leave(caseworker, toDecide - 2, isLookedOver) && stages;
  const finding = isUpheld(way) ? 'upheld' : 'not upheld';
  r = leave(decider, toDecide, decided(r, finding, decider, after(toDecide)));
  if (way === 'untold') return stages;
  const on = after(toDecide + 2);
  const telling = (what: 'outcome' | 'recommendation') => ({
    ...{ id: part(r.id, 'told', what), what, on, by: caseworker },
  });
  const told = [telling('outcome'), ...(finding === 'upheld' ? [telling('recommendation')] : [])];
  const { qualityChecks } = isLookedOver;
  return leave(caseworker, toDecide + 2, { ...r, qualityChecks, told: [...r.told, ...told] }) && stages;
};

/** What the force may answer, in turn; the last is still silent long after it should have spoken. */
const answers = ['accepted', 'refused', 'accepted', 'in part'] as const;

const recommended = (
  r: Review,
  matter: Matter,
  by: string,
  n: number,
  answer: (typeof answers)[number] | undefined,
): Recommendation => {
  const madeOn = r.decisions[0]?.on as string;
  const id = part(r.id, 'recommendation');
  const entry = (kind: string, days: number) => ({
    ...{ id: part(id, kind), on: workday(daysAfter(madeOn, days)), by },
  });
  const isRefused = answer === 'refused' || answer === 'in part';
  // Nobody is brought to proceedings where nothing was investigated.
  const kind =
    matter.recommend.kind === 'proceedings' && r.route !== 'investigated'
      ? 'investigate'
      : matter.recommend.kind;
  return {
    ...{ id, review: r.id, kind, words: matter.recommend.words, madeOn, by },
    ...(r.route && { route: r.route }),
    answers: answer
      ? [
          {
            ...{ ...entry('answer', 12 + (n % 20)), answer, from: 'Professional Standards' },
            ...(isRefused && { reasons: matter.refused }),
          },
        ]
      : [],
    steps:
      answer && answer !== 'refused'
        ? [{ ...entry('step', 40), words: 'Put to the heads of department.' }]
        : [],
    told: answer ? [entry('told', 36)] : [],
    changed: answer === 'accepted' ? [{ ...entry('changed', 70), words: matter.changed }] : [],
  };
};

const applicantsOf = (office: string): Contact[] =>
  applicantNames.map((name, i) => ({
    id: derivedId(office, 'contact', name),
    name,
    prefers: i % 3 === 0 ? ('letter' as const) : ('e-mail' as const),
    ...(i % 3 === 0
      ? { address: `${i + 3} Invented Street\nThornharrow` }
      : { mail: `${name.split(' ')[0]?.toLowerCase()}@example.org` }),
    ...(i % 6 === 2 && { adjustments: adjustments[(i / 6) | 0] as string }),
  }));

/**
 * Complaint reviews of the example, three years of them: at every step of their way, with every ending and every answer
 * of the force. Those who look after them are whoever opens the example and one other, in turn.
 */
export const makeReviews = (
  office: string,
  own: string,
  today: string,
  doers: Doers,
): { applicants: Contact[]; reviews: ReviewMade[] } => {
  const applicants = applicantsOf(office);
  const ways: (readonly [ago: number, way: Way])[] = [
    ...Array.from(
      { length: before },
      (_, i) =>
        [
          Math.round(oldest - (i * (oldest - newest)) / (before - 1)),
          turns[i % turns.length] as Way,
        ] as const,
    ),
    ...recent,
  ];
  const lastUpheld = ways.findLastIndex(([, way]) => way === 'upheld');
  let upheld = 0;
  const reviews = ways.map(([ago, way], n): ReviewMade => {
    const received = workday(daysAfter(today, -ago));
    const about = [matters[n % matters.length], ...(n % 3 === 0 ? [matters[(n + 3) % matters.length]] : [])];
    const begun: Begun = {
      n,
      id: derivedId(office, 'review', String(n)),
      received: received < today ? received : today,
      matters: about as Matter[],
      isLate: way === 'late' || (n % lateEvery === 1 && n < before),
      applicant: applicants[n % applicants.length] as Contact,
    };
    const caseworker = n % 2 === 0 ? own : doers.caseworker;
    const stages = stagesOf(way, begun, { ...doers, caseworker }, today);
    const last = stages.at(-1) as Stage;
    if (!isUpheld(way)) return { stages: closed(stages, last), recommendations: [] };
    const answer = way === 'untold' || n === lastUpheld ? undefined : answers[upheld++ % answers.length];
    const made = recommended(last.review, begun.matters[0] as Matter, caseworker, n, answer);
    return { stages: answer ? closed(stages, last) : stages, recommendations: [made] };
  });
  return { applicants, reviews };
};

/** Whoever told the applicant closes it, where nothing more is owed. */
const closed = (stages: Stage[], { by, on, review }: Stage): Stage[] =>
  reviewState(review) === 'decided'
    ? [...stages.slice(0, -1), { by, on, review: moved(review, 'closed', by, on) }]
    : stages;
