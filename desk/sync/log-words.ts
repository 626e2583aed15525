import { clockWords, reasonWords } from '#shared/sync/words.ts';
import type { SyncLogEntry } from './port.ts';

type Detail = SyncLogEntry['detail'];

const many = (n: string | number | undefined, one: string, more = `${one}s`): string =>
  `${Number(n ?? 0).toLocaleString('en-GB')} ${Number(n) === 1 ? one : more}`;
const were = (n: string | number | undefined): string => (Number(n) === 1 ? 'was' : 'were');
const reason = (tag: string | number | undefined): string => reasonWords(String(tag));

/** One line for each thing that sync does, without any word of a record. */
const sentences: Readonly<Record<string, (d: Detail) => string>> = {
  synced: ({ sent, received }) =>
    `${many(sent, 'change')} sent to the office, ${many(received, 'record')} received.`,
  failed: ({ why }) => `The office was not reached, or did not take part. ${reason(why)}`,
  back: () => 'The office is reached again.',
  joined: () => 'This laptop has joined the office.',
  joinedAgain: () =>
    'This laptop joined the office again with a new invitation, and gives the office what it has.',
  incarnated: () =>
    'This store was put back from a copy, so this laptop introduced itself to the office anew. Nothing is sent twice.',
  hubRestored: () => 'The hub of the office was put back from a backup and asked for what it had lost.',
  offered: ({ count }) => `${many(count, 'record')} given back to the office.`,
  voided: ({ count }) =>
    `${many(count, 'change')} had been numbered here and ${were(count)} lost when the file was damaged. The office was told.`,
  unanswered: ({ count }) =>
    `The office gave no answer to ${many(count, 'change')}. It is asked again at the next try.`,
  refusedHere: ({ number, why }) =>
    `Change ${number} waits for you, and holds up nothing else. ${reason(why)}`,
  hubFailsOn: ({ number }) =>
    `Something went wrong at the office with change ${number}. It is tried again, and the others went on.`,
  fileRefused: ({ why }) =>
    `The office did not take a file, or did not give one. It is tried again, and the others went on. ${reason(why)}`,
  scope: () => 'What you may see has changed, as the office had said.',
  removed: ({ count }) =>
    `${many(count, 'record')} ${were(count)} taken off this laptop: they are not yours to see any more.`,
  purged: ({ count }) => `${many(count, 'record')} ${were(count)} destroyed by the office, and here.`,
  aside: ({ count }) =>
    `${many(count, 'record')} of a newer version ${were(count)} kept aside until ICV Desk is updated.`,
  contested: ({ count }) =>
    `${many(count, 'answer')} ${were(count)} given differently by two people, and ${Number(count) === 1 ? 'waits' : 'wait'} to be settled.`,
  removalAsked: ({ removes, of }) =>
    `The office would take ${removes} of ${of} records off this laptop without having said so. Nothing was taken; somebody has to agree first.`,
  removalAllowed: () => 'You agreed to the removal of records.',
  noProgress: () => 'The office said that more follows, and sent nothing more. It is tried again.',
  repaired: ({ type, count }) =>
    `Records of the kind "${type}" differed from those of the office: ${count} put right.`,
  differs: ({ type }) =>
    `Records of the kind "${type}" still differ from those of the office. Tell the office.`,
  revoked: () => 'The office has ended the access of this laptop.',
  unlockRenewed: () => 'The office holds a new code for unlocking this laptop by telephone.',
  clock: ({ minutes }) =>
    `The clock of this laptop is ${clockWords(Number(minutes))}. Set it right; nothing here is lost by it.`,
};

/** A line of the log as a person reads it; one of a newer version is shown by its name. */
export const logWords = ({ kind, detail }: Pick<SyncLogEntry, 'kind' | 'detail'>): string =>
  (Object.hasOwn(sentences, kind) && sentences[kind]?.(detail)) || `Sync: ${kind}.`;
