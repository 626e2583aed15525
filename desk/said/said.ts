import { readAll, readRecord, readRecords } from '#db/records.ts';
import { type Reader, sql } from '#db/sql.ts';
import { said } from '#shared/concerns/said.ts';
import { type ParsedPeriod, parsePeriod, previousPeriod, quarterContaining } from '#shared/periods.ts';
import type { Concern } from '#shared/records/concern.ts';
import { detaineesOf } from '#shared/records/visit.ts';
import { fail, ok } from '#shared/result.ts';
import type { Reads } from '../context.ts';
import { inventedNotice, settings } from '../office.ts';

/** So many quarters back there is a page to choose: whoever wants an older one writes it into the address. */
const quartersBack = 20;

/** What was raised at a suite in a period, and what came back in it. */
const concernsOf = (r: Reader, suite: string, { from, to }: ParsedPeriod): Concern[] => {
  const raised = r.all(
    sql
      .selectFrom('concern')
      .select('id')
      .where('suite', '=', suite)
      .where('raised_on', '>=', from)
      .where('raised_on', '<=', to),
  );
  const back = r.all(
    sql
      .selectFrom('concern_fact')
      .select('id')
      .where('date', '>=', from)
      .where('date', '<=', to)
      .where('what', '=', 'came back')
      .where('suite', '=', suite),
  );
  const ids = [...new Set([...raised, ...back].map(({ id }) => id))];
  return readRecords(r, 'concern', ids).map(({ document }) => document);
};

/** The custody record numbers of the reports and record checks that concerns speak of. */
const numbersBehind = (r: Reader, concerns: readonly Concern[]): string[] => {
  const records = concerns.flatMap((c) => [c.from.record ?? [], c.found.map(({ visit }) => visit)].flat());
  const ids = [...new Set(records)];
  return [
    ...readRecords(r, 'visit', ids).flatMap(({ document }) =>
      detaineesOf(document).map(({ custodyNumber }) => custodyNumber),
    ),
    ...readRecords(r, 'recordCheck', ids).map(({ document }) => document.custodyNumber),
  ].flatMap((number) => number ?? []);
};

export const saidReads = {
  'said.begin': (r, _, ctx) => {
    const { yearBegins } = settings(r, ctx);
    const quarters = [quarterContaining(ctx.today, yearBegins)];
    while (quarters.length < quartersBack)
      quarters.push(previousPeriod(quarters.at(-1) as ParsedPeriod, yearBegins));
    return ok({
      suites: readAll(r, 'suite')
        .map(({ id, name }) => ({ id, name }))
        .sort((a, b) => a.name.localeCompare(b.name, 'en-GB')),
      quarters: quarters.map(({ id, label }) => ({ id, label })),
      latest: quarters[1]?.id as string,
    });
  },
  'said.get': (r, { suite: id, period: asked }, ctx) => {
    const office = settings(r, ctx);
    const parsed = parsePeriod(asked, office.yearBegins);
    if (!parsed.ok) return parsed;
    const suite = readRecord(r, 'suite', id)?.document;
    if (!suite) return fail({ tag: 'notFound', what: 'suite' });
    const period = parsed.value;
    const concerns = concernsOf(r, id, period);
    return ok({
      suite: suite.name,
      period: { id: period.id, from: period.from, to: period.to, label: period.label },
      body: office.body,
      notice: office.invented ? inventedNotice : null,
      ...said(concerns, period, {
        numbers: numbersBehind(r, concerns),
        places: [office.body, ...readAll(r, 'suite').map(({ name }) => name)],
        year: Number(ctx.today.slice(0, 4)),
      }),
    });
  },
} satisfies Partial<Reads>;
