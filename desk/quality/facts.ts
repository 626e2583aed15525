import type { Span } from '#db/measures.ts';
import { readAll } from '#db/records.ts';
import type { Reader } from '#db/sql.ts';
import { measureById } from '#shared/measures/icv.ts';
import type { Measure } from '#shared/measures/measure.ts';
import { measured } from '#shared/measures/wording.ts';
import { count, percent } from '#shared/numbers.ts';
import type { ParsedPeriod } from '#shared/periods.ts';
import {
  type CountedFact,
  type Fact,
  type Figure,
  factIds,
  factTitles,
  shown,
} from '#shared/quality/facts.ts';
import { sessionsFact, standingFact } from '#shared/quality/people.ts';
import {
  daysSentence,
  feedbackFact,
  hoursFact,
  readFact,
  sameDayFact,
  visits,
} from '#shared/quality/reports.ts';
import type { Setting } from '#shared/records/setting.ts';
import { capital } from '#shared/text.ts';
import { questionTotals } from '#shared/volunteers/monitoring.ts';
import { questionsOf } from '#shared/volunteers/questions.ts';
import { smallNumbersOf } from '#shared/volunteers/suppress.ts';
import type { Context } from '../context.ts';
import { groupsOf, type Raws, rawsByGroup, rawsOf } from '../returns/groups.ts';
import { type OfficeRecords, officeRecords } from '../returns/of-office.ts';
import { reportsOf } from './inputs.ts';

type Office = Pick<Setting, 'delayThreshold' | 'trainings' | 'monitoring' | 'smallNumbers'>;

const nothing = { top: null, bottom: null, restsOn: 0, blank: 0 };
const measureOf = (id: string): Measure => measureById.get(id) as Measure;
const displayOf = (raws: Raws, id: string): string =>
  measured(measureOf(id), raws.get(id) ?? nothing).display;
const topOf = (raws: Raws, id: string): number => raws.get(id)?.top ?? 0;

/** The facts that are counted record by record. */
export const countedFacts = (r: Reader, period: Span, office: Office, { today }: Context): CountedFact[] => {
  const reports = reportsOf(r, period);
  const day = period.to < today ? period.to : today;
  const sessions = readAll(r, 'session');
  const people = { people: readAll(r, 'person'), trainings: office.trainings ?? [], sessions, day };
  return [
    hoursFact(reports),
    sameDayFact(reports),
    readFact(reports),
    standingFact('vetting', people),
    standingFact('accreditation', people),
    standingFact('training', people),
    sessionsFact(sessions, period.from, day),
    feedbackFact(reports),
  ];
};

/** All that the records prove of a period, in the order of print. */
export const factsOf = (r: Reader, period: ParsedPeriod, office: Office, ctx: Context): Fact[] => {
  const told = { from: period.from, to: period.to, today: ctx.today };
  const records = officeRecords(r);
  const raws = rawsOf(r, told, office.delayThreshold, records);
  const all = [
    targetFact(r, told, office, records, raws),
    daysFact(r, told, office, records, raws),
    ...measuredFacts(raws, office),
    ...countedFacts(r, period, office, ctx).map(shown),
    diversityFact(r, period, office, ctx),
  ];
  return factIds.flatMap((id) => all.find((one) => one.id === id) ?? []);
};

const ofMeasure = (raws: Raws, id: string): Figure => ({
  title: measureOf(id).title,
  display: displayOf(raws, id),
  behind: { at: 'measure', measure: id },
});

type Told = Span & { today: string };

const targetFact = (r: Reader, told: Told, office: Office, records: OfficeRecords, raws: Raws): Fact => {
  const wanted = new Set(['visits.attempted', 'visits.target']);
  const groups = groupsOf('suite', records);
  const bySuite = [
    ...rawsByGroup(r, told, office.delayThreshold, records, groups, ({ id }) => wanted.has(id)),
  ].filter(([, own]) => own.get('visits.target')?.top || own.get('visits.attempted')?.top);
  const aimed = bySuite.filter(([, own]) => own.get('visits.target')?.top);
  const reached = aimed.filter(([, own]) => topOf(own, 'visits.attempted') >= topOf(own, 'visits.target'));
  const [made, target] = [topOf(raws, 'visits.attempted'), topOf(raws, 'visits.target')];
  return {
    id: 'visits.target',
    title: factTitles['visits.target'],
    definition: `Visits begun in the period beside the visits aimed at. ${measureOf('visits.target').definition}`,
    proven: aimed.length > 0,
    sentence:
      aimed.length === 0
        ? 'No suite has a target for this period.'
        : `${count(made)} visits were begun against a target of ${count(target)} (${percent(made, target)}); ${count(reached.length)} of ${count(aimed.length)} suites with a target reached it.`,
    figures: [
      {
        title: 'All suites: visits begun',
        display: count(made),
        behind: { at: 'measure', measure: 'visits.attempted' },
      },
      {
        title: 'All suites: target',
        display: count(target),
        behind: { at: 'measure', measure: 'visits.target' },
      },
      ...bySuite.map(
        ([key, own]): Figure => ({
          title: key,
          display: own.get('visits.target')?.top
            ? `${count(topOf(own, 'visits.attempted'))} of ${count(topOf(own, 'visits.target'))}`
            : `${count(topOf(own, 'visits.attempted'))}, no target`,
          behind: { at: 'measure', measure: 'visits.attempted', by: 'suite', key },
        }),
      ),
    ],
  };
};

const daysFact = (r: Reader, told: Told, office: Office, records: OfficeRecords, raws: Raws): Fact => {
  const groups = groupsOf('weekday', records);
  const byDay = rawsByGroup(
    r,
    told,
    office.delayThreshold,
    records,
    groups,
    ({ id }) => id === 'visits.attempted',
  );
  const days = groups.map(({ key }) => [key, byDay.get(key)?.get('visits.attempted')?.top ?? 0] as const);
  return {
    id: 'visits.days',
    title: factTitles['visits.days'],
    definition: 'Visits begun in the period, by the day of the week.',
    proven: topOf(raws, 'visits.attempted') > 0,
    sentence: daysSentence(days),
    figures: days.map(([key, visits]) => ({
      title: key,
      display: count(visits),
      behind: { at: 'measure', measure: 'visits.attempted', by: 'weekday', key },
    })),
  };
};

/** Facts that are figures of the return: the same figures, the same records behind them. */
const measuredFacts = (raws: Raws, { delayThreshold }: Office): Fact[] => {
  const figures = (...ids: string[]) => ids.map((id) => ofMeasure(raws, id));
  const number = (id: string) => count(topOf(raws, id));
  const known = raws.get('delay.mean')?.restsOn ?? 0;
  const events = [
    'concerns.raised',
    'concerns.escalated',
    'concerns.answered',
    'concerns.closed',
    'concerns.open',
  ];
  return [
    {
      id: 'delays',
      title: factTitles.delays,
      definition: `Minutes from arrival at the station to admission to custody, over the ${count(known)} visits in which both times are known. The office’s threshold is ${count(delayThreshold)} minutes.`,
      proven: known > 0,
      sentence: `Visitors waited ${displayOf(raws, 'delay.mean')} minutes on average to be admitted, and ${displayOf(raws, 'delay.max')} at most; more than ${count(delayThreshold)} minutes: ${visits(topOf(raws, 'delay.over'))}; kept waiting without an explanation: ${visits(topOf(raws, 'delay.unexplained'))}.`,
      figures: figures('delay.mean', 'delay.max', 'delay.over', 'delay.unexplained'),
    },
    {
      id: 'police.answers',
      title: factTitles['police.answers'],
      definition: measureOf('concerns.answerDays').definition,
      proven: topOf(raws, 'concerns.escalated') + topOf(raws, 'concerns.answered') > 0,
      sentence: `${number('concerns.escalated')} concerns went to the police and ${number('concerns.answered')} were answered${raws.get('concerns.answerDays')?.bottom ? `, after ${displayOf(raws, 'concerns.answerDays')} days on average` : ''}; answers that were late when the period ended: ${number('concerns.unanswered')}.`,
      figures: figures(
        'concerns.escalated',
        'concerns.answered',
        'concerns.answerDays',
        'concerns.unanswered',
      ),
    },
    {
      id: 'concerns',
      title: factTitles.concerns,
      definition:
        'What was raised in the period, and what happened in it to concerns whenever they were raised.',
      proven: events.some((id) => topOf(raws, id) > 0),
      sentence: `${number('concerns.raised')} concerns were raised, ${number('concerns.resolvedOnVisit')} of them put right on the visit; visitors found ${number('concerns.checked')} put right later, ${number('concerns.cameBack')} came back, ${number('concerns.closed')} were closed, and ${number('concerns.open')} stood open when the period ended.`,
      figures: figures(
        'concerns.raised',
        'concerns.alreadyAddressed',
        'concerns.resolvedOnVisit',
        'concerns.checked',
        'concerns.cameBack',
        'concerns.closed',
        'concerns.open',
      ),
    },
    {
      id: 'volunteers.members',
      title: factTitles['volunteers.members'],
      definition:
        'Those who had joined and not left when the period ended; those who joined and left within it; the hours they wrote down.',
      proven: topOf(raws, 'volunteers.active') > 0,
      sentence: `${number('volunteers.active')} volunteers belonged to the scheme when the period ended; ${number('volunteers.joined')} had joined in it and ${number('volunteers.left')} had left. They gave ${displayOf(raws, 'volunteers.hours')} hours.`,
      figures: figures('volunteers.active', 'volunteers.joined', 'volunteers.left', 'volunteers.hours'),
    },
  ];
};

/** Totals of the last year that was asked, small numbers suppressed as everywhere: no answer is listed. */
const diversityFact = (r: Reader, { to }: Span, office: Office, { identity }: Context): Fact => {
  const answers = readAll(r, 'monitoring');
  const year = answers
    .map((one) => one.year)
    .filter((one) => one <= to.slice(0, 4))
    .sort()
    .at(-1);
  const ofYear = answers.filter((one) => one.year === year);
  const totals = questionsOf(office, identity.office).map((question) =>
    questionTotals(question, ofYear, smallNumbersOf(office)),
  );
  const people = totals[0]?.total;
  const words = (told: number | 'suppressed' | undefined) =>
    typeof told === 'number' ? count(told) : 'Too few to tell';
  return {
    id: 'diversity',
    title: factTitles.diversity,
    definition:
      'What those who answered said of themselves, in the last year in which they were asked. Numbers small enough to point at somebody are not told, and neither is what they could be worked out from.',
    proven: typeof people === 'number' && people > 0,
    sentence:
      year === undefined
        ? 'Nobody has been asked yet.'
        : `${typeof people === 'number' ? count(people) : 'Too few to tell'} answered in ${year}.`,
    figures:
      year === undefined
        ? []
        : totals.flatMap(({ question, options }) =>
            options.map(({ option, people: told, census }) => ({
              title: `${capital(question)}: ${option}`,
              display: `${words(told)}${census === undefined ? '' : ` (${census}% of the area)`}`,
              behind: { at: 'monitoring' as const },
            })),
          ),
  };
};
