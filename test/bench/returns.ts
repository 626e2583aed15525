import { deepEqual, equal } from 'node:assert/strict';
import { measure } from '#db/measures.ts';
import { namedResult } from '#desk/returns/composed.ts';
import { returnReads } from '#desk/returns/compute.ts';
import { differencesOf } from '#desk/returns/differences.ts';
import { fileOf, freeze } from '#desk/returns/frozen.ts';
import { factMeasures } from '#desk/returns/groups.ts';
import { askedFor } from '#desk/returns/named.ts';
import { look } from '#desk/returns/work.ts';
import { waits } from '#shared/checks/waits.ts';
import { instant } from '#shared/ids.ts';
import type { Raw } from '#shared/measures/evaluate.ts';
import {
  type ParsedPeriod,
  parsePeriod,
  previousPeriod,
  samePeriodLastYear,
  yearToDate,
} from '#shared/periods.ts';
import { fiveYearsTo } from '#shared/returns/five-years.ts';
import { beside, type Measurement } from './measure.ts';
import { type HandFigures, returnByHand } from './returns-by-hand.ts';
import { type Inside, must, quarter, tenYears } from './store.ts';

const threshold = 10;
/** The last whole year of the example. */
const year = '2025-26';

/** That both say the same, so that nothing is compared with something easier. */
const mustBeEqual = (ours: ReadonlyMap<string, Raw>, hand: HandFigures): void => {
  const top = (id: string) => ours.get(id)?.top;
  const rests = (id: string) => ours.get(id)?.restsOn;
  equal(top('visits.completed'), hand.completed);
  equal(top('detainees.held'), hand.held);
  equal(rests('detainees.held'), hand.heldRests);
  equal(top('seenIncludingObserved'), hand.seen);
  equal(top('consent.ofAvailable'), hand.ofAvailableTop);
  equal(ours.get('consent.ofAvailable')?.bottom, hand.ofAvailableBottom);
  equal(rests('notAvailable.ofHeld'), hand.awayOfHeldRests);
  equal(top('delay.mean'), hand.delaySum);
  equal(top('delay.max'), hand.delayMax);
  equal(top('delay.over'), hand.delayOver);
  equal(top('satisfactory.ofCompleted'), hand.satisfiedDone ?? 0);
  equal(top('volunteers.hours'), hand.volunteerMinutes);
  equal(top('delay.unexplained'), hand.delayUnexplained);
  equal(top('matters.outstanding'), hand.mattersOutstanding ?? 0);
  equal(top('concerns.raised'), hand['concerns raised']);
  equal(top('concerns.answerDays'), hand.answerDays ?? 0);
  equal(top('concerns.cameBack'), hand['concerns came back']);
  equal(top('concerns.open'), hand.concernsOpen);
  equal(top('concerns.unanswered'), hand.unanswered);
  for (const which of ['active', 'joined', 'left']) equal(top(`volunteers.${which}`), hand[which]);
  equal(top('recordChecks.count'), hand.checks);
  equal(top('recordChecks.recorded'), hand.recorded ?? 0);
  equal(top('recordChecks.notRecorded'), hand.notRecorded ?? 0);
  equal(ours.get('recordChecks.recorded')?.bottom, hand.questionsAsked ?? 0);
  for (const { id } of waits)
    for (const at of ['median', 'p90'] as const) equal(top(`recordChecks.${id}.${at}`), hand[`${id}.${at}`]);
  equal(top('people.entered'), hand.entered);
  equal(top('people.vulnerable'), hand.vulnerable);
  equal(top('consent.entered.ofOffered'), hand.consentTop);
  equal(ours.get('consent.entered.ofOffered')?.bottom, hand.consentBottom);
  equal(top('rights.understood'), hand.understood ?? 0);
  equal(rests('rights.understood'), hand.asked);
  equal(top('requests.made'), hand.requests ?? 0);
};

/** The periods before that a return holds its figures against, one after the other. */
const eightBefore = (period: ParsedPeriod): ParsedPeriod[] => {
  const before = [previousPeriod(period)];
  while (before.length < 8) before.push(previousPeriod(before.at(-1) as ParsedPeriod));
  return before;
};

/**
 * The figures of a period in one pass over the facts, and the whole return with its comparisons, tables and checks: the
 * peer's statements find all of it too, and word nothing.
 */
export const returns = async ({ r, ctx, db }: Inside, rounds: number): Promise<Measurement[]> => {
  const hand = returnByHand(db);
  const measured: Measurement[] = [];
  for (const [name, id, times] of [
    ['a quarter', quarter, 4],
    ['ten years', tenYears, 1],
  ] as const) {
    const period = must(parsePeriod(id));
    const soFar = yearToDate(period);
    const others = [previousPeriod(period), samePeriodLastYear(period), soFar, samePeriodLastYear(soFar)];
    const ours = () => measure(r, factMeasures, period, threshold).get(null)!;
    mustBeEqual(ours(), hand.measures(period));
    measured.push(
      await beside(`return, ${name}: figures`, rounds * times, ours, () => hand.measures(period)),
      await beside(
        `return, ${name}: whole`,
        rounds * times,
        () => must(returnReads['returns.compute'](r, { return: 'icv', period: id }, ctx)),
        // What is longer than a year is held against no periods before.
        () => hand.whole(period, others, period.kind === 'range' ? [] : eightBefore(period)),
      ),
    );
  }
  return [...measured, ...(await signing({ r, ctx, db }, rounds))];
};

/** The return of a year with its splits, months and five years; what signing it off takes, and what is different since. */
const signing = async ({ r, ctx, db }: Inside, rounds: number): Promise<Measurement[]> => {
  const hand = returnByHand(db);
  const asked = must(askedFor(r, ctx, { key: 'custody-year', period: year }));
  const years = fiveYearsTo(asked.period, 4).slice(0, -1);
  const shown = () => namedResult(r, asked.definition, asked.period, ctx);
  const looked = look(r, ctx, asked);
  const kept = () => freeze(r, ctx, asked, looked, { as: 'Chief executive', at: instant(ctx.sources) });
  const frozen = kept();
  deepEqual(differencesOf(r, ctx, asked, frozen).figures, []);
  return [
    await beside('return, a year: with splits, months and five years', rounds * 4, shown, () => {
      hand.whole(asked.period, years.slice(-1), eightBefore(asked.period));
      for (const one of years.slice(0, -1)) hand.measures(one);
      hand.splitsAndMonths(asked.period);
    }),
    await beside('return, a year: kept as signed, beside shown', rounds, () => fileOf(ctx, kept()), shown),
    await beside(
      'return, a year: differences since, beside shown',
      rounds,
      () => differencesOf(r, ctx, asked, frozen),
      shown,
    ),
  ];
};
