import { sql as raw } from 'kysely';
import { readRecord } from '#db/records.ts';
import type { Reader } from '#db/sql.ts';
import type { Output, Parsed } from '#shared/contract.ts';
import { fail, ok } from '#shared/result.ts';
import { spikeRule } from '#shared/themes/spikes.ts';
import { type Counted, firstAsked, themeRows, themeSpikes, weeksTo } from '#shared/themes/trends.ts';
import { addDays } from '#shared/times.ts';
import type { Context, Reads } from '../context.ts';
import { settings } from '../office.ts';
import { placeAfter } from '../paging.ts';
import { query } from '../returns/checks.ts';
import { figuresAreReady } from '../returns/compute.ts';
import { sees } from '../rights.ts';

type Where = { area?: string | undefined; constituency?: string | undefined };

const among = ({ area, constituency }: Where) => raw`
  ${area === undefined ? raw`true` : raw`area = ${area}`}
  and ${constituency === undefined ? raw`true` : raw`constituency = ${constituency}`}`;

const countedIn = (r: Reader, from: string, to: string, where: Where): Counted[] =>
  query(
    r,
    raw<Counted>`select date, theme, area, count(*) as cases from case_theme
      where date between ${from} and ${to} and ${among(where)} group by 1, 2, 3`,
  );

const casesIn = (r: Reader, from: string, to: string, where: Where): number =>
  query(
    r,
    raw<{ n: number }>`select count(*) as n from case_fact
      where what = 'received' and date between ${from} and ${to} and ${among(where)}`,
  )[0]?.n ?? 0;

/** Since when there are cases at all: before that nothing tells what is usual. */
const firstKnown = (r: Reader): string | undefined =>
  query(r, raw<{ day: string | null }>`select min(date) as day from case_theme`)[0]?.day ?? undefined;

/** What can be chosen among: what the office names, and what cases of these days say besides. */
const knownOf = (
  r: Reader,
  column: 'area' | 'constituency',
  named: readonly string[],
  [from, to]: readonly [string, string],
): string[] => {
  const found = query(
    r,
    raw<{
      name: string;
    }>`select distinct ${raw.ref(column)} as name from case_theme
      where date between ${from} and ${to} and ${raw.ref(column)} is not null`,
  ).map(({ name }) => name);
  return [...new Set([...named, ...found.sort((a, b) => a.localeCompare(b, 'en-GB'))])];
};

/** Places with what most people wrote about there: from such a list community meetings are chosen. */
const placesIn = (r: Reader, from: string, to: string, where: Where): Output<'themes.get'>['places'] =>
  query(
    r,
    raw<{ place: string; theme: string; cases: number }>`
      select locality as place, theme, count(*) as cases from case_theme
      where date between ${from} and ${to} and locality is not null and ${among(where)}
      group by 1, 2 order by 3 desc, 1, 2 limit 60`,
  );

const themes = (r: Reader, { until, weeks: many, ...where }: Parsed<'themes.get'>, ctx: Context) => {
  const day = until ?? ctx.today;
  const weeks = weeksTo(day, many);
  const [from, to] = [weeks[0] as string, addDays(weeks.at(-1) as string, 6)];
  const found = countedIn(r, firstAsked(weeks), to, where);
  const rows = themeRows(found, weeks);
  const shown = found.filter(({ date }) => date >= from);
  const office = settings(r, ctx);
  const areas = Map.groupBy(shown, ({ area }) => area);
  const inArea = (own: readonly Counted[], theme: string) =>
    own.filter((one) => one.theme === theme).reduce((sum, { cases }) => sum + cases, 0);
  const span = [firstAsked(weeks), to] as const;
  // What was chosen stays among them although nobody wrote of it in these weeks.
  const chosen = (one: string | undefined) => (one === undefined ? [] : [one]);
  const known = knownOf(r, 'area', [...office.areas, ...chosen(where.area)], span);
  return {
    weeks,
    ended: to < ctx.today,
    cases: casesIn(r, from, to, where),
    rows: rows.map((row) => ({ ...row, weeks: [...row.weeks] })),
    spikes: themeSpikes(found, weeks, firstKnown(r) ?? to),
    rule: spikeRule,
    areas: [...known, null]
      .filter((area) => areas.has(area))
      .map((area) => ({ area, themes: rows.map(({ theme }) => inArea(areas.get(area) ?? [], theme)) })),
    places: placesIn(r, from, to, where),
    known: {
      areas: known,
      constituencies: knownOf(
        r,
        'constituency',
        [...(office.cases?.constituencies ?? []).map(({ name }) => name), ...chosen(where.constituency)],
        span,
      ),
    },
  };
};

/** A case as whoever asks may know of it: of one that is kept from them no more than its number. */
export const linkedCases = (
  r: Reader,
  ctx: Context,
  ids: readonly string[],
): Output<'engagements.get'>['cases'] =>
  ids.map((id) => {
    const found = readRecord(r, 'caseFile', id)?.document;
    const reference = found?.reference ?? found?.imported?.reference ?? null;
    return found && sees(r, ctx, 'caseFile', found)
      ? { id, reference, kind: found.kind, received: found.received }
      : { id, reference, kind: null, received: null };
  });

const casesBehind = (r: Reader, asked: Parsed<'themes.cases'>, ctx: Context) => {
  const { from, to, theme, place, after, limit } = asked;
  const last = placeAfter(after);
  const found = query(
    r,
    raw<{ id: string; date: string }>`select distinct date, id from case_theme
      where date between ${from} and ${to} and ${among(asked)}
        and ${theme === undefined ? raw`true` : raw`theme = ${theme}`}
        and ${place === undefined ? raw`true` : raw`locality = ${place}`}
        and ${last ? raw`(date, id) < (${last.date}, ${last.id})` : raw`true`}
      order by date desc, id desc limit ${limit + 1}`,
  );
  const shown = found.slice(0, limit);
  const end = shown.at(-1);
  return {
    rows: linkedCases(
      r,
      ctx,
      shown.map(({ id }) => id),
    ),
    next: found.length > limit && end ? `${end.date}/${end.id}` : null,
  };
};

const wait = fail({ tag: 'figuresWait' } as const);

export const themeReads = {
  'themes.get': (r, asked, ctx) => (figuresAreReady(r) ? ok(themes(r, asked, ctx)) : wait),
  'themes.cases': (r, asked, ctx) => (figuresAreReady(r) ? ok(casesBehind(r, asked, ctx)) : wait),
} satisfies Partial<Reads>;
