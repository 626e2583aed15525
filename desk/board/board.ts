import {
  cameIn,
  checkDrafts,
  draftsOutSince,
  openConcernsBySuite,
  planItemsDue,
  silentSheets,
  waitingReports,
} from '#db/board.ts';
import { schemeFigures } from '#db/board-scheme.ts';
import { readAll } from '#db/records.ts';
import type { Reader } from '#db/sql.ts';
import { counts } from '#db/sync/push.ts';
import type { BoardFigure, BoardMatter } from '#shared/calls/board.ts';
import { standing } from '#shared/records/person.ts';
import { ok } from '#shared/result.ts';
import { hasLeft } from '#shared/sync/access.ts';
import { addDays, weekday } from '#shared/times.ts';
import type { Context, Reads } from '../context.ts';
import { inventedNotice, settings } from '../office.ts';

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

/** Whose vetting has run out, and whose runs out soon: without it nobody visits. And whose accreditation is to be reviewed. */
export const runningOut = (r: Reader, today: string) => {
  const serving = readAll(r, 'person').filter(
    (p) => p.volunteer && p.volunteer.status !== 'left' && !hasLeft(p, today),
  );
  const of = (field: 'vettingExpires' | 'nextReview', ...which: ReturnType<typeof standing>[]) =>
    serving
      .flatMap(({ id, name, volunteer }) => {
        const date = volunteer?.[field];
        return date && which.includes(standing(date, today)) ? [{ id, name, date }] : [];
      })
      .sort((a, b) => (a.date === b.date ? a.name.localeCompare(b.name, 'en-GB') : a.date < b.date ? -1 : 1));
  return [
    ['expired', of('vettingExpires', 'expired')],
    ['expiring', of('vettingExpires', 'expiring')],
    ['reviewsDue', of('nextReview', 'expired', 'expiring')],
  ] as const satisfies [BoardMatter, unknown][];
};

const access = (r: Reader, today: string): BoardFigure[] =>
  runningOut(r, today).map(([matter, found]) => plain(matter, found.length, found[0]?.date ?? null));

/** What stands in the way between this laptop and the office. */
const sync = (r: Reader): BoardFigure[] => {
  const { contested, attention, aside } = counts(r);
  return [plain('contested', contested), plain('attention', attention), plain('aside', aside)];
};

/** The days that the board counts from and to. */
export const boardDays = ({ today, identity }: Pick<Context, 'today' | 'identity'>) => ({
  from: addDays(today, -recently),
  soon: addDays(today, soon),
  outSince: `${addDays(today, -longOut)}T00:00:00.000Z`,
  sheetsSince: addDays(today, -sheetDays).slice(0, 7),
  scheme: { me: identity.person, today, thisWeek: addDays(today, 1 - weekday(today)) },
});

export const boardFigures = (r: Reader, ctx: Context): BoardFigure[] => {
  const { today } = ctx;
  const days = boardDays(ctx);
  return [
    ...waitingReports(r),
    ...openConcernsBySuite(r, today),
    ...cameIn(r, days.from, today),
    ...planItemsDue(r, today, days.soon),
    checkDrafts(r),
    draftsOutSince(r, days.outSince),
    silentSheets(r, days.sheetsSince, today),
    ...schemeFigures(r, days.scheme),
    ...access(r, today),
    ...sync(r),
  ];
};

export const boardReads = {
  'board.get': (r, _, ctx) => {
    const office = settings(r, ctx);
    return ok({
      today: ctx.today,
      body: office.body,
      notice: office.invented ? inventedNotice : null,
      from: boardDays(ctx).from,
      suites: readAll(r, 'suite')
        .map(({ id, name }) => ({ id, name }))
        .sort((a, b) => a.name.localeCompare(b.name, 'en-GB')),
      figures: boardFigures(r, ctx),
    });
  },
} satisfies Partial<Reads>;
