import { isKnownType } from '#shared/records/types.ts';
import { ok } from '#shared/result.ts';
import { actorOf } from '#shared/sync/actor.ts';
import { mayChange } from '#shared/sync/may-change.ts';
import { limits } from '#shared/sync/wire.ts';
import { rolesNow } from './caller.ts';
import { type Answers, type Caller, refused } from './work.ts';

/**
 * Takes the next piece of a file from whoever may change the record that names it. Every other question is answered by
 * how far the file has come, so that an upload that was cut, or that two laptops began, goes on from there.
 */
const filePut: Answers<'filePut', Caller> = (work, { offset, total, bytes: text, ...file }, caller) =>
  work.store.inOrder(async (s) => {
    const { type, record } = file;
    const known = await s.file(file);
    if (!known || !isKnownType(type) || !(await s.sees(caller.keys, type, record)))
      return refused('notFound');
    const document = await s.document(type, record);
    const actor = { ...actorOf(caller.person), roles: rolesNow(work, caller.person) };
    if (!document || !mayChange(actor, type, document, document)) return refused('notAllowed');
    const bytes = Buffer.from(text, 'base64');
    if (total !== known.total) return refused('badRequest');
    if (bytes.length === 0 || known.whole || offset !== known.held)
      return ok({ held: known.held, whole: known.whole });
    // Pieces of one size: a file of ever so small ones would fill the hub.
    if (bytes.length !== Math.min(limits.piece, total - offset)) return refused('badRequest');
    if (!(await s.putPiece(file, bytes))) return refused('badRequest');
    const held = offset + bytes.length;
    return ok({ held, whole: held === total });
  });

/** A piece of a file that is whole, for whoever sees the record that names it. */
const fileGet: Answers<'fileGet', Caller> = ({ store }, { offset, ...file }, { keys }) =>
  store.read(async (s) => {
    const known = await s.file(file);
    if (!known?.whole || !(await s.sees(keys, file.type, file.record))) return refused('notFound');
    const piece = await s.piece(file, offset);
    if (!piece) return refused('notFound');
    return ok({ bytes: Buffer.from(piece).toString('base64'), total: known.total });
  });

export const files = { filePut, fileGet };
