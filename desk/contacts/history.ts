import { readRecord } from '#db/records.ts';
import { type Reader, sql } from '#db/sql.ts';
import type { Output } from '#shared/contract.ts';
import type { Contact } from '#shared/records/contact.ts';
import type { Answer } from '#shared/sync/accept.ts';
import type { Patch } from '#shared/sync/patch.ts';
import { personName } from '../reviews/around.ts';

type Happened = Output<'contacts.view'>['history'][number];

export const fieldTitles: Readonly<Record<string, string>> = {
  name: 'name',
  aliases: 'other names',
  organisation: 'organisation',
  address: 'address',
  otherAddresses: 'other addresses',
  mail: 'email',
  otherMails: 'other emails',
  telephone: 'telephone',
  prefers: 'how they wish to be reached',
  adjustments: 'adjustments',
  notes: 'notes',
};

/** What a change of a record wrote, where no entry of its own tells of it. */
const written = (patch: Patch | null): string | undefined => {
  if (patch === null || patch.some(({ path }) => path.length === 0)) return 'Written down';
  const fields = [...new Set(patch.flatMap(({ path: [field = ''] }) => fieldTitles[field] ?? []))];
  return fields.length > 0 ? `Changed: ${fields.join(', ')}` : undefined;
};

/** The changes that this computer accepted itself. What a hub accepted is in its own log. */
const changesOf = (r: Reader, id: string): Happened[] =>
  r
    .all(
      sql
        .selectFrom('accepted')
        .select(['by', 'patch', 'answer'])
        .where('record', '=', id)
        .orderBy('epoch')
        .orderBy('n'),
    )
    .flatMap((row) => {
      const { at } = JSON.parse(row.answer) as Extract<Answer, { at: string }>;
      const words = written(row.patch === null ? null : JSON.parse(row.patch));
      return words ? [{ on: at.slice(0, 10), words, by: personName(r, row.by) }] : [];
    });

const ofRestrictions = (r: Reader, { restrictions = [] }: Contact): Happened[] =>
  restrictions.flatMap(({ decided, by, words, appeal, ended }) => [
    { on: decided, words: `Contact restricted: ${words}`, by: personName(r, by) },
    ...(appeal ? [{ on: decided, words: `Appeal against that restriction: ${appeal}`, by: null }] : []),
    ...(ended ? [{ on: ended, words: 'A restriction ended', by: null }] : []),
  ]);

const ofMerging = (r: Reader, { name, merging, mergedInto }: Contact): Happened[] => {
  const into = mergedInto && readRecord(r, 'contact', mergedInto)?.document.name;
  return merging && into
    ? [{ on: merging.on, words: `${name} turned out to be ${into}`, by: personName(r, merging.by) }]
    : [];
};

/** What was done about somebody, under all of their records, the earliest first. */
export const contactHistory = (r: Reader, records: readonly Contact[]): Happened[] =>
  records
    .flatMap((one) => [...changesOf(r, one.id), ...ofRestrictions(r, one), ...ofMerging(r, one)])
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
