import {
  cameIn,
  checkDrafts,
  draftsOutSince,
  openConcernsBySuite,
  planItemsDue,
  silentSheets,
  waitingReports,
  weeksWithout,
} from '#db/board.ts';
import { readAll } from '#db/records.ts';
import type { Reader } from '#db/sql.ts';
import { counts } from '#db/sync/push.ts';
import type { BoardFigure, BoardMatter } from '#shared/calls/board.ts';
import { standing } from '#shared/records/person.ts';
import { ok } from '#shared/result.ts';
import { hasLeft } from '#shared/sync/access.ts';
import { addDays } from '#shared/times.ts';
import type { Context, Reads } from '../context.ts';
import { settings } from '../office.ts';
import { inventedNotice } from '../returns.ts';

/** For how many days back what came in is counted, and for how many days ahead what is due. */
const recently = 7;
const soon = 30;
/** A draft is out for long after so many days; sheets are looked for in the last year. */
const longOut = 7;
const sheetDays = 365;

const plain = (matter: BoardMatter, count: number, oldest: string | null = null): BoardFigure => ({
  matter,
  count,
  oldest,
  bySuite: [],
});

/** Whose vetting has run out, and whose runs out soon: without it nobody visits. */
const access = (r: Reader, today: string): BoardFigure[] => {
  const dates = readAll(r, 'person')
    .filter((p) => p.volunteer && p.volunteer.status !== 'left' && !hasLeft(p, today))
    .flatMap((p) => p.volunteer?.vettingExpires ?? []);
  const of = (matter: BoardMatter, which: ReturnType<typeof standing>) => {
    const found = dates.filter((date) => standing(date, today) === which);
    return plain(matter, found.length, found.sort()[0] ?? null);
  };
  return [of('expired', 'expired'), of('expiring', 'expiring')];
};

/** What stands in the way between this laptop and the office. */
const sync = (r: Reader): BoardFigure[] => {
  const { contested, attention, aside } = counts(r);
  return [plain('contested', contested), plain('attention', attention), plain('aside', aside)];
};

const figures = (r: Reader, { today }: Context, from: string): BoardFigure[] => [
  ...waitingReports(r),
  ...openConcernsBySuite(r, today),
  ...cameIn(r, from, today),
  ...planItemsDue(r, today, addDays(today, soon)),
  checkDrafts(r),
  draftsOutSince(r, `${addDays(today, -longOut)}T00:00:00.000Z`),
  weeksWithout(r, today),
  silentSheets(r, addDays(today, -sheetDays).slice(0, 7), today),
  ...access(r, today),
  ...sync(r),
];

export const boardReads = {
  'board.get': (r, _, ctx) => {
    const office = settings(r, ctx);
    const from = addDays(ctx.today, -recently);
    return ok({
      today: ctx.today,
      body: office.body,
      notice: office.invented ? inventedNotice : null,
      from,
      suites: readAll(r, 'suite')
        .map(({ id, name }) => ({ id, name }))
        .sort((a, b) => a.name.localeCompare(b.name, 'en-GB')),
      figures: figures(r, ctx, from),
    });
  },
} satisfies Partial<Reads>;
