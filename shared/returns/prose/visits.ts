import { against, clause, inWords, type Known, listed, madeOf, many, sentences, were } from './words.ts';

const visits = (of: Known): string => {
  const attempted = of('visits.attempted');
  const [completed, abandoned, target] = [
    of('visits.completed'),
    of('visits.abandoned'),
    of('visits.target'),
  ];
  const all = attempted && completed && attempted.value > 0 && completed.value === attempted.value;
  return sentences(
    attempted && `Custody visitors began ${many(attempted.value, 'visit', 'visits')}${against(attempted)}`,
    all
      ? 'All of them were completed'
      : listed([
          clause(completed, (n) => `${many(n, 'visit was', 'visits were')} completed`),
          clause(abandoned, (n) => (n === 0 ? undefined : `${inWords(n)} could not be`)),
        ]),
    target && target.value > 0
      ? `The target for the period was ${many(target.value, 'visit', 'visits')}`
      : undefined,
  );
};

const detainees = (of: Known): string => {
  const [held, ofOffered, coverage] = [of('detainees.held'), of('consent.ofOffered'), of('custody.coverage')];
  const [offered, accepted] = [of('detainees.offered'), of('detainees.accepted')];
  return sentences(
    held && `${many(held.value, 'detainee was', 'detainees were')} held when visitors came${against(held)}`,
    listed([
      clause(offered, (n) => `${many(n, 'detainee was', 'detainees were')} offered a visit`),
      clause(accepted, (n) => `${many(n, 'detainee', 'detainees')} accepted`),
    ]),
    ofOffered &&
      `Of those offered a visit ${ofOffered.display}${madeOf(ofOffered)} accepted${against(ofOffered)}`,
    listed([
      clause(of('consent.ofAvailable'), (_, m) => `of those available ${m.display} accepted${madeOf(m)}`),
      clause(of('consent.ofHeld'), (_, m) => `of all who were held ${m.display}${madeOf(m)}`),
    ]),
    clause(
      of('custody.throughput'),
      (n) => `the force says that ${many(n, 'person was', 'people were')} detained in the period`,
    ),
    coverage && `those held when visitors came were ${coverage.display} of them`,
  );
};

const waiting = (of: Known): string => {
  const mean = of('delay.mean');
  return sentences(
    mean && `Visitors waited ${mean.display} minutes on average to be let in${against(mean, ' minutes')}`,
    listed([
      clause(of('delay.max'), (n) => `the longest wait was ${many(n, 'minute', 'minutes')}`),
      clause(of('delay.over'), (n) => `${many(n, 'wait was', 'waits were')} over the threshold`),
    ]),
  );
};

const concerns = (of: Known): string => {
  const [raised, answered, days] = [
    of('concerns.raised'),
    of('concerns.answered'),
    of('concerns.answerDays'),
  ];
  return sentences(
    raised && `Visits raised ${many(raised.value, 'concern', 'concerns')}${against(raised)}`,
    listed([
      clause(of('concerns.alreadyAddressed'), (n) => `${were(n)} already being addressed`),
      clause(of('concerns.resolvedOnVisit'), (n) => `${were(n)} resolved on the visit`),
      clause(of('concerns.escalated'), (n) => `${were(n)} escalated`),
    ]),
    answered &&
      `${many(answered.value, 'concern was', 'concerns were')} answered${days ? `, after ${days.display} days on average` : ''}`,
    clause(
      of('concerns.open'),
      (n, m) => `${many(n, 'concern was', 'concerns were')} open at the end of the period${against(m)}`,
    ),
  );
};

const volunteers = (of: Known): string =>
  sentences(
    clause(
      of('volunteers.active'),
      (n, m) => `${many(n, 'volunteer', 'volunteers')} served at the end of the period${against(m)}`,
    ),
    listed([
      clause(of('volunteers.joined'), (n) => `${many(n, 'volunteer', 'volunteers')} joined`),
      clause(of('volunteers.left'), (n) => `${many(n, 'volunteer', 'volunteers')} left`),
    ]),
    clause(of('volunteers.hours'), (_, m) => `they gave ${m.display} hours to visits`),
  );

export const ofVisits = [
  ['Visits', visits],
  ['Detainees', detainees],
  ['Waiting to be let in', waiting],
  ['Concerns', concerns],
  ['Volunteers', volunteers],
] as const;
