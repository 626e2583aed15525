import { type RawBuilder, sql as raw } from 'kysely';
import type { BoardMatter } from '#shared/calls/board.ts';
import type { RecordType } from '#shared/records/types.ts';
import { dueItems, isOutSince, isSilent, kindsOfConcerns, kindsOfReports } from './board.ts';
import { type BoardDay, schemeMatters } from './board-scheme.ts';
import { type Reader, sql } from './sql.ts';

/** One record behind a number of the board, with the day since which it waits, or by which it is due. */
export type BoardLine = { type: RecordType; id: string; day: string | null; words: string | null };

/** The days between which the board looks. */
export type BoardSpan = { soon: string; outSince: string; sheetsSince: string; scheme: BoardDay };

type Source = {
  type: RecordType;
  from: RawBuilder<unknown>;
  where: RawBuilder<unknown>;
  day: RawBuilder<unknown>;
  /** Words of the record beside its title. */
  words?: RawBuilder<unknown>;
  id?: RawBuilder<unknown>;
};

const ofScheme: Partial<Record<BoardMatter, Pick<Source, 'type' | 'words'>>> = {
  weeksWithout: { type: 'shift' },
  emptyPlaces: { type: 'shift' },
  swapsAsked: { type: 'swap' },
  claimsWaiting: { type: 'claim' },
  lateActions: { type: 'session', words: raw`a.value ->> 'words'` },
};

/** Where the records behind each number are: the very conditions by which the board counts them. */
const sources = (span: BoardSpan): Partial<Record<BoardMatter, Source>> => {
  const { today } = span.scheme;
  const of = <M extends BoardMatter>(all: readonly (readonly [M, Source])[]) => Object.fromEntries(all);
  return {
    ...of(
      kindsOfReports.map(([matter, index, where]) => [
        matter,
        { type: 'visit', from: raw`visit s indexed by ${raw.ref(index)}`, where, day: raw`s.date` },
      ]),
    ),
    ...of(
      kindsOfConcerns.map(([matter, where, since]) => [
        matter,
        {
          type: 'concern',
          from: raw`concern s`,
          where: raw`s."open" = 1 and ${where(today)}`,
          day: raw.ref(`s.${since}`),
          words: raw`s.severity || ', ' || s.area`,
        },
      ]),
    ),
    ...of(
      dueItems(today, span.soon).map(([matter, where]) => [
        matter,
        {
          type: 'planItem',
          from: raw`planItem s`,
          where,
          day: raw`s.due`,
          words: raw`s.data ->> 'recommendation'`,
        },
      ]),
    ),
    checkDrafts: {
      type: 'recordCheck',
      from: raw`recordCheck s`,
      where: raw`s.state = 'draft'`,
      day: raw`nullif(s.checked_on, '9999-12-31')`,
    },
    longDrafts: {
      type: 'pen',
      from: raw`pen s`,
      where: isOutSince(span.outSince),
      day: raw`substr(s.data ->> '$.holder.since', 1, 10)`,
    },
    silentSheets: {
      type: 'suiteSheet',
      from: raw`suiteSheet s`,
      where: isSilent(span.sheetsSince, today),
      day: raw`s.data ->> 'due'`,
    },
    ...of(
      schemeMatters(span.scheme).map(([matter, from, where, , day]) => [
        matter,
        { ...(ofScheme[matter] as Pick<Source, 'type'>), from, where, day },
      ]),
    ),
  };
};

/** The records behind a number of the board, what waits longest or is due first in front; undefined where it counts something else. */
export const boardLines = (
  r: Reader,
  matter: BoardMatter,
  span: BoardSpan,
  limit: number,
): BoardLine[] | undefined => {
  const source = sources(span)[matter];
  if (!source) return undefined;
  const { type, from, where, day, words = raw`null` } = source;
  return r.all({
    compile: () =>
      raw<BoardLine>`
        select ${raw.lit(type)} as type, s.id, ${day} as day, ${words} as words from ${from}
        where ${where} order by 3, 2 limit ${limit}`.compile(sql),
  });
};
