import { z } from 'zod';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { given, maybeDate, maybeName, neededDate, typedDate } from '#renderer/editing/typed.ts';
import { words } from '#shared/records/common.ts';
import type { Contact } from '#shared/records/contact.ts';
import type { Review } from '#shared/records/review.ts';
import { applicationMeans, outcomeDays, routes } from '#shared/records/review-parts.ts';
import { parseDate } from '#shared/times.ts';
import { fromParty, party, toParty } from './party.ts';

/** An application with the people it names, who are records of their own. */
export type Application = {
  review: Review;
  applicant: Contact | undefined;
  representative: Contact | undefined;
};

const applicantIs = ['complainant', 'authorised by the complainant', 'neither'] as const;

/** An application as it stands in its boxes. */
export const applicationForm = z.object({
  adjustments: words,
  received: neededDate('The day it was received'),
  means: z.enum(['', ...applicationMeans]),
  route: z.enum(['', ...routes]),
  applicant: party,
  applicantIs: z.enum(['', ...applicantIs]),
  representative: party,
  authority: maybeDate('The day of their authority'),
  caseworker: z.string(),
  reference: maybeName('The force’s reference'),
  force: maybeName('The force'),
  complaintMadeOn: maybeDate('The day of the complaint'),
  complaint: words,
  grounds: words,
  letterDated: maybeDate('The date of the letter'),
  sent: maybeDate('The day it was sent'),
  outcomeReceived: maybeDate('The day they received it'),
  provided: z.string(),
  counts: z.enum(['', ...outcomeDays]),
  wrongBodies: z.array(
    z.object({
      id: z.string(),
      body: z.string().trim().min(1, 'Enter which body it was with').max(200),
      received: neededDate('The day it came there'),
      forwarded: maybeDate('The day it was sent on'),
    }),
  ),
  reason: words,
});
export type ApplicationForm = z.infer<typeof applicationForm>;

export const applicationFieldNames = {
  review: 'The application',
  applicant: 'The applicant',
  representative: 'The representative',
};

const day = (text: string): string | undefined => parseDate(text);

/** An object without what is absent; nothing where nothing is left. */
const orNothing = <T extends object>(object: T): T | undefined =>
  Object.values(object).some((value) => value !== undefined) ? object : undefined;

export const toApplicationForm = (a: Application | undefined, today?: string): ApplicationForm => {
  const r = a?.review;
  return {
    adjustments: r?.adjustments ?? '',
    received: typedDate(r?.received ?? today),
    means: r?.means ?? '',
    route: r?.route ?? '',
    applicant: toParty(a?.applicant, newRecordId()),
    applicantIs: r?.applicantIs ?? '',
    representative: toParty(a?.representative, newRecordId()),
    authority: typedDate(r?.representative?.authority),
    caseworker: r?.caseworker ?? '',
    reference: r?.complaint?.reference ?? '',
    force: r?.complaint?.force ?? '',
    complaintMadeOn: typedDate(r?.complaint?.madeOn),
    complaint: r?.complaint?.words ?? '',
    grounds: r?.grounds ?? '',
    letterDated: typedDate(r?.outcome?.letterDated),
    sent: typedDate(r?.outcome?.sent),
    outcomeReceived: typedDate(r?.outcome?.received),
    provided: typedDate(r?.outcome?.provided),
    counts: r?.outcome?.counts ?? '',
    wrongBodies: (r?.wrongBodies ?? []).map(({ id, body, received, forwarded }) => ({
      ...{ id, body, received: typedDate(received), forwarded: typedDate(forwarded) },
    })),
    reason: '',
  };
};

const complaintOf = (typed: ApplicationForm, base: Review): Review['complaint'] =>
  orNothing({
    ...base.complaint,
    reference: given(typed.reference),
    force: given(typed.force),
    madeOn: day(typed.complaintMadeOn),
    words: given(typed.complaint),
  });

const outcomeOf = (typed: ApplicationForm, base: Review): Review['outcome'] =>
  orNothing({
    ...base.outcome,
    letterDated: day(typed.letterDated),
    sent: day(typed.sent),
    received: day(typed.outcomeReceived),
    provided: day(typed.provided),
    counts: typed.counts || undefined,
  });

const representativeOf = (id: string | undefined, authority: string, base: Review) =>
  id === undefined ? undefined : { ...base.representative, person: id, authority: day(authority) };

/** Somebody written down with an application is known by their adjustments from then on. */
const withAdjustments = (contact: Contact | undefined, isNew: boolean, adjustments: string) =>
  contact && isNew && given(adjustments) ? { ...contact, adjustments: given(adjustments) } : contact;

export const fromApplicationForm = (typed: ApplicationForm, base: Application): Application => {
  const applicant = fromParty(typed.applicant, base.applicant);
  const representative = fromParty(typed.representative, base.representative);
  const isNew = applicant.id !== base.applicant?.id;
  // Whoever stands for the one that is named goes on being named as they were, until somebody else is chosen.
  const named = (id: string | undefined, shown: Contact | undefined, was: string | undefined) =>
    id !== undefined && id === shown?.id && was !== undefined ? was : id;
  return {
    applicant: withAdjustments(applicant.contact, isNew, typed.adjustments),
    representative: representative.contact,
    review: {
      ...base.review,
      adjustments: given(typed.adjustments),
      received: day(typed.received) ?? base.review.received,
      means: typed.means || undefined,
      route: typed.route || undefined,
      applicant: named(applicant.id, base.applicant, base.review.applicant),
      applicantIs: typed.applicantIs || undefined,
      representative: representativeOf(
        named(representative.id, base.representative, base.review.representative?.person),
        typed.authority,
        base.review,
      ),
      caseworker: typed.caseworker || undefined,
      grounds: given(typed.grounds),
      complaint: complaintOf(typed, base.review),
      outcome: outcomeOf(typed, base.review),
      wrongBodies: typed.wrongBodies.map(({ id, body, received, forwarded }) => ({
        ...base.review.wrongBodies.find((one) => one.id === id),
        id,
        body: body.trim(),
        received: day(received) as string,
        forwarded: day(forwarded),
      })),
    },
  };
};
