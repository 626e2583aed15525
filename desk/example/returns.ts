import { readIdentity } from '#db/office.ts';
import type { Writer } from '#db/sql.ts';
import type { Parsed } from '#shared/contract.ts';
import { newId, type Sources } from '#shared/ids.ts';
import { previousPeriod, quarterContaining } from '#shared/periods.ts';
import { addDays } from '#shared/times.ts';
import { type Context, localDay } from '../context.ts';
import { settings } from '../office.ts';
import { returnLifeReads, returnLifeWrites } from '../returns/life.ts';

const words = {
  good: 'Blankets and books were offered on every visit, and in most suites before they were asked for.',
  impact: 'Interpreters are now called by video where nobody can come within the hour.',
  areas: 'Waits at the door remain long in the evening; they are looked at again in the next quarter.',
};
const reworded = 'Waits at the door remain long in the evening. Each suite has been asked for its reasons.';

/** On whose words, and why, the example leaves what its checks find: mistakes are made in it on purpose. */
const reason = 'Looked into with the suite; the report stays as its visitors wrote it.';

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
          done(returnLifeWrites['returns.answer'](w, { ...of, id: id(), check, found, reason }, ctx));
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

/**
 * What became of the last quarters of custody visits: one was published, the one after it published and issued again. The
 * one that ended last is due, and nobody has begun it.
 */
export const makeReturns = (means: Means): void => {
  const { w } = means;
  const { yearBegins } = settings(w, { identity: readIdentity(w) });
  const due = previousPeriod(quarterContaining(means.today, yearBegins), yearBegins);
  const revised = previousPeriod(due, yearBegins);
  const published = previousPeriod(revised, yearBegins);
  for (const { id, to } of [published, revised]) {
    const of = { key: 'custody-quarter', period: id };
    const prepared = onDay(means, addDays(to, 20));
    prepared.writes(of, words);
    prepared.signs(of);
    onDay(means, addDays(to, 27)).publishes(of);
  }
  const of = { key: 'custody-quarter', period: revised.id };
  const again = onDay(means, addDays(revised.to, 41));
  again.reopens(of, 'What is said of waits at the door was made plainer at the panel’s wish.');
  again.writes(of, { ...words, areas: reworded });
  again.signs(of);
  onDay(means, addDays(revised.to, 43)).publishes(of);
};
