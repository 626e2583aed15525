import type { Database } from 'better-sqlite3';
import { waits } from '#shared/checks/waits.ts';

type Span = { from: string; to: string };

const done = "outcome = 'completed'";
const counted = [
  'held',
  'notAvailable',
  'notOffered',
  'offered',
  'accepted',
  'declined',
  'observedOnly',
  'recordOnly',
  'unexplained',
];
const ratio = (name: string, of: string, to: string, known: string) => `
  sum(${of}) filter (where ${done} and ${known}) as ${name}Top, sum(${to}) filter (where ${done} and ${known}) as ${name}Bottom,
  count(*) filter (where ${done} and ${known}) as ${name}Rests`;

/** Every figure over visits of the custody return in one statement, written by hand over the facts. */
const measuresText = `
  select count(*) as attempted, count(*) filter (where ${done}) as completed,
    count(*) filter (where outcome in ('abandoned', 'refused', 'closed')) as abandoned,
    ${counted.map((f) => `sum(${f}) filter (where ${done}) as ${f}, count(${f}) filter (where ${done}) as ${f}Rests`).join(', ')},
    sum(ifnull(accepted, 0) + ifnull(observedOnly, 0)) filter (where ${done}) as seen,
    count(accepted + observedOnly) filter (where ${done}) as seenRests,
    ${ratio('ofOffered', 'accepted', 'offered', 'accepted is not null and offered is not null')},
    ${ratio('ofAvailable', 'accepted', 'held - notAvailable', 'accepted is not null and held is not null and notAvailable is not null')},
    ${ratio('ofHeld', 'accepted', 'held', 'accepted is not null and held is not null')},
    ${ratio('offeredOfHeld', 'offered', 'held', 'offered is not null and held is not null')},
    ${ratio('awayOfHeld', 'notAvailable', 'held', 'notAvailable is not null and held is not null')},
    sum(delay) as delaySum, count(delay) as delays, max(delay) as delayMax, count(*) filter (where delay > 10) as delayOver,
    sum(satisfactory) as satisfied, count(satisfactory) as satisfiedRests,
    sum(satisfactory) filter (where ${done}) as satisfiedDone, count(satisfactory) filter (where ${done}) as satisfiedDoneRests,
    sum(opcat) as opcat, count(opcat) as opcatRests, sum(praise) as praise, count(praise) as praiseRests,
    sum(volunteerMinutes) as volunteerMinutes, count(volunteerMinutes) as volunteerMinutesRests,
    count(*) filter (where delayExplained = 'no explanation given' and (keptWaiting = 1 or delay > 10)) as delayUnexplained,
    count(*) filter (where illTreatment = 1) as illTreatment,
    sum(mattersRaised) as matters, count(mattersRaised) as mattersRests, sum(mattersAddressed) as mattersAddressed,
    sum(mattersResolved) as mattersResolved, sum(mattersOutstanding) as mattersOutstanding
  from visit_fact where date between ? and ?`;

/** Every figure over the detainees entered, likewise. */
const entered = `count(*) filter (where ${done}) as entered,
  count(*) filter (where ${done} and state = 'accepted') as consentTop,
  count(*) filter (where ${done} and state in ('accepted', 'declined')) as consentBottom,
  count(*) filter (where ${done} and state is not null) as consentRests`;
const rights = `count(rightsUnderstood) filter (where ${done} and state = 'accepted') as asked,
  sum(rightsUnderstood) filter (where ${done} and state = 'accepted') as understood,
  count(*) filter (where ${done} and state = 'accepted') as spokenTo`;
const detaineesText = `
  select ${entered}, ${rights}, count(*) filter (where ${done} and ageGroup = 'under18') as children,
    count(*) filter (where ${done} and vulnerable = 1) as vulnerable,
    count(*) filter (where ${done} and state = 'accepted' and rightsUnderstood = 0) as notUnderstood,
    sum(requestsRaised) filter (where ${done}) as requests,
    sum(requestsAddressed) filter (where ${done}) as requestsAddressed,
    sum(requestsResolved) filter (where ${done}) as requestsResolved,
    sum(requestsOutstanding) filter (where ${done}) as requestsOutstanding
  from detainee_fact where date between ? and ?`;

/** What happened to concerns, and how they stood when the span ended. */
const happened = [
  'raised',
  'addressed',
  'resolved',
  'escalated',
  'answered',
  'checked',
  'came back',
  'closed',
];
const concerns = `${happened.map((what) => `count(*) filter (where what = '${what}') as "concerns ${what}"`).join(', ')},
  sum(days) filter (where what = 'answered') as answerDays, count(days) filter (where what = 'answered') as answersWithDays`;
const concernsText = `select ${concerns} from concern_fact where date between ? and ?`;
const standing = `date <= max(?, ?) and (until is null or until > max(?, ?))`;
const standingText = `
  select count(*) filter (where what = 'open') as concernsOpen, count(*) filter (where what = 'unanswered') as unanswered
  from concern_span where ${standing}`;

/** Who joined and left, and who belonged to the scheme when the span ended. */
const volunteersText = `select count(*) filter (where what = 'joined') as joined, count(*) filter (where what = 'left') as "left"
  from volunteer_fact where date between ? and ?`;
const servingText = `select count(*) as active from volunteer_span where ${standing}`;

/** Custody records that were read, and what their time lines say people waited: as lists, out of which the median is taken. */
const read =
  'count(*) as checks, sum(recorded) as recorded, sum(notRecorded) as notRecorded, sum(asked) as questionsAsked';
const checksText = `select ${read} from check_fact where date between ? and ?`;
const waited = 'json_group_array(minutes)';
const waitsText = `select ${waits
  .map(({ id }) => `${waited} filter (where wait = '${id}') as "${id}"`)
  .join(', ')} from check_wait where date between ? and ?`;

/** The wait that so many of them were no longer than. */
const nearest = (minutes: readonly number[], tenths: number): number | null =>
  minutes.toSorted((a, b) => a - b)[Math.ceil((minutes.length * tenths) / 10) - 1] ?? null;

export type HandFigures = Record<string, number | null>;

const office = "('received', 'read', 'queried', 'answered', 'accepted')";

const spans = (text: string) => text.split('?').length - 1;

/** The statements a whole return needs beside the measures of its periods: tables by part, reasons, and checks. */
const parts = [
  `select suite, substr(date, 1, 7) as month, sum(held) from visit_fact where date between ? and ? and ${done} group by 1, 2`,
  `select suite, count(*), count(*) filter (where ${done}), sum(held) filter (where ${done}), sum(offered) filter (where ${done}),
    sum(accepted) filter (where ${done}), sum(accepted) filter (where ${done} and offered is not null),
    sum(offered) filter (where ${done} and accepted is not null) from visit_fact where date between ? and ? group by suite`,
  'select hour, count(*) from visit_fact where date between ? and ? group by hour',
  'select weekday, hour, count(*) from visit_fact where date between ? and ? group by 1, 2',
  'select weekday, count(*) from visit_fact where date between ? and ? group by weekday',
  'select method, count(*) from visit_fact where date between ? and ? group by method',
  `select branch, reason, sum(count) from reason_fact where date between ? and ?
    and id not in (select id from visit_fact where date between ? and ? and outcome <> 'completed') group by 1, 2 order by 3 desc`,
  `select id, unexplained from visit_fact where date between ? and ? and ${done} and unexplained <> 0 order by date desc, id desc`,
  `select id from visit_fact where date between ? and ? and ${done} and offered <> accepted + declined order by date desc, id desc`,
  `select distinct id from split_fact where date between ? and ? and age = 'not recorded' and (held < 0 or notAvailable < 0
    or notOffered < 0 or offered < 0 or accepted < 0 or declined < 0) order by date desc, id desc`,
  `select id from visit_fact where date between ? and ? and ${done} and (held is null or offered is null) order by date desc, id desc`,
  `select v.id from (select listed_on, suite, arrived from visit indexed by visit_alike
    where listed_on between ? and ? and state in ${office} group by 1, 2, 3 having count(*) > 1) d
    join visit v indexed by visit_alike on v.listed_on = d.listed_on and v.suite = d.suite and v.arrived is d.arrived
    where v.state in ${office} order by v.listed_on desc, v.id desc`,
  `select distinct a.id from (select listed_on, suite, held, offered, accepted from visit indexed by visit_alike
    where listed_on between ? and ? and state in ${office} and held is not null group by 1, 2, 3, 4, 5 having count(*) > 1) d
    ${['a', 'b']
      .map(
        (
          v,
        ) => `join visit ${v} indexed by visit_alike on ${v}.listed_on = d.listed_on and ${v}.suite = d.suite
        and ${v}.held = d.held and ${v}.offered is d.offered and ${v}.accepted is d.accepted and ${v}.state in ${office}`,
      )
      .join(' ')}
    where a.arrived is not b.arrived and ((a.visitor1 is b.visitor1 and a.visitor2 is b.visitor2)
      or (a.visitor1 is b.visitor2 and a.visitor2 is b.visitor1)) order by a.listed_on desc, a.id desc`,
  ...['sex', 'ageGroup', 'ethnicity'].map(
    (by) =>
      `select ${by}, ${entered}, ${rights} from detainee_fact where date between ? and ? group by ${by}`,
  ),
  ...['cohort', 'suite'].map(
    (by) => `select ${by}, ${read} from check_fact where date between ? and ? group by ${by}`,
  ),
  ...['concernArea', 'suite'].flatMap((by) => [
    `select ${by}, ${concerns} from concern_fact where date between ? and ? group by ${by}`,
    `select ${by}, count(*) from concern_span where ${standing} and what = 'open' group by ${by}`,
  ]),
  'select distinct suite from visit_fact where date between ? and ?',
  `select id from visit where state in ('draft', 'ready') and listed_on between ? and ? order by listed_on desc, id desc`,
];

const each = (by: string, text: string): string =>
  `${text.replace('select ', `select ${by}, `)} group by ${by}`;

/** The figures of each suite, sex and age group of a period: those that can be told of it. */
const splitTexts = [
  ...[measuresText, concernsText, checksText, waitsText].map((text) => each('suite', text)),
  `select suite, count(*) from concern_span where ${standing} and what in ('open', 'unanswered') group by suite, what`,
  ...['sex', 'age'].map(
    (by) =>
      `select ${by}, ${counted
        .map((f) => `sum(${f})`)
        .filter((sum) => sum !== 'sum(unexplained)')
        .join(', ')}
      from split_fact where date between ? and ?
        and id not in (select id from visit_fact where date between ? and ? and outcome <> 'completed') group by ${by}`,
  ),
  ...['sex', 'ageGroup'].map((by) => each(by, detaineesText)),
];

const consent = ratio('ofOffered', 'accepted', 'offered', 'accepted is not null and offered is not null');

/** The main counts by the months of a period. */
const monthTexts = [
  `select substr(date, 1, 7), count(*) filter (where ${done}), sum(held) filter (where ${done}),
    sum(offered) filter (where ${done}), sum(accepted) filter (where ${done}), ${consent}
    from visit_fact where date between ? and ? group by 1`,
  `select substr(date, 1, 7), count(*) from concern_fact where date between ? and ? and what = 'raised' group by 1`,
];

/** What is held against the same of the periods before. */
const unusualText = `select count(*), count(*) filter (where outcome in ('abandoned', 'refused', 'closed')),
  sum(held) filter (where ${done}), sum(offered) filter (where ${done}), ${consent}, sum(delay), count(delay),
  count(*) filter (where delay > 10) from visit_fact where date between ? and ?`;

/** A return written by hand: the figures of its own and of four other periods, and all the rest of the period's own. */
export const returnByHand = (db: Database) => {
  const measures = db.prepare<unknown[], HandFigures>(measuresText);
  const detainees = db.prepare<unknown[], HandFigures>(detaineesText);
  const followed = db.prepare<unknown[], HandFigures>(concernsText);
  const stood = db.prepare<unknown[], HandFigures>(standingText);
  const volunteers = db.prepare<unknown[], HandFigures>(volunteersText);
  const serving = db.prepare<unknown[], HandFigures>(servingText);
  const checked = db.prepare<unknown[], HandFigures>(checksText);
  const listed = db.prepare<unknown[], Record<string, string>>(waitsText);
  const quantiles = (from: string, to: string): HandFigures =>
    Object.fromEntries(
      Object.entries(listed.get(from, to)!).flatMap(([wait, text]) => {
        const minutes = JSON.parse(text) as number[];
        return [
          [`${wait}.median`, nearest(minutes, 5)],
          [`${wait}.p90`, nearest(minutes, 9)],
        ];
      }),
    );
  const prepared = parts.map((text) => ({ statement: db.prepare(text), spans: spans(text) / 2 }));
  const heldByMonth = prepared[0]!.statement;
  const split = [...splitTexts, ...monthTexts].map((text) => ({
    statement: db.prepare(text),
    spans: spans(text) / 2,
  }));
  const unusual = db.prepare(unusualText);
  return {
    measures: ({ from, to }: Span): HandFigures => ({
      ...measures.get(from, to)!,
      ...detainees.get(from, to)!,
      ...followed.get(from, to)!,
      ...stood.get(from, to, from, to)!,
      ...volunteers.get(from, to)!,
      ...serving.get(from, to, from, to)!,
      ...checked.get(from, to)!,
      ...quantiles(from, to),
    }),
    splitsAndMonths: ({ from, to }: Span): void => {
      for (const { statement, spans } of split)
        statement.all(...Array.from({ length: spans }, () => [from, to]).flat());
    },
    whole: (own: Span, others: readonly Span[], before: readonly Span[]): void => {
      for (const { from, to } of [own, ...others]) {
        measures.get(from, to);
        detainees.get(from, to);
        followed.get(from, to);
        stood.get(from, to, from, to);
        volunteers.get(from, to);
        serving.get(from, to, from, to);
        checked.get(from, to);
        quantiles(from, to);
        heldByMonth.all(from, to);
      }
      for (const { from, to } of before) unusual.get(from, to);
      for (const { statement, spans } of prepared.slice(1))
        statement.all(...Array.from({ length: spans }, () => [own.from, own.to]).flat());
    },
  };
};
