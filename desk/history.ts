import { readRecord } from '#db/records.ts';
import { type Reader, sql } from '#db/sql.ts';
import type { Output } from '#shared/contract.ts';
import type { Answer } from '#shared/sync/accept.ts';
import type { Patch } from '#shared/sync/patch.ts';
import { same } from '#shared/sync/patch.ts';

type Entry = Output<'visits.history'>[number];

/** What a change was, in a few words, from the places it touched. */
const describe = (changes: Patch | null): string => {
  if (!changes) return 'Received by the office';
  const correction = changes.find((c) => c.path[0] === 'corrections');
  return correction ? `Corrected: ${(correction.now as { reason: string }).reason}` : 'Changed';
};

/** The versions of a report as the office accepted them, newest first, each with what changed in it. */
export const visitHistory = (r: Reader, id: string): Entry[] =>
  r
    .all(
      sql
        .selectFrom('accepted')
        .select(['by', 'patch', 'answer'])
        .where('record', '=', id)
        .orderBy('epoch', 'desc')
        .orderBy('n', 'desc'),
    )
    .map((row) => {
      const answer = JSON.parse(row.answer) as Extract<Answer, { version: unknown }>;
      const changes: Patch | null = row.patch === null ? null : JSON.parse(row.patch);
      return {
        at: answer.at,
        by: readRecord(r, 'person', row.by)?.document.name ?? row.by,
        version: answer.version.n,
        what: describe(changes),
        changes: (changes ?? []).filter(
          (c) => !same(c.was, c.now) && c.path[0] !== 'corrections' && c.path[0] !== 'events',
        ),
      };
    });
