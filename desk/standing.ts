import { readRecord } from '#db/records.ts';
import { type Reader, sql } from '#db/sql.ts';
import type { Parsed } from '#shared/contract.ts';
import { isAskedAbout, type StandingConcern, standingOf } from '#shared/forms/found.ts';
import type { Concern } from '#shared/records/concern.ts';
import { ok } from '#shared/result.ts';
import type { Context, Reads } from './context.ts';

/** The concerns that stand open at a suite, out of the index of those, as far as they are on this laptop. */
const openAt = (r: Reader, suite: string | undefined): Concern[] =>
  suite === undefined
    ? []
    : r
        .all(
          sql
            .selectFrom('concern')
            .select('data')
            .where('open', '=', 1)
            .where('suite', '=', suite)
            .orderBy('raised_on')
            .orderBy('id'),
        )
        .map(({ data }) => JSON.parse(data) as Concern);

const standing = (
  r: Reader,
  { visit, suite, on, said }: Parsed<'visits.standing'>,
  { today }: Context,
): StandingConcern[] => {
  const looking = { visit, suite, on: on ?? today };
  const asked = openAt(r, suite).filter((c) => isAskedAbout(c, looking));
  const others = said
    .filter((id) => !asked.some((c) => c.id === id))
    .flatMap((id) => readRecord(r, 'concern', id)?.document ?? []);
  return [...asked.map((c) => standingOf(c, true)), ...others.map((c) => standingOf(c, false))];
};

export const standingReads = {
  'visits.standing': (r, looking, ctx) => ok(standing(r, looking, ctx)),
} satisfies Partial<Reads>;
