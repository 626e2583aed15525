import type { Form } from '#shared/forms/definition.ts';
import { newId } from '#shared/ids.ts';
import type { Criterion } from '#shared/records/criterion.ts';
import type { Person } from '#shared/records/person.ts';
import type { Session } from '#shared/records/session.ts';
import type { Setting } from '#shared/records/setting.ts';
import type { Panel, Suite } from '#shared/records/suite.ts';
import type { Throughput } from '#shared/records/throughput.ts';
import type { Visit } from '#shared/records/visit.ts';
import { caseLists, makeCases } from './cases.ts';
import { makeChecks } from './checks.ts';
import { type ClaimMade, makeClaims } from './claims.ts';
import { makeComplaints } from './complaints.ts';
import { makeCriteria } from './criteria.ts';
import { daysAfter } from './days.ts';
import { type Dice, makeDice } from './dice.ts';
import { makeEngagements } from './engagements.ts';
import { makeSessions } from './meetings.ts';
import { makeMembers } from './members.ts';
import { threeDetainees, withOwn } from './own.ts';
import { makePeople, visitsOn, withTraining } from './people.ts';
import { makePlaces } from './places.ts';
import { makePlans } from './plans.ts';
import { makeReviewPeople, makeReviews } from './reviews.ts';
import { makeRota } from './rota.ts';
import { throwThroughput } from './throughput.ts';
import { throwVisits } from './visits.ts';

export type ExampleWishes = {
  seed: number;
  /** The day on which the example is looked at, `YYYY-MM-DD`: it ends two days before. */
  today: string;
  /** The office's id. */
  office: string;
  /** The visit form in force. */
  form: Form;
};

/** `own` is the id of the person who opens the example, who visits too; `checkForm` is what is asked of custody records. */
export type OwnWishes = ExampleWishes & { own: string; checkForm: Form };

/** The scheme of an example: everything but the visits, whose records may be too many to hold. */
type Scheme = {
  setting: Setting;
  panels: Panel[];
  suites: Suite[];
  people: Person[];
  throughput: Throughput[];
};
export type Example = Scheme &
  ReturnType<typeof makePlans> &
  ReturnType<typeof makeChecks> &
  ReturnType<typeof makeMembers> &
  ReturnType<typeof makeRota> &
  ReturnType<typeof makeReviews> &
  ReturnType<typeof makeCases> &
  ReturnType<typeof makeEngagements> &
  Omit<ReturnType<typeof makeComplaints>, 'reviewLists'> & {
    sessions: Session[];
    criteria: Criterion[];
    claims: ClaimMade[];
  };
export type BigExample = Scheme & { visits: Generator<Visit> };

/** Three years at about the pace at which West Mercia's visitors went in 2022/23, 222 in the year. */
const years = 3;
const visitsInThreeYears = 655;
/** For how many days reports have entered detainees one by one; those before hold counts alone. */
const daysOfDetainees = 400;

/**
 * An example of any size for measurements, its visits made one at a time so that a million of them need no memory.
 * They come roughly in the order of their days.
 */
export const bigExample = (
  wishes: ExampleWishes & { visits: number; years: number; entersFrom?: string },
): BigExample => {
  const { office, today, form } = wishes;
  const dice = makeDice(wishes.seed);
  const from = daysAfter(today, -Math.floor(wishes.years * 365.25));
  const places = makePlaces(office, today);
  const people = makePeople(office, from, today, dice);
  const throughput = throwThroughput(office, places.suites, from, today, dice);
  const to = daysAfter(today, -2);
  const visits = throwVisits({
    ...{ suites: places.suites, people, form, from, to, count: wishes.visits, dice },
    entersFrom: wishes.entersFrom ?? daysAfter(today, -daysOfDetainees),
    detaineeDice: makeDice(wishes.seed + 2),
  });
  return { ...places, people, throughput, visits };
};

/**
 * Reports that somebody has begun and not finished: hardly anything, nearly everything, and one in between, which is
 * the own person's with three detainees.
 */
const drafts = (suites: Suite[], people: Person[], { today, form, own }: OwnWishes, dice: Dice): Visit[] => {
  const begun = (suite: Suite, date: string, more: Partial<Visit>): Visit => {
    const [first, second] = people.filter((p) => p.panel === suite.panel && visitsOn(p, date));
    const at = Date.parse(date) + 43_200_000;
    return {
      id: newId({ now: () => at, random: dice.bytes }),
      form: { id: form.id, version: form.version },
      events: [],
      corrections: [],
      suite: suite.id,
      ...(suite.panel ? { panel: suite.panel } : {}),
      date,
      ...(first ? { visitor1: first.id } : {}),
      ...(second ? { visitor2: second.id } : {}),
      counts: {},
      answers: {},
      ...more,
    };
  };
  const [a, b, c] = dice.shuffled(suites) as [Suite, Suite, Suite];
  return [
    begun(a, daysAfter(today, -6), {
      method: 'in-person',
      arrived: '10:40',
      admitted: '10:43',
      left: '11:55',
      sergeant: 'PS 2210',
      counts: { total: { held: 7, notAvailable: 2, notOffered: 0, offered: 5, accepted: 4, declined: 1 } },
      comments: 'Calm morning. Everyone had had breakfast.',
    }),
    begun(b, daysAfter(today, -1), {
      method: 'in-person',
      outcome: 'completed',
      arrived: '19:05',
      admitted: '19:27',
      visitor1: own,
      counts: { total: { held: 3 } },
      detainees: threeDetainees(daysAfter(today, -1), dice),
    }),
    begun(c, daysAfter(today, -1), {}),
  ];
};

/**
 * The example: an invented scheme of West Mercia's size with three years of visits and a year of record checks, a few
 * mistakes made on purpose and a few reports unfinished, its volunteers' papers, rota, meetings and claims,
 * and three years of complaint reviews. The same wishes always make the same example.
 */
export const makeExample = (wishes: OwnWishes): Example => {
  const { visits, ...scheme } = bigExample({ ...wishes, visits: visitsInThreeYears, years });
  const sentAt = (v: Visit) => v.events[0]?.at ?? '';
  const sent = [...visits].toSorted((a, b) => sentAt(a).localeCompare(sentAt(b)));
  const unfinished = drafts(scheme.suites, scheme.people, wishes, makeDice(wishes.seed + 1));
  const plans = makePlans(wishes.office, wishes.own, wishes.today);
  const read = makeChecks(
    { ...wishes, form: wishes.checkForm, suites: scheme.suites, people: scheme.people, visits: sent },
    makeDice(wishes.seed + 4),
  );
  const means = { ...wishes, dice: makeDice(wishes.seed + 6) };
  const { setting, suites, panels } = scheme;
  const people = withTraining(scheme.people, wishes.office, wishes.today);
  const members = makeMembers(people, suites, means);
  const { visits: made, ...rota } = makeRota(
    { setting, people, suites, interests: members.interests, visits: withOwn(sent, wishes.own) },
    means,
  );
  const { people: reviewers, ...doers } = makeReviewPeople(wishes.office);
  const complaints = { ...wishes, yearBegins: setting.yearBegins, dice: makeDice(wishes.seed + 7) };
  const { reviewLists, ...beside } = makeComplaints(complaints);
  return {
    ...{ ...scheme, ...plans, ...read, ...members, ...rota, ...beside },
    ...makeReviews(wishes.office, wishes.own, wishes.today, doers),
    ...makeCases({
      ...{ ...wishes, colleague: doers.caseworker, areas: setting.areas },
      dice: makeDice(wishes.seed + 9),
    }),
    ...makeEngagements({ ...wishes, areas: setting.areas, dice: makeDice(wishes.seed + 8) }),
    setting: { ...setting, reviews: reviewLists, cases: caseLists },
    people: [...people, ...reviewers],
    sessions: makeSessions(panels, people, means),
    criteria: makeCriteria(wishes.office, wishes.own, wishes.today),
    claims: makeClaims(made, { ...means, setting }),
    visits: [...made, ...unfinished],
  };
};
