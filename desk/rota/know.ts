import { readAll } from '#db/records.ts';
import {
  availabilityIn,
  isLost,
  outgoingOf,
  placesBetween,
  type ReportOfPlace,
  reportsFrom,
  standingPlace,
  visitedBetween,
} from '#db/rota.ts';
import type { OutgoingTable } from '#db/schema.ts';
import type { Reader } from '#db/sql.ts';
import { keptName } from '#db/sync/names.ts';
import { staff } from '#shared/calls/call.ts';
import { type Period, parsePeriod, quarterContaining } from '#shared/periods.ts';
import type { Person } from '#shared/records/person.ts';
import type { Setting } from '#shared/records/setting.ts';
import { type Shift, shiftState } from '#shared/records/shift.ts';
import type { Suite } from '#shared/records/suite.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { mondayOf, quarterOfWeek, type RotaRecords, rotaInput, weeksIn } from '#shared/rota/input.ts';
import type { RotaInput, Week } from '#shared/rota/rota.ts';
import { addDays } from '#shared/times.ts';
import type { Context } from '../context.ts';
import { settings } from '../office.ts';
import { actorOf, holdsOneOf } from '../session.ts';

/** What this laptop knows of the rota of some weeks, read once for a call. */
export type Known = {
  readonly r: Reader;
  readonly ctx: Context;
  readonly setting: Setting;
  readonly weeks: readonly Week[];
  /** Whether the reader plans: sees drafts, and what speaks against whom. */
  readonly plans: boolean;
  readonly people: ReadonlyMap<string, Person>;
  readonly suites: ReadonlyMap<string, Suite>;
  readonly shifts: readonly Shift[];
  readonly records: RotaRecords;
  readonly input: RotaInput;
  /** What is on its way to the office, or was refused by it. */
  readonly sent: readonly OutgoingTable[];
  readonly reports: ReadonlyMap<string, readonly ReportOfPlace[]>;
};

/** The rota from one week to another. */
export const knowOf = (r: Reader, ctx: Context, weeks: readonly Week[]): Known => {
  const setting = settings(r, ctx);
  const [first, last] = [weeks[0] as Week, weeks.at(-1) as Week];
  const [people, suites] = [readAll(r, 'person'), readAll(r, 'suite')];
  const sent = outgoingOf(r, 'shift');
  const refused = new Set(sent.filter(isLost).map(({ record }) => record));
  const plans = holdsOneOf(actorOf(r, ctx), staff);
  const shifts = placesBetween(r, first, last)
    .map((one) => (refused.has(one.id) ? (standingPlace(r, one.id, sent) ?? one) : one))
    .filter((one) => plans || shiftState(one) !== 'draft');
  const quarters = [...new Set(weeks.map((week) => quarterOfWeek(week, setting.yearBegins)))];
  const records: RotaRecords = {
    office: ctx.identity.office,
    setting,
    people,
    suites,
    shifts,
    availability: availabilityIn(r, quarters),
    interests: readAll(r, 'interest'),
    visited: visitedBetween(r, addDays(first, -364), first),
  };
  return {
    r,
    ctx,
    setting,
    weeks,
    plans,
    people: new Map(people.map((one) => [one.id, one])),
    suites: new Map(suites.map((one) => [one.id, one])),
    shifts,
    records,
    input: rotaInput(records, weeks, quarters.join(' ')),
    sent,
    reports: reportsFrom(
      r,
      shifts.map(({ id }) => id),
    ),
  };
};

const bare = ({ id, from, to, label }: Period): Period => ({ id, from, to, label });

/** The quarter that is asked for, or the one it is now. */
export const quarterAsked = (
  r: Reader,
  ctx: Context,
  asked: string | undefined,
): Result<Period, { tag: 'badPeriod'; text: string }> => {
  const { yearBegins } = settings(r, ctx);
  if (asked === undefined) return ok(bare(quarterContaining(mondayOf(ctx.today), yearBegins)));
  const parsed = parsePeriod(asked, yearBegins);
  if (!parsed.ok) return parsed;
  return parsed.value.kind === 'quarter' ? ok(bare(parsed.value)) : fail({ tag: 'badPeriod', text: asked });
};

export const quarterOf = (r: Reader, ctx: Context, week: Week): Period =>
  bare(quarterContaining(week, settings(r, ctx).yearBegins));

/** The rota of the quarter in which a week is. */
export const knowAround = (r: Reader, ctx: Context, week: Week): Known =>
  knowOf(r, ctx, weeksIn(quarterOf(r, ctx, week)));

export const nameOf = ({ r, people }: Known, id: string): string | null =>
  people.get(id)?.name ?? keptName(r, id) ?? null;

export const suiteNameOf = ({ r, suites }: Known, id: string): string =>
  suites.get(id)?.name ?? keptName(r, id) ?? 'A suite of another panel';
