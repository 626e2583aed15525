import { readIdentity } from '#db/office.ts';
import type { Writer } from '#db/sql.ts';
import type { Parsed } from '#shared/contract.ts';
import { newId, type Sources } from '#shared/ids.ts';
import { type ParsedPeriod, previousPeriod, quarterContaining, yearContaining } from '#shared/periods.ts';
import { defaultSettings } from '#shared/records/setting.ts';
import { earlierCheck } from '#shared/returns/keep-back.ts';
import { addDays } from '#shared/times.ts';
import { type Context, localDay } from '../context.ts';
import { settings } from '../office.ts';
import { returnLifeReads, returnLifeWrites } from '../returns/life.ts';

const words = {
  good: 'Blankets and books were offered on every visit, and in most suites before they were asked for.',
  impact: 'Interpreters are now called by video where nobody can come within the hour.',
  areas: 'Waits at the door remain long in the evening; they are looked at again in the next quarter.',
};
const ofCorrespondence = {
  about: 'What people write about differs from area to area; the tables show where each theme comes from.',
  changed: 'What came up again and again was put to the Chief Constable at the next meeting.',
};
const ofReviews = {
  account:
    'Complaints are on the agenda of each quarterly meeting with the Chief Constable, with these figures.',
  performance:
    'Most reviews wait for the papers of the force. They are now asked for on the day a review comes.',
  quality: 'Nobody decides a review that they examined, and each draft is read by somebody else.',
  learning: 'Officers were reminded to give reasons when no further action is taken.',
  next: 'Whether recommendations were carried out will be looked at half a year after each of them.',
};
const reworded = 'Waits at the door remain long in the evening. Each suite has been asked for its reasons.';

/** On whose words, and why, the example leaves what its checks find: mistakes are made in it on purpose. */
const reason = 'Looked into with the suite; the report stays as its visitors wrote it.';
/** Of what an earlier publication lets be worked out. */
const reasonOfEarlier =
  'The same people were told of there already; nothing is said of them that was not known.';

const why = (check: string): string => (check === earlierCheck ? reasonOfEarlier : reason);

type Means = { w: Writer; sources: Sources; today: string };

/** The office's calls as somebody would have made them on a day. */
const onDay = ({ w, sources, today }: Means, day: string) => {
  const on = day < today ? day : today;
  // In the afternoon of that day, or now.
  const moment = Math.min(sources.now(), Date.parse(`${on}T14:00:00.000Z`));
  const ctx: Context = {
    identity: readIdentity(w),
    sources: { now: () => moment, random: sources.random },
    today: localDay(moment),
    folder: '',
  };
  const id = () => newId(sources);
  const done = (answer: { ok: boolean }): void => {
    if (!answer.ok) throw new Error('the example makes a return that cannot be made');
  };
  type Of = { key: string; period: string };
  return {
    writes: (of: Of, sections: Record<string, string>) =>
      done(returnLifeWrites['returns.write'](w, { ...of, words: { sections, links: [] } }, ctx)),
    signs: (of: Of) => {
      const prepared = returnLifeReads['returns.prepare'](w, of, ctx);
      if (!prepared.ok) throw new Error('the example makes a return that cannot be prepared');
      for (const { check, found, answer } of prepared.value.answers)
        if (!answer)
          done(
            returnLifeWrites['returns.answer'](w, { ...of, id: id(), check, found, reason: why(check) }, ctx),
          );
      done(returnLifeWrites['returns.check'](w, { ...of, id: id() }, ctx));
      done(returnLifeWrites['returns.sign'](w, { ...of, id: id(), as: 'Scheme coordinator' }, ctx));
    },
    publishes: (of: Of) => {
      const told: Parsed<'returns.publish'> = {
        ...{ ...of, id: id(), on: ctx.today, where: 'On the web page of the scheme, and to its panels.' },
      };
      done(returnLifeWrites['returns.publish'](w, told, ctx));
    },
    reopens: (of: Of, why: string) =>
      done(returnLifeWrites['returns.reopen'](w, { ...of, id: id(), why }, ctx)),
  };
};

/** The quarter that ended last, whose returns are due, and the one before it. */
const lastQuarters = (today: string, yearBegins: number): [due: ParsedPeriod, before: ParsedPeriod] => {
  const due = previousPeriod(quarterContaining(today, yearBegins), yearBegins);
  return [due, previousPeriod(due, yearBegins)];
};

/** When the example's office began to work with this: no return is owed of what ended before. */
export const beganAt = (today: string): number =>
  Date.parse(`${lastQuarters(today, defaultSettings.yearBegins)[1].from}T12:00:00.000Z`);

/**
 * What became of the office's returns, most of them in time: those of the quarter before last were published, of custody
 * visits again after that, and so was the last year of reviews that was due. Of the quarter that ended last the one on
 * correspondence was; those on custody visits are due, and nobody has begun them.
 */
export const makeReturns = (means: Means): void => {
  const { w, today } = means;
  const { yearBegins } = settings(w, { identity: readIdentity(w) });
  const [due, before] = lastQuarters(today, yearBegins);
  const publish = (
    key: string,
    { id, to }: ParsedPeriod,
    after: number,
    sections: Record<string, string>,
  ) => {
    const of = { key, period: id };
    const prepared = onDay(means, addDays(to, after - 10));
    prepared.writes(of, sections);
    prepared.signs(of);
    onDay(means, addDays(to, after)).publishes(of);
  };
  publish('icva-quarter', before, 20, words);
  publish('custody-quarter', before, 27, words);
  publish('metrics-quarter', before, 28, ofCorrespondence);
  const reviewed = previousPeriod(yearContaining(addDays(today, -90), yearBegins), yearBegins);
  publish('review-year', reviewed, 55, ofReviews);
  publish('panel-complaints', reviewed, 80, ofReviews);
  if (addDays(due.to, 28) <= today) publish('metrics-quarter', due, 28, ofCorrespondence);
  const of = { key: 'custody-quarter', period: before.id };
  const again = onDay(means, addDays(before.to, 41));
  again.reopens(of, 'What is said of waits at the door was made plainer at the panel’s wish.');
  again.writes(of, { ...words, areas: reworded });
  again.signs(of);
  onDay(means, addDays(before.to, 43)).publishes(of);
};
