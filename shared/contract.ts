import type { z } from 'zod';
import { boardCalls } from './calls/board.ts';
import { casesCalls } from './calls/cases.ts';
import { caseworkCalls } from './calls/casework.ts';
import { checksCalls } from './calls/checks.ts';
import { claimsCalls } from './calls/claims.ts';
import { concernsCalls } from './calls/concerns.ts';
import { contactsCalls } from './calls/contacts.ts';
import { deadlinesCalls } from './calls/deadlines.ts';
import { engagementsCalls } from './calls/engagements.ts';
import { filesCalls } from './calls/files.ts';
import { formsCalls } from './calls/forms.ts';
import { handoverCalls } from './calls/handover.ts';
import { importsCalls } from './calls/imports.ts';
import { incomingCalls } from './calls/incoming.ts';
import { lettersCalls } from './calls/letters.ts';
import { mailsCalls } from './calls/mails.ts';
import { officeCalls } from './calls/office.ts';
import { packsCalls } from './calls/packs.ts';
import { plansCalls } from './calls/plans.ts';
import { qualityCalls } from './calls/quality.ts';
import { repliesCalls } from './calls/replies.ts';
import { requestsCalls } from './calls/requests.ts';
import { retentionCalls } from './calls/retention.ts';
import { returnLifeCalls } from './calls/return-life.ts';
import { returnsCalls } from './calls/returns.ts';
import { reviewLettersCalls } from './calls/review-letters.ts';
import { reviewsCalls } from './calls/reviews.ts';
import { rotaCalls } from './calls/rota.ts';
import { ownRotaCalls } from './calls/rota-own.ts';
import { saidCalls } from './calls/said.ts';
import { sessionsCalls } from './calls/sessions.ts';
import { sheetsCalls } from './calls/sheets.ts';
import { storeCalls } from './calls/store.ts';
import { syncCalls } from './calls/sync.ts';
import { unseenCalls } from './calls/unseen.ts';
import { visitsCalls } from './calls/visits.ts';
import { volunteersCalls } from './calls/volunteers.ts';
import type { Failure } from './errors.ts';
import type { RecordType } from './records/types.ts';
import type { Result } from './result.ts';

export { type RecordType, recordTypes } from './records/types.ts';

/**
 * Every call there is between the interface, or the command line, and the application behind it. Both transports,
 * the client, the dispatcher and the tests are derived from this table; there is no second list of names.
 */
export const contract = {
  ...storeCalls,
  ...officeCalls,
  ...formsCalls,
  ...visitsCalls,
  ...filesCalls,
  ...checksCalls,
  ...concernsCalls,
  ...lettersCalls,
  ...mailsCalls,
  ...sheetsCalls,
  ...plansCalls,
  ...sessionsCalls,
  ...claimsCalls,
  ...boardCalls,
  ...handoverCalls,
  ...saidCalls,
  ...reviewsCalls,
  ...reviewLettersCalls,
  ...caseworkCalls,
  ...casesCalls,
  ...incomingCalls,
  ...repliesCalls,
  ...packsCalls,
  ...contactsCalls,
  ...engagementsCalls,
  ...requestsCalls,
  ...retentionCalls,
  ...deadlinesCalls,
  ...returnsCalls,
  ...returnLifeCalls,
  ...rotaCalls,
  ...ownRotaCalls,
  ...qualityCalls,
  ...unseenCalls,
  ...importsCalls,
  ...syncCalls,
  ...volunteersCalls,
};

export type Contract = typeof contract;
export type CallName = keyof Contract;
/** What a caller passes: fields with a default may be left out. */
export type Input<N extends CallName> = z.input<Contract[N]['input']>;
/** What a handler receives, after parsing. */
export type Parsed<N extends CallName> = z.output<Contract[N]['input']>;
export type Output<N extends CallName> = z.output<Contract[N]['output']>;
export type Answer<N extends CallName> = Result<Output<N>, Failure>;

/** What the application tells every open interface without being asked. */
export type HostEvent =
  | { kind: 'changed'; types: RecordType[] }
  | { kind: 'locked' }
  /** Where sync stands has changed: `sync.status` says how. */
  | { kind: 'sync' }
  /** A command of the desktop's menu or a deep link, such as `go:/visits`. */
  | { kind: 'command'; command: string };

/** The application as an interface sees it, whichever way its messages travel. */
export type Host = {
  readonly kind: 'electron' | 'browser' | 'memory';
  call<N extends CallName>(name: N, input: Input<N>): Promise<Answer<N>>;
  /** Hears of changes and of locking; gives back how to stop. */
  listen(listener: (event: HostEvent) => void): () => void;
};
