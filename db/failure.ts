import type { Failure } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/result.ts';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** What the file system says when there is no room, and when a place may not be used. */
const noRoom = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const noPlace = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'EEXIST',
  'ENOTEMPTY',
  'ENAMETOOLONG',
  'EBUSY',
  'EIO',
]);

/**
 * What an error of SQLite or of the file system means for a person; undefined for anything else, which is a bug
 * and must go on being thrown. `path` is the file or folder the work was about.
 *
 * A page that fails its seal comes as CORRUPT, or as NOTADB when it is the first: by then the key has been proved
 * against its check value, so both mean damage. IOERR_SHMSIZE is what a full disk looks like to the index of the log.
 */
export const failureOf = (error: unknown, path: string): Failure | undefined => {
  const code = codeOf(error);
  if (noRoom.has(code) || code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE')
    return { tag: 'diskFull' };
  if (noPlace.has(code)) return { tag: 'cannotWrite', path };
  if (/^SQLITE_(CANTOPEN|READONLY|PERM|AUTH)/.test(code)) return { tag: 'cannotWrite', path };
  if (/^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(code)) return { tag: 'storeDamaged' };
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return { tag: 'storeInUse' };
  return undefined;
};

/** Does `work`, and gives back what a person can be told as a value. Bugs go on being thrown. */
export const attempt = <T>(path: string, work: () => T): Result<T, Failure> => {
  try {
    return ok(work());
  } catch (error) {
    const failure = failureOf(error, path);
    if (!failure) throw error;
    return fail(failure);
  }
};

/** The same for work that only reads `path`: what the file system refuses is then a matter of reading. */
export const attemptToRead = <T>(path: string, work: () => T): Result<T, Failure> => {
  const done = attempt(path, work);
  return !done.ok && done.error.tag === 'cannotWrite' ? fail({ tag: 'cannotRead', path }) : done;
};
