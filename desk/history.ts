import { readRecord } from '#db/records.ts';
import { type Reader, sql } from '#db/sql.ts';
import { isolated } from '#shared/bidi.ts';
import type { Output } from '#shared/contract.ts';
import type { LifeEvent } from '#shared/records/common.ts';
import type { Correction, Declaration } from '#shared/records/visit.ts';
import type { Answer } from '#shared/sync/accept.ts';
import type { Patch } from '#shared/sync/patch.ts';
import { same } from '#shared/sync/patch.ts';

type Entry = Output<'visits.history'>[number];

const moves: Partial<Record<string, string>> = {
  received: 'Received by the office',
  draft: 'Taken back to be written on',
  discarded: 'Put aside',
  read: 'Read by the office',
  queried: 'Query to the visitors',
  answered: 'Answer to the query',
  accepted: 'Accepted',
};

const added = <T>(changes: Patch, list: string): T | undefined =>
  changes.find((c) => c.path[0] === list && c.path.length === 2)?.now as T | undefined;

/** What a change was, in a few words, from the places it touched. */
const describe = (r: Reader, changes: Patch | null): string => {
  if (!changes) return 'Received by the office';
  const correction = added<Correction>(changes, 'corrections');
  if (correction) return `Corrected: ${correction.reason}`;
  const event = changes.findLast((c) => c.path[0] === 'events')?.now as LifeEvent | undefined;
  const move = event && moves[event.to];
  if (move) return event.why ? `${move}: ${event.why}` : move;
  const declared = added<Declaration>(changes, 'declarations');
  if (declared)
    return `Declared by ${isolated(readRecord(r, 'person', declared.by)?.document.name ?? 'a visitor')}`;
  return 'Changed';
};

/** An entry that only makes the branch or list in which the next ones stand. */
const isEmptied = ({ now }: Patch[number]): boolean =>
  typeof now === 'object' && now !== null && Object.keys(now).length === 0;

/** Parts of a report in which its life is written down, and nothing that visitors say. */
const life = ['events', 'corrections', 'declarations'];

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
        what: describe(r, changes),
        changes: (changes ?? []).filter(
          (c) => !same(c.was, c.now) && !isEmptied(c) && !life.includes(c.path[0] ?? ''),
        ),
      };
    });
