import { count } from '#shared/numbers.ts';
import { objectionWords } from './refusals.ts';
import type { Connection } from './views.ts';

/**
 * The one table of sentences for sync: why something could not be sent or received, and why it still waits. What goes
 * wrong in a call stands in `shared/errors.ts`; these are read on the waiting list, in the log and in the test of the
 * connection.
 */

/** What a try to reach the hub can meet, by the tag of its failure. */
export const transportWords = {
  noNetwork: 'This computer has no network at the moment. It tries again by itself.',
  notAHub:
    'Something else answers in place of the office. On a public Wi-Fi, open a browser and sign in to it first.',
  hubDown: "The network is there, and the office's hub does not answer. It tries again by itself.",
  stalled: 'The connection came to a standstill. It tries again by itself.',
  badCertificate:
    'The office could not prove that it is the office, so nothing was sent. If it happens on more than one network, ring the office.',
  refused: 'The office did not take it.',
  torn: 'The answer of the office did not come whole. It tries again by itself.',
} as const;

/** What the hub answers instead of doing what it is asked, by the tags of `refusals`. */
export const refusalWords: Readonly<Record<string, string>> = {
  badRequest: 'The office could not read what this laptop sent. Update ICV Desk, or ring the office.',
  notJoined:
    'The office does not know this laptop: its hub was put back from a backup that is older. Everything is kept here. Ask the office for a new invitation, and enter it here.',
  nonce: 'The office asked this laptop to say again who it is. It tries again by itself.',
  staleToken: 'This laptop was put back from a copy. It introduces itself anew at the next try.',
  revoked: 'The office has ended the access of this laptop.',
  notAllowed: 'The office does not allow this.',
  badInvitation: 'The invitation was used already, or has run out. Ask the office for a new one.',
  otherPerson: 'The invitation is for somebody else. Ask the office for one in your own name.',
  notFound: 'The office has no such thing.',
  foreignOffice: 'At this address another office answers. Nothing was sent or taken over; ring your office.',
  tooOld:
    'This version of ICV Desk is too old for the office. Update it; everything is kept and sent afterwards.',
  tooLarge: 'This is larger than the office takes at once.',
  tooMany: 'The office is busy. It tries again by itself.',
  stopping: 'The hub of the office is being restarted. It tries again by itself.',
  unexpected: 'Something went wrong at the office. It tries again by itself.',
};

/** Why a change still waits, or was not taken, by its tag: `waitingReasons`, and what acceptance refuses. */
const reasons: Readonly<Record<string, string>> = {
  ...transportWords,
  ...refusalWords,
  signInPage: transportWords.notAHub,
  signedOut: refusalWords.notJoined as string,
  clockWrong: 'The clock of this computer is wrong. Set it right; nothing that was written is lost.',
  held: 'The office waits for an earlier change of the same record first.',
  unanswered: 'It was sent, and the answer of the office has not come yet.',
  ...objectionWords,
  parked: 'It was written before what you may see changed. The coordinator looks at it first.',
  taken: 'Somebody else was first.',
  purged: 'The office has destroyed this record.',
  awaitedFile:
    'What it belongs to has arrived, and the office waits for the file. It goes with the next sending.',
  damagedFile:
    'This file was damaged on this laptop before the office had it, and is not sent. Attach the same file again where it stands, and it goes.',
};

/** The seven answers of the connection test. */
export const connectionWords: Readonly<Record<Connection, string>> = {
  reached: 'The office is reached.',
  noNetwork: transportWords.noNetwork,
  signInPage: transportWords.notAHub,
  hubDown: transportWords.hubDown,
  signedOut: 'The office does not accept this laptop any more. Ring the office; what is unsent is kept here.',
  tooOld: refusalWords.tooOld as string,
  clockWrong: 'The office is reached, and the clock of this computer is wrong. Set it right.',
};

const long = [
  [525_960, 'year'],
  [1_440, 'day'],
  [60, 'hour'],
  [1, 'minute'],
] as const;

/** How far a clock is off, in the largest measure there are at least two of: “4 years ahead of the office’s”. */
export const clockWords = (minutes: number): string => {
  const off = Math.abs(minutes);
  const [each, name] = long.find(([size]) => off >= 2 * size) ?? [1, 'minute'];
  const number = Math.round(off / each);
  const far = `${count(number)} ${name}${number === 1 ? '' : 's'}`;
  return minutes > 0 ? `${far} ahead of the office’s` : `${far} behind the office’s`;
};

/** The sentence for a reason, also for one that a newer hub gives. */
export const reasonWords = (tag: string): string =>
  (Object.hasOwn(reasons, tag) && reasons[tag]) ||
  'The office gave a reason that this version has no words for. Update ICV Desk, or ring the office.';
