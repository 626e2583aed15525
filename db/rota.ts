import type { Availability, Shift, Swap } from '#shared/records/shift.ts';
import { officeStates, type VisitState } from '#shared/records/visit.ts';
import type { Visited } from '#shared/rota/input.ts';
import { readRecord } from './records.ts';
import type { OutgoingTable } from './schema.ts';
import { type Reader, sql } from './sql.ts';
import { answerOf, isAsked, readBelow } from './sync/outgoing.ts';

const documents = <T>(rows: readonly { data: string }[]): T[] =>
  rows.map(({ data }) => JSON.parse(data) as T);

/** Places of the rota from one week to another, in their order. */
export const placesBetween = (r: Reader, from: string, to: string): Shift[] =>
  documents(
    r.all(
      sql
        .selectFrom('shift')
        .select('data')
        .where('week', '>=', from)
        .where('week', '<=', to)
        .orderBy('week')
        .orderBy('suite')
        .orderBy('id'),
    ),
  );

export const availabilityIn = (r: Reader, quarters: readonly string[]): Availability[] =>
  quarters.length === 0
    ? []
    : documents(r.all(sql.selectFrom('availability').select('data').where('quarter', 'in', quarters)));

/** Exchanges that nobody has answered. */
export const swapsAsked = (r: Reader): Swap[] =>
  documents(r.all(sql.selectFrom('swap').select('data').where('state', '=', 'asked').orderBy('id')));

/** Those of them that could still be made: the week of the place that is given has not passed. */
export const swapsOpen = (r: Reader, thisWeek: string): Swap[] =>
  documents(
    r.all(
      sql
        .selectFrom('swap')
        .innerJoin('shift', 'shift.id', 'swap.gives')
        .select('swap.data')
        .where('swap.state', '=', 'asked')
        .where('shift.week', '>=', thisWeek)
        .orderBy('shift.week')
        .orderBy('swap.id'),
    ),
  );

/** The weeks from one on in which a place looks for somebody. */
export const weeksSeeking = (r: Reader, from: string): string[] =>
  r
    .all(
      sql
        .selectFrom('shift')
        .select('week')
        .distinct()
        .where('seeks', '=', 1)
        .where('week', '>=', from)
        .orderBy('week'),
    )
    .map(({ week }) => week);

/** Who made the visits between two days that the office has; the later day is not of them. */
export const visitedBetween = (r: Reader, from: string, to: string): Visited[] =>
  r
    .all(
      sql
        .selectFrom('visit')
        .select(['visitor1', 'visitor2'])
        .where('state', 'in', officeStates)
        .where('date', '>=', from)
        .where('date', '<', to),
    )
    .map(({ visitor1, visitor2 }) => [visitor1, visitor2]);

/** A report of a place of the rota, and who wrote it. */
export type ReportOfPlace = { id: string; state: VisitState; visitor: string | null };

/** The reports that were begun from places of the rota, by place, the first begun first; those put aside are none. */
export const reportsFrom = (r: Reader, places: readonly string[]): Map<string, ReportOfPlace[]> => {
  const rows =
    places.length === 0
      ? []
      : r.all(
          sql
            .selectFrom('visit')
            .select(['shift', 'id', 'state', 'visitor1'])
            .where('shift', 'in', places)
            .where('state', 'not in', ['discarded', 'practice'])
            .orderBy('id'),
        );
  const of = Map.groupBy(rows, ({ shift }) => shift as string);
  return new Map(
    [...of].map(([place, all]) => [
      place,
      all.map(({ id, state, visitor1 }) => ({ id, state: state as VisitState, visitor: visitor1 })),
    ]),
  );
};

/** What this laptop sends of a type and the office has not made good: still on its way, or refused. */
export const outgoingOf = (r: Reader, type: 'shift' | 'swap' | 'availability'): OutgoingTable[] =>
  r.all(sql.selectFrom('outgoing').selectAll().where('type', '=', type).orderBy('number'));

/** Whether the office has said no, or that somebody else was first: nothing more comes of it. */
export const isLost = (row: OutgoingTable): boolean => !isAsked(row) && answerOf(row) !== undefined;

/** A place as it stands: what the office refused of it is not in it any more, whatever the screen still shows. */
export const standingPlace = (r: Reader, id: string, sent: readonly OutgoingTable[]): Shift | undefined => {
  const isRefused = sent.some((row) => row.record === id && isLost(row));
  return (
    (isRefused ? readBelow(r, 'shift', id) : undefined)?.document ?? readRecord(r, 'shift', id)?.document
  );
};
