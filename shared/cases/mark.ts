import { derivedId } from '#shared/ids.ts';
import { type CaseFile, newCase, standingClosing } from '#shared/records/case-file.ts';
import type { CaseMark } from '#shared/records/case-mark.ts';
import { type RequestOutcome, requestOutcomes } from '#shared/records/case-parts.ts';
import { groundsOf, isRequest, newRequest } from './request-clocks.ts';

type Counted = NonNullable<CaseMark['counted']>;
type MarkedRequest = NonNullable<Counted['request']>;

/** Raised where marks say something else of a case, or may be missing: each office then makes anew those that differ. */
export const marksVersion = 3;

/** The mark of a case: one for each, whoever derives it. */
export const markId = (caseId: string): string => derivedId(caseId, 'caseMark', caseId);

const isOutcome = (said: string | undefined): said is RequestOutcome =>
  requestOutcomes.some((one) => one === said);

/** What was decided of a request and when; a file of earlier requests says it as the outcome of the case. */
export const decisionOf = (c: CaseFile): { outcome: RequestOutcome; on: string } | undefined => {
  if (c.request?.decision) return c.request.decision;
  const closed = standingClosing(c);
  if (!c.imported || !isOutcome(closed?.outcome)) return undefined;
  return { outcome: closed.outcome, on: c.answered?.on ?? closed.on };
};

type Asked = { asked: string; received?: string | undefined };
const days = ({ asked, received }: Asked) => ({ asked, ...(received !== undefined && { received }) });

const requestOf = (c: CaseFile): MarkedRequest | undefined => {
  if (!isRequest(c.kind)) return undefined;
  const { proofs, clarifications, fee, extension, internalReviews } = c.request ?? newRequest();
  const decision = decisionOf(c);
  const known = extension && groundsOf(c.kind).some(({ id }) => id === extension.id);
  return {
    proofs: proofs.map(days),
    clarifications: clarifications.map(days),
    ...(fee && { fee: { noticed: fee.noticed, ...(fee.paid !== undefined && { paid: fee.paid }) } }),
    // A ground that no law knows moves nothing, and could be anybody's words.
    ...(extension && { extension: { ...(known && { id: extension.id }), on: extension.on } }),
    ...(decision && { decision: { outcome: decision.outcome, on: decision.on } }),
    internalReviews: internalReviews.map(({ asked }) => ({ asked })),
  };
};

const countedOf = (c: CaseFile): Counted => {
  const closed = standingClosing(c);
  const request = requestOf(c);
  const { answered } = c;
  return {
    kind: c.kind,
    received: c.received,
    ...(c.imported && c.imported.acknowledgementUnknown !== false && { acknowledgementUnknown: true }),
    ...(c.acknowledged && { acknowledged: { on: c.acknowledged.on } }),
    ...(answered && {
      answered: { on: answered.on, ...(answered.by !== undefined && { by: answered.by }) },
    }),
    ...(closed && { closed: { on: closed.on } }),
    holds: c.holds.map(({ from, until }) => ({ from, ...(until !== undefined && { until }) })),
    calls: c.messages
      .filter(({ channel }) => channel === 'phone')
      .map(({ on, direction }) => ({ on, direction })),
    ...(request && { request }),
  };
};

/** What every caseworker's figures know of a confidential case; of one that no longer is, only that it once was. */
export const markOf = (c: CaseFile): CaseMark => ({
  id: markId(c.id),
  ...(c.confidential && { counted: countedOf(c) }),
});

/** Nobody, and no word: what a mark does not say of what it counts. */
const blank = { id: '', by: '', at: '', kept: '' };
const listed = ({ asked, received }: Asked) => ({ ...blank, asked, received });

/** A marked case as figures count any other: with its days and nothing else. */
export const countedCase = ({ id, counted }: Pick<CaseMark, 'id'> & { counted: Counted }): CaseFile => {
  const { kind, received, acknowledgementUnknown, acknowledged, answered, closed, holds, calls, request } =
    counted;
  return {
    ...newCase({ id, kind, received }),
    ...(acknowledgementUnknown && { imported: { reference: '', file: '', acknowledgementUnknown } }),
    ...(acknowledged && { acknowledged }),
    ...(answered && { answered }),
    ...(closed && {
      events: [{ ...blank, from: 'open', to: 'closed' }],
      closings: [{ ...blank, on: closed.on }],
    }),
    holds: holds.map((one) => ({ ...blank, why: '', ...one })),
    messages: calls.map((one) => ({ ...blank, channel: 'phone', ...one })),
    ...(request && {
      request: {
        ...newRequest(),
        proofs: request.proofs.map((one) => ({ ...listed(one), of: 'identity' })),
        clarifications: request.clarifications.map(listed),
        ...(request.fee && { fee: { pence: 0, ...request.fee } }),
        ...(request.extension && {
          extension: { ...blank, ground: '', ...request.extension, id: request.extension.id ?? '' },
        }),
        ...(request.decision && { decision: { ...blank, ...request.decision } }),
        internalReviews: request.internalReviews.map(listed),
      },
    }),
  };
};
