import { derivedId } from '#shared/ids.ts';
import { type ParsedPeriod, previousPeriod, quarterContaining } from '#shared/periods.ts';
import {
  type ComplaintSample,
  type ScheduleTotals,
  sampleAnswers,
} from '#shared/records/complaint-sample.ts';
import { defaultSampling } from '#shared/records/review-settings.ts';
import type { Setting } from '#shared/records/setting.ts';
import { daysAfter } from './days.ts';
import type { Dice } from './dice.ts';
import { part } from './review-parts.ts';
import { matters } from './review-words.ts';

type Means = { office: string; own: string; today: string; yearBegins: number; dice: Dice };

/** Eleven quarters that have ended, the last without what the force has not supplied yet. */
const quarters = 11;

const totals = ({ office, today, yearBegins, dice }: Means): ScheduleTotals[] => {
  const told: ScheduleTotals[] = [];
  let quarter: ParsedPeriod = previousPeriod(quarterContaining(today, yearBegins), yearBegins);
  for (let n = 0; n < quarters; n++, quarter = previousPeriod(quarter, yearBegins)) {
    const [logged, finalised] = [dice.int(180, 240), dice.int(170, 235)];
    const loggedInSchedule = dice.int(52, 68);
    const byInvestigation = dice.int(9, 16);
    const otherwise = dice.int(34, 48);
    told.push({
      id: derivedId(office, 'scheduleTotals', quarter.from),
      ...{ from: quarter.from, to: quarter.to, logged, loggedInSchedule, finalised },
      finalisedInSchedule: byInvestigation + otherwise,
      ...(n > 0 && { byInvestigation, otherwise }),
    });
  }
  return told;
};

/** So many closed complaints were looked at, three at a time; of the last the force has not been told yet. */
const looked = 9;

const samples = ({ office, own, today, dice }: Means): ComplaintSample[] =>
  Array.from({ length: looked }, (_, n): ComplaintSample => {
    const id = derivedId(office, 'complaintSample', String(n));
    const on = daysAfter(today, -(20 + 92 * Math.floor((looked - 1 - n) / 3)));
    const matter = matters[n % matters.length] as (typeof matters)[number];
    const isGood = dice.percent(60);
    return {
      ...{ id, on, by: own, category: matter.category, closed: daysAfter(on, -dice.int(20, 80)) },
      reference: `CO/${String(dice.int(100, 299)).padStart(5, '0')}/${on.slice(2, 4)}`,
      answers: defaultSampling.map((question) => ({
        id: part(id, 'question', question.id),
        question: question.words,
        answer: isGood ? 'yes' : dice.pick(sampleAnswers),
      })),
      findings: isGood ? 'Handled with care and explained well.' : matter.upheld,
      ...(n < looked - 3 &&
        !isGood && { feedback: 'Talked over with Professional Standards, who will look into it.' }),
    };
  });

/** The lists that the office of the example keeps for its reviews. */
const lists = (office: string): NonNullable<Setting['reviews']> => {
  const listed = (kind: string, names: readonly (string | undefined)[]) =>
    [...new Set(names)]
      .flatMap((name) => (name ? [{ id: part(office, kind, name), name }] : []))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    themes: listed(
      'reviewTheme',
      matters.map(({ theme }) => theme),
    ),
    factors: listed(
      'reviewFactor',
      matters.map(({ factor }) => factor),
    ),
  };
};

/** What stands beside the reviews of the example: the force’s totals, complaints that were looked at, and the lists. */
export const makeComplaints = (means: Means) => ({
  scheduleTotals: totals(means),
  complaintSamples: samples(means),
  reviewLists: lists(means.office),
});
