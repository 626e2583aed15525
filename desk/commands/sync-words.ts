import { counted } from '#commands/terminal.ts';
import type { SyncStatus } from '#shared/sync/views.ts';
import { clockWords, connectionWords } from '#shared/sync/words.ts';

const moment = (at: string | null): string =>
  at === null ? 'never yet' : `${at.slice(0, 16).replace('T', ' ')} UTC`;

/** Whether the last try reached the office and came to its end. */
export const wentWell = ({ connection, removal, mode }: SyncStatus): boolean =>
  mode === 'joined' && removal === null && (connection === 'reached' || connection === 'clockWrong');

/** How it went, for a command that ends: only the application tries again by itself. */
export const connectionLine = (connection: NonNullable<SyncStatus['connection']>): string =>
  connectionWords[connection].replace(
    'It tries again by itself.',
    'Everything is saved here: try again later, or open the application, which does so by itself.',
  );

/** Where sync stands, in lines that a person reads. */
export const syncLines = (status: SyncStatus): string[] => {
  const { mode, waiting, attention, contested, aside, removal, connection } = status;
  const { receivedAt, reachedAt, clockAhead } = status;
  if (mode === 'alone') return ['This computer is its own office: nothing waits to be sent.'];
  return [
    waiting === 0
      ? 'Nothing waits to be sent'
      : `${counted(waiting, 'change')} ${waiting === 1 ? 'waits' : 'wait'} to be sent`,
    `The office last had everything: ${moment(receivedAt)}; last reached: ${moment(reachedAt)} (by the office’s clock)`,
    ...(clockAhead === undefined
      ? []
      : [`The clock of this computer was ${clockWords(clockAhead)} then: set its date and time right`]),
    ...(attention > 0
      ? [
          `${counted(attention, 'change or file', 'changes or files')} the office did not take: somebody has to look`,
        ]
      : []),
    ...(contested > 0
      ? [`${counted(contested, 'answer')} given differently by two people: to be settled`]
      : []),
    ...(aside > 0 ? [`${counted(aside, 'record')} of a newer version kept aside: update ICV Desk`] : []),
    ...(mode === 'joining' ? ['This laptop has an invitation and has not reached the office yet'] : []),
    ...(removal
      ? [
          `The office would take ${removal.removes} of ${removal.of} records off this laptop without having said so: look at it in the application`,
        ]
      : []),
    ...(connection === null ? [] : [connectionLine(connection)]),
  ];
};
