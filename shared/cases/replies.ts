import type { CaseKind, Purpose } from '#shared/records/case-parts.ts';
import type { CaseSettingsOf } from '#shared/records/case-settings.ts';
import type { CaseLetterKind } from '#shared/records/letter.ts';
import { needsApproval } from './kinds.ts';

/** What a letter of each kind is for: sending it has that effect on its case. */
export const purposeOf: Readonly<Record<CaseLetterKind, Purpose>> = {
  caseAcknowledgement: 'acknowledgement',
  caseAnswer: 'answer',
  caseHolding: 'holding reply',
  caseClarification: 'clarification',
  caseQuestion: 'question to the force',
  caseReminder: 'reminder to the force',
  caseFollowUp: 'follow-up',
  caseSignposting: 'answer',
  caseOutOfRemit: 'answer',
  requestAcknowledgement: 'acknowledgement',
  requestClarification: 'clarification',
  requestExtension: 'holding reply',
  requestDecision: 'answer',
  requestReview: 'follow-up',
};

const ofRequests: readonly CaseKind[] = ['FOI request', 'EIR request', 'subject access request'];

/** Whether letters of a kind are offered with a case: those of requests belong to requests. */
export const isOffered = (of: CaseLetterKind, kind: CaseKind): boolean =>
  !of.startsWith('request') || ofRequests.includes(kind);

/** Whether it goes to the force and not to whoever wrote. */
export const isToForce = (purpose: Purpose): boolean =>
  purpose === 'question to the force' || purpose === 'reminder to the force';

/** An acknowledgement says nothing of substance, so that nobody has to look at it first. */
const unapproved: readonly Purpose[] = ['acknowledgement', 'reminder to the force'];

/** Whether somebody else approves a draft before it goes. */
export const awaitsBefore = (
  kind: CaseKind,
  purpose: Purpose,
  settings: CaseSettingsOf['kinds'] | undefined,
): boolean => needsApproval(kind, settings) && !unapproved.includes(purpose);
