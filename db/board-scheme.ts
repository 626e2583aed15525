import { type RawBuilder, sql as raw } from 'kysely';
import type { BoardFigure, BoardMatter } from '#shared/calls/board.ts';
import { figure, type Line, lines } from './board.ts';
import type { Reader } from './sql.ts';
import { withOffice } from './visits.ts';

/** Of whom and of when the board is told: whoever looks at it, today, and the Monday of this week. */
export type BoardDay = { me: string; today: string; thisWeek: string };

/**
 * What running the scheme leaves to be done, each with its table, which of its records wait, their suite and the day
 * of each. Of the rota there is a week and never a day (Code of Practice on Independent Custody Visiting 2013).
 */
export const schemeMatters = ({ me, today, thisWeek }: BoardDay) =>
  [
    [
      'weeksWithout',
      raw`shift s`,
      // Of the last year, as its list has them: up to its Sunday, and of which the office has no report.
      raw`s.state = 'planned' and s.week < ${thisWeek} and s.week >= date(${thisWeek}, '-364 days') and not exists (
        select 1 from visit v where v.shift = s.id and ${withOffice('v')})`,
      raw`s.suite`,
      raw`s.week`,
    ],
    ['emptyPlaces', raw`shift s`, raw`s.seeks = 1 and s.week >= ${thisWeek}`, raw`s.suite`, raw`s.week`],
    [
      'swapsAsked',
      raw`swap s join shift p on p.id = s.gives`,
      raw`s.state = 'asked' and p.week >= ${thisWeek}`,
      raw`p.suite`,
      raw`p.week`,
    ],
    // Nobody decides about their own.
    [
      'claimsWaiting',
      raw`claim s`,
      raw`s.state = 'submitted' and s.person <> ${me}`,
      raw`null`,
      raw`s.month || '-01'`,
    ],
    [
      'lateActions',
      raw`session s join json_each(s.data, '$.actions') a`,
      raw`a.value ->> 'done' is null and a.value ->> 'due' < ${today}`,
      raw`null`,
      raw`a.value ->> 'due'`,
    ],
  ] as const satisfies [BoardMatter, ...RawBuilder<unknown>[]][];

export const schemeFigures = (r: Reader, day: BoardDay): BoardFigure[] =>
  schemeMatters(day).map(([matter, table, where, suite, on]) =>
    figure(
      matter,
      lines(
        r,
        raw<Line>`select ${suite} as suite, count(*) as count, min(${on}) as oldest from ${table} where ${where} group by 1`,
      ),
    ),
  );
