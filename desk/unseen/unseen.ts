import { readAll } from '#db/records.ts';
import { type Reader, sql } from '#db/sql.ts';
import { notRecorded } from '#shared/measures/facts.ts';
import { type Suite, suiteStatusOn } from '#shared/records/suite.ts';
import { fail, ok } from '#shared/result.ts';
import { addDays } from '#shared/times.ts';
import { cannotSay } from '#shared/unseen/cannot-say.ts';
import { againstThroughput } from '#shared/unseen/throughput.ts';
import { type SeenVisit, unseen } from '#shared/unseen/unseen.ts';
import type { Reads } from '../context.ts';
import { figuresAreReady } from '../returns/compute.ts';

/** Two years of visits tell enough, and what the force's figures are held against is the last of them. */
const weeksBack = 104;
const monthsBack = 12;

type Fact = Omit<SeenVisit, 'children' | 'women'> & {
  outcome: string;
  method: string | null;
  accepted: number | null;
};

const visitFacts = (r: Reader, from: string, to: string): Fact[] =>
  r.all(
    sql
      .selectFrom('visit_fact as f')
      .innerJoin('visit as v', 'v.id', 'f.id')
      .select([
        'f.id',
        'f.suite',
        'f.date',
        'f.hour',
        'f.weekday',
        'f.outcome',
        'f.method',
        'f.accepted',
        'v.reference',
      ])
      .where('f.date', '>=', from)
      .where('f.date', '<=', to),
  );

type Spoken = { children: number; women: number; unknown: number };

/** Of whom reports say that they were spoken to, visit by visit. */
const spokenTo = (r: Reader, from: string, to: string): Map<string, Spoken> => {
  const rows = r.all(
    sql
      .selectFrom('split_fact')
      .select(['id', 'age', 'sex', 'accepted'])
      .where('date', '>=', from)
      .where('date', '<=', to)
      .where('accepted', '>', 0),
  );
  const found = new Map<string, Spoken>();
  for (const { id, age, sex, accepted } of rows) {
    const one = found.get(id) ?? { children: 0, women: 0, unknown: 0 };
    if (age === 'under18') one.children += accepted ?? 0;
    if (sex === 'female') one.women += accepted ?? 0;
    if (age === notRecorded || sex === notRecorded) one.unknown += accepted ?? 0;
    found.set(id, one);
  }
  return found;
};

const firstFact = (r: Reader): string | undefined =>
  r.first(sql.selectFrom('visit_fact').select('date').orderBy('date').limit(1))?.date;

const isRemote = ({ method }: Fact) => method === 'telephone' || method === 'video';

/** The month so many months before that of a day. */
const monthBefore = (day: string, months: number): string => {
  const [year, month] = day.split('-').map(Number);
  return new Date(Date.UTC(year as number, (month as number) - 1 - months, 1)).toISOString().slice(0, 7);
};

export const unseenReads = {
  'unseen.get': (r, _, { today }) => {
    if (!figuresAreReady(r)) return fail({ tag: 'figuresWait' });
    const earliest = addDays(today, -7 * weeksBack);
    const first = firstFact(r) ?? today;
    const from = first > earliest ? first : earliest;
    const all = visitFacts(r, from, today);
    const made = all.filter(({ outcome }) => outcome === 'completed');
    const inPerson = made.filter((fact) => !isRemote(fact));
    const spoken = spokenTo(r, from, today);
    const visits = inPerson.map((fact): SeenVisit => {
      const { children = 0, women = 0 } = spoken.get(fact.id) ?? {};
      return { ...fact, children, women };
    });
    const suites = readAll(r, 'suite').sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
    const open = suites.filter((suite) => suiteStatusOn(suite, today) === 'open');
    const months = { from: monthBefore(today, monthsBack), to: monthBefore(today, 1) };
    const throughput = readAll(r, 'throughput').filter(
      ({ month }) => month >= months.from && month <= months.to,
    );
    const hasFigure = ({ id }: Suite) =>
      throughput.some(({ suite, total }) => suite === id && total !== undefined);
    return ok({
      today,
      sentences: unseen({ today, from, suites, visits }),
      against: againstThroughput({ suites: open, visits, throughput }),
      cannotSay: cannotSay({
        from,
        visits: visits.length,
        notMade: all.length - made.length,
        remote: made.length - inPerson.length,
        withoutHour: visits.filter(({ hour }) => hour === null).length,
        withoutSplit: inPerson.filter(
          ({ id, accepted }) => accepted === null || (spoken.get(id)?.unknown ?? 0) > 0,
        ).length,
        withoutThroughput: open.filter((suite) => !hasFigure(suite)).map(({ name }) => name),
      }),
    });
  },
} satisfies Partial<Reads>;
