import { against, clause, type Known, listed, madeOf, many, sentences, were } from './words.ts';

const applications = (of: Known): string => {
  const received = of('reviews.received');
  return sentences(
    received &&
      `The office received ${many(received.value, 'application', 'applications')} for a review of how a complaint was handled${against(received)}`,
    listed([
      clause(of('reviews.valid'), (n) => `${many(n, 'application was', 'applications were')} valid`),
      clause(of('reviews.invalid'), (n) => `${were(n)} not valid`),
      clause(of('reviews.withdrawn'), (n) => `${were(n)} withdrawn`),
      clause(
        of('reviews.forwarded'),
        (n) => `${were(n)} forwarded to the Independent Office for Police Conduct`,
      ),
    ]),
  );
};

const decisions = (of: Known): string => {
  const [completed, share] = [of('reviews.completed'), of('upheld.ofCompleted')];
  return sentences(
    completed && `${many(completed.value, 'review was', 'reviews were')} completed${against(completed)}`,
    listed([
      clause(of('reviews.upheld'), (n) => `${many(n, 'review was', 'reviews were')} upheld`),
      clause(of('reviews.notUpheld'), (n) => `${were(n)} not upheld`),
    ]),
    share && `Upheld were ${share.display} of those completed${madeOf(share)}${against(share)}`,
  );
};

const time = (of: Known): string => {
  const [working, calendar] = [of('days.working.mean'), of('days.calendar.mean')];
  return sentences(
    working &&
      `A decision took ${working.display} working days on average${against(working, ' working days')}`,
    calendar && `Counted in calendar days it took ${calendar.display}`,
    listed([
      clause(of('acknowledged.inTarget'), (_, m) => `${m.display}${madeOf(m)} were acknowledged in target`),
      clause(of('completed.inTarget'), (_, m) => `${m.display}${madeOf(m)} were completed in target`),
    ]),
    clause(
      of('reviews.open'),
      (n, m) => `${many(n, 'review was', 'reviews were')} open at the end of the period${against(m)}`,
    ),
  );
};

const recommendations = (of: Known): string => {
  const made = of('recommendations.made');
  const answers = listed([
    clause(of('recommendations.accepted'), (n) => `${were(n)} accepted`),
    clause(of('recommendations.inPart'), (n) => `${were(n)} accepted in part`),
    clause(of('recommendations.refused'), (n) => `${were(n)} refused`),
  ]);
  return sentences(
    made &&
      `Reviews made ${many(made.value, 'recommendation', 'recommendations')} to the Chief Constable${against(made)}`,
    answers && `of those answered in the period, whenever they were made, ${answers}`,
    clause(
      of('recommendations.unanswered'),
      (n) => `${many(n, 'recommendation', 'recommendations')} waited for an answer at the end of the period`,
    ),
  );
};

export const ofReviews = [
  ['Applications', applications],
  ['Decisions', decisions],
  ['Time taken', time],
  ['Recommendations', recommendations],
] as const;
