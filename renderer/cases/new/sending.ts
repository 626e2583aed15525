import { caseBeginning } from '#shared/case-views.ts';
import type { Host, Output } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import type { CaseFile } from '#shared/records/case-file.ts';
import { ok, type Result } from '#shared/result.ts';
import { diff } from '#shared/sync/patch.ts';
import { putInto, type Received } from '../messages/received.ts';
import { type CaseForm, freshContact } from './caseForm.ts';

/** Those who are written down with a case are sent before the case that names them. */
export const sendPeople = async (
  host: Host,
  { from, onBehalfOf }: Pick<CaseForm, 'from' | 'onBehalfOf'>,
): Promise<Result<unknown, Failure>> => {
  for (const contact of [freshContact(from), freshContact(onBehalfOf)]) {
    if (!contact) continue;
    const saved = await host.call('contacts.save', { id: contact.id, patch: diff(undefined, contact) });
    if (!saved.ok) return saved;
  }
  return ok(undefined);
};

/** Writes a case down: again and again the same one, until all of it has come through. */
export const startCase = async (
  host: Host,
  typed: CaseForm,
  now: CaseFile,
  more: { mine: boolean; risk?: string },
): Promise<Result<Output<'cases.create'>, Failure>> => {
  const people = await sendPeople(host, typed);
  return people.ok ? host.call('cases.create', { ...caseBeginning.parse(now), ...more }) : people;
};

/** Puts what came as files into the case that was written down from them, each once. */
export const putAll = async (
  host: Host,
  { id, received: on, channel = 'letter' }: CaseFile,
  all: readonly Received[],
): Promise<Result<unknown, Failure>> => {
  for (const received of all) {
    const answer = await putInto(host, id, received, { on, channel });
    if (!answer.ok) return answer;
  }
  return ok(undefined);
};
