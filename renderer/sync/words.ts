import type { TagColour } from '#renderer/kit/index.ts';
import { count } from '#shared/numbers.ts';
import type { Connection, SendState, SyncStatus } from '#shared/sync/views.ts';
import { reasonWords } from '#shared/sync/words.ts';

/** The six words for where something is on its way. Offline is normal: only what needs somebody has a colour. */
export const sendWords: Record<SendState, { text: string; colour: TagColour }> = {
  draft: { text: 'Draft', colour: 'grey' },
  ready: { text: 'Ready to send', colour: 'grey' },
  sending: { text: 'Sending', colour: 'teal' },
  received: { text: 'Sent and received', colour: 'green' },
  attention: { text: 'Needs attention', colour: 'orange' },
  unknown: { text: 'Not known yet', colour: 'grey' },
};

/** The word for a state, and how far sending is where that is known: “Sending 2 of 5”. */
export const sendText = (state: SendState, now: SyncStatus['now']): string =>
  state === 'sending' && now?.step === 'sending' && now.of
    ? `Sending ${count(Math.min(now.done + 1, now.of))} of ${count(now.of)}`
    : sendWords[state].text;

/** What a connection test found, and what to do next. */
export const connectionWords: Record<Connection, { text: string; next: string }> = {
  reached: {
    text: 'The office was reached.',
    next: 'There is nothing to do. What waits goes by itself.',
  },
  noNetwork: {
    text: 'This laptop has no network.',
    next: 'Go on working: everything is saved here, and it is sent once there is a network.',
  },
  signInPage: {
    text: 'The Wi-Fi wants you to sign in first.',
    next: 'Open any page in your browser, sign in to the Wi-Fi there, then test again.',
  },
  hubDown: {
    text: 'There is a network, but the office’s hub does not answer.',
    next: 'Go on working: ICV Desk tries again by itself. If it lasts longer than a day, ring the office.',
  },
  signedOut: {
    text: 'The office’s hub does not let this laptop in.',
    next: 'Ring the office, so that it lets this laptop in again. What is unsent is kept here.',
  },
  tooOld: {
    text: 'This version of ICV Desk is too old for the office’s hub.',
    next: 'Install the newer version. Nothing here is lost by it.',
  },
  clockWrong: {
    text: 'The clock of this laptop is wrong.',
    next: 'Set the date and time in the settings of your computer, then test again.',
  },
};

/** Why something waits, in a sentence: what nothing is wrong with waits for the office to be reached. */
export const whyWords = (why: string | null, connection: Connection | null): string => {
  if (why !== null) return reasonWords(why);
  const isReached = connection === null || connection === 'reached' || connection === 'clockWrong';
  return isReached ? 'Nothing is wrong. It goes with the next sending.' : reasonWords(connection);
};

/** What is happening now, as it is said once. */
export const nowWords = ({ step, done, of }: NonNullable<SyncStatus['now']>): string => {
  // The one that is being sent is said, of the others how many have come.
  const at = step === 'sending' ? done + 1 : done;
  const far = of ? ` ${count(Math.min(at, of))} of ${count(of)}` : '';
  return {
    greeting: 'Reaching the office…',
    sending: `Sending${far}…`,
    receiving: `Receiving${far}…`,
    checking: 'Comparing with the office…',
    repairing: `Putting right what differs${far}…`,
    offering: `Giving back to the office what it lost${far}…`,
  }[step];
};

/** “One change and 2 files”. */
export const unsentWords = ({ changes, files }: { changes: number; files: number }): string => {
  const some = (n: number, one: string) => (n === 1 ? `One ${one}` : `${count(n)} ${one}s`);
  if (files === 0) return some(changes, 'change');
  return changes === 0
    ? some(files, 'file')
    : `${some(changes, 'change')} and ${some(files, 'file').toLowerCase()}`;
};

/** What came of trying now, in words. */
export const triedWords = ({ connection, waiting, files = 0, attention }: SyncStatus): string => {
  if (connection && connection !== 'reached') {
    const { text, next } = connectionWords[connection];
    return `${text} ${next}`;
  }
  if (attention > 0) return 'The office was reached. Something needs your attention: see below.';
  if (waiting + files > 0) return `The office was reached, and ${waitWords(waiting + files)}: see below why.`;
  return 'The office was reached and has everything.';
};

/** “3 wait to be sent”. */
export const waitWords = (waiting: number): string =>
  `${count(waiting)} ${waiting === 1 ? 'waits' : 'wait'} to be sent`;
