import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { base64Of } from '#renderer/files/base64Of.ts';
import type { Host, Input, Output } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import type { Channel } from '#shared/records/case-parts.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { limits } from '#shared/sync/wire.ts';

/** A file that was dropped and read, and is in no case yet. Its ids make putting it in twice put it in once. */
export type Received = {
  id: string;
  file: string;
  name: string;
  bytes: string;
  said: Output<'incoming.read'>;
};

/** Reads a dropped file behind the interface. */
export const receive = async (host: Host, file: File): Promise<Result<Received, Failure>> => {
  if (file.size > limits.file) return fail({ tag: 'fileTooLarge', most: limits.file });
  const bytes = await base64Of(file);
  if (!bytes.ok) return bytes;
  const named = { name: file.name.slice(0, 200) || 'file', bytes: bytes.value };
  const said = await host.call('incoming.read', named);
  if (!said.ok) return said;
  return ok({ id: newRecordId(), file: newRecordId(), ...named, name: said.value.name, said: said.value });
};

/** Puts what was received into a case. What is no e-mail came as the case says, on the day it was received. */
export const putInto = (
  host: Host,
  id: string,
  { id: message, file, name, bytes, said }: Received,
  by: { on: string; channel: Channel },
) => {
  const put = (sent: Input<'incoming.add'>['message']) =>
    host.call('incoming.add', { id, file: { id: file, name, bytes }, message: sent });
  if (!said.mail) return put({ id: message, ...by, ...(said.words && { words: said.words }) });
  const { from, to, subject, on = by.on, at, words, cut, ...mail } = said.mail;
  return put({
    ...{ id: message, channel: 'email', on, words, cut, mail },
    ...(at && { at }),
    ...(from && { from }),
    ...(to && { to }),
    ...(subject && { subject }),
  });
};
