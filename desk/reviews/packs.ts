import { readAll, readRecord } from '#db/records.ts';
import { type Reader, sql } from '#db/sql.ts';
import type { Output } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { endOf } from '#shared/measures/evaluate.ts';
import { reviewsByTheme } from '#shared/measures/review-tables.ts';
import { type ParsedPeriod, parsePeriod, yearContaining } from '#shared/periods.ts';
import { answerTo, type Recommendation, recommendationTitle } from '#shared/records/recommendation.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { answerDeadline } from '#shared/reviews/deadlines.ts';
import { withoutNames } from '#shared/reviews/unnamed.ts';
import { recordsOf } from '../contacts/who.ts';
import type { Context, Reads } from '../context.ts';
import { inventedNotice, settings } from '../office.ts';
import { figuresAreReady } from '../returns/compute.ts';
import { doubtsIn } from '../returns/written.ts';
import { clocksOf } from './around.ts';
import { quartersIn, totalsOf } from './casework.ts';

type ForcePack = Output<'packs.force'>;

/** The period that is asked for, where the figures stand. */
const asked = (r: Reader, text: string, ctx: Context): Result<ParsedPeriod, Failure> => {
  const period = parsePeriod(text, settings(r, ctx).yearBegins);
  if (!period.ok) return period;
  return figuresAreReady(r) ? period : fail({ tag: 'figuresWait' });
};

const isWithin = (day: string, { from, to }: ParsedPeriod): boolean => day >= from && day <= to;

const completedIn = (r: Reader, { from, to }: ParsedPeriod) =>
  r.all(
    sql
      .selectFrom('review_fact')
      .select(['id', 'decision'])
      .where('what', '=', 'completed')
      .where('date', '>=', from)
      .where('date', '<=', to),
  );

const upheldThemes = (r: Reader, { from, to }: ParsedPeriod): ForcePack['themes'] => {
  const facts = r.all(
    sql
      .selectFrom('review_theme')
      .selectAll()
      .where('what', '=', 'completed')
      .where('decision', '=', 'upheld')
      .where('date', '>=', from)
      .where('date', '<=', to),
  );
  return reviewsByTheme(facts, { from, to }, 'completed').map(([theme, upheld]) => ({ theme, upheld }));
};

/** The review of a recommendation: its number, and the names that what is said of it must not hold. */
const reviewOf = (r: Reader, id: string): { reference: string | null; names: string[] } => {
  const review = readRecord(r, 'review', id)?.document;
  const contacts = [review?.applicant, review?.representative?.person].flatMap((one) => one ?? []);
  return {
    reference: review?.reference ?? review?.imported?.reference ?? null,
    names: contacts.flatMap((one) =>
      recordsOf(r, one).flatMap(({ name, aliases = [] }) => [name, ...aliases]),
    ),
  };
};

type Recommended = Pick<ForcePack['changed'][number], 'id' | 'reference' | 'kind' | 'words' | 'madeOn'>;
type Told = { one: Recommendation; base: Recommended; clean(words: string): string };

const toldOf = (r: Reader, one: Recommendation): Told => {
  const { reference, names } = reviewOf(r, one.review);
  const clean = (words: string) => withoutNames(words, names);
  const { id, kind, words, madeOn } = one;
  return {
    one,
    clean,
    base: { id, reference, kind: recommendationTitle(kind), words: clean(words), madeOn },
  };
};

/** By the day of the answer that stands: refused, or accepted in part, of which the rest was refused. */
const refusedIn = (all: readonly Told[], period: ParsedPeriod): ForcePack['refused'] =>
  all.flatMap(({ one, base, clean }) => {
    const answer = answerTo(one);
    if (!answer || answer.answer === 'accepted' || !isWithin(answer.on, period)) return [];
    return [{ ...base, answer: answer.answer, on: answer.on, reasons: clean(answer.reasons ?? '') }];
  });

const unansweredOn = (
  all: readonly Told[],
  day: string,
  clocks: ReturnType<typeof clocksOf>,
): ForcePack['unanswered'] =>
  all
    .filter(({ one }) => one.madeOn <= day && !one.answers.some(({ on }) => on <= day))
    .map(({ one, base }) => {
      const due = answerDeadline(one, clocks)?.due ?? null;
      return { ...base, due, late: due !== null && due < day };
    });

const changedIn = (all: readonly Told[], period: ParsedPeriod): ForcePack['changed'] =>
  all.flatMap(({ one, base, clean }) =>
    one.changed
      .filter(({ on }) => isWithin(on, period))
      .map(({ words, on }) => ({ ...base, changed: clean(words), on })),
  );

const sharesTo = (r: Reader, ctx: Context, quarter: ParsedPeriod, yearBegins: number): ForcePack['shares'] =>
  quartersIn(yearContaining(quarter.from, yearBegins), yearBegins)
    .filter(({ from }) => from <= quarter.from)
    .map((one) => {
      const { totals, received, share } = totalsOf(r, ctx, one);
      return { quarter: one.label, received, finalised: totals?.finalisedInSchedule ?? null, share };
    });

const forcePack = (r: Reader, quarter: string, ctx: Context): Result<ForcePack, Failure> => {
  const period = asked(r, quarter, ctx);
  if (!period.ok) return period;
  if (period.value.kind !== 'quarter') return fail({ tag: 'badPeriod', text: quarter });
  const { id, label, from, to } = period.value;
  const office = settings(r, ctx);
  const completed = completedIn(r, period.value);
  const all = readAll(r, 'recommendation')
    .sort((a, b) => (`${a.madeOn} ${a.id}` < `${b.madeOn} ${b.id}` ? -1 : 1))
    .map((one) => toldOf(r, one));
  const refused = refusedIn(all, period.value);
  const day = endOf({ from, to, today: ctx.today });
  const unanswered = unansweredOn(all, day, clocksOf(r, ctx));
  const changed = changedIn(all, period.value);
  const texts = [
    ...[...refused, ...unanswered, ...changed].map(({ words }) => words),
    ...refused.map(({ reasons }) => reasons),
    ...changed.map((one) => one.changed),
  ];
  return ok({
    period: { id, label, from, to },
    body: office.body,
    notice: office.invented ? inventedNotice : null,
    completed: completed.length,
    upheld: completed.filter(({ decision }) => decision === 'upheld').length,
    themes: upheldThemes(r, period.value),
    ...{ refused, unanswered, changed },
    shares: sharesTo(r, ctx, period.value, office.yearBegins),
    doubts: doubtsIn(r, ctx, texts),
  });
};

export const packReads = {
  'packs.force': (r, { quarter }, ctx) => forcePack(r, quarter, ctx),
} satisfies Partial<Reads>;
