import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** Makes what was written to a file or folder survive a loss of power. Windows does so for folders by itself. */
export const syncToDisk = (path: string, kind: 'file' | 'folder'): void => {
  if (kind === 'folder' && process.platform === 'win32') return;
  const handle = openSync(path, kind === 'file' ? 'r+' : 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** Renames, and makes the renaming durable. */
export const moveInPlace = (from: string, to: string): void => {
  renameSync(from, to);
  syncToDisk(dirname(to), 'folder');
};

/**
 * Writes `text` durably to a neighbour of `path`, which `moveInPlace` then puts over it: at no moment is there
 * half a file under the name itself. The neighbour's name is fixed, so that a killed writer leaves one at most.
 */
export const writeBeside = (path: string, text: string): string => {
  const beside = `${path}.new`;
  rmSync(beside, { force: true });
  const handle = openSync(beside, 'wx', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return beside;
};

/** Writes nothing but zeros over a file, durably. */
export const overwrite = (path: string): void => {
  const handle = openSync(path, 'r+');
  try {
    writeSync(handle, Buffer.alloc(fstatSync(handle).size));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** A folder nobody else on this computer may look into. */
export const makeFolder = (path: string): void => {
  mkdirSync(path, { recursive: true, mode: 0o700 });
};

export const removeFolder = (path: string): void => {
  rmSync(path, { recursive: true, force: true });
};

/** The path itself where nothing is there, or else with the first number that makes it new. */
export const freeName = (path: string): string => {
  let free = path;
  for (let n = 2; existsSync(free); n++) free = `${path}-${n}`;
  return free;
};

/** The first bytes of a file; fewer where it is shorter. */
const firstBytes = (path: string, count: number): Buffer => {
  const bytes = Buffer.alloc(count);
  const handle = openSync(path, 'r');
  try {
    return bytes.subarray(0, readSync(handle, bytes, 0, count, 0));
  } finally {
    closeSync(handle);
  }
};

/**
 * Whether a file is a SQLite database in plain text.
 *
 * Never asked of a file that this process holds open: closing any handle of a file gives up all of a process's
 * locks on it (POSIX), those of SQLite too.
 */
export const isPlain = (path: string): boolean =>
  existsSync(path) && firstBytes(path, 15).toString('latin1') === 'SQLite format 3';
