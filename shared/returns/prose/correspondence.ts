import { against, clause, type Known, listed, madeOf, many, sentences, were } from './words.ts';

const cases = (of: Known): string => {
  const received = of('cases.received');
  return sentences(
    received &&
      `The office received ${many(received.value, 'item', 'items')} of correspondence${against(received)}`,
    listed([
      clause(of('cases.closed'), (n) => `${many(n, 'case was', 'cases were')} closed`),
      clause(of('cases.open'), (n) => `${many(n, 'case was', 'cases were')} open at the end of the period`),
    ]),
    listed([
      clause(of('calls.in'), (n) => `the office took ${many(n, 'call', 'calls')}`),
      clause(of('calls.out'), (n) => `made ${many(n, 'call', 'calls')}`),
    ]),
  );
};

const time = (of: Known): string => {
  const mean = of('days.working.mean');
  return sentences(
    mean && `An answer took ${mean.display} working days on average${against(mean, ' working days')}`,
    listed([
      clause(of('acknowledged.inTarget'), (_, m) => `${m.display}${madeOf(m)} were acknowledged in target`),
      clause(of('answered.inTarget'), (_, m) => `${m.display}${madeOf(m)} were answered in target`),
    ]),
  );
};

const requests = (of: Known): string => {
  const [received, inTime] = [of('requests.received'), of('requests.inTime')];
  return sentences(
    received &&
      `The office received ${many(received.value, 'request', 'requests')} for information${against(received)}`,
    inTime && `${inTime.display} of those decided${madeOf(inTime)} were decided in time${against(inTime)}`,
    listed([
      clause(of('requests.granted'), (n) => `${many(n, 'request was', 'requests were')} granted`),
      clause(of('requests.part'), (n) => `${were(n)} granted in part`),
      clause(of('requests.refused'), (n) => `${were(n)} refused`),
      clause(of('requests.late'), (n) => `${were(n)} decided late`),
    ]),
    clause(
      of('requests.open'),
      (n) => `${many(n, 'request was', 'requests were')} open at the end of the period`,
    ),
  );
};

const engagement = (of: Known): string => {
  const [engagements, put] = [of('engagements'), of('assuranceRequests')];
  return sentences(
    engagements &&
      `The office took part in ${many(engagements.value, 'engagement', 'engagements')} with the public${against(engagements)}`,
    put && `${many(put.value, 'question was', 'questions were')} put to the Chief Constable${against(put)}`,
  );
};

export const ofCorrespondence = [
  ['Correspondence', cases],
  ['Time taken', time],
  ['Requests for information', requests],
  ['Engagement', engagement],
] as const;
