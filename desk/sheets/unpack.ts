import { unzipSync } from 'fflate';
import { fail, ok, type Result } from '#shared/result.ts';

/** A file as people send it has some ten thousand bytes; whatever is far beyond that is no sheet. */
export const mostBytes = 2_000_000;
const mostUnpacked = 20_000_000;
const mostParts = 500;

const isPacked = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
/** The container of old Office files, and of new ones with a password. */
const isOld = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11;

const refused = (detail: string) => fail(detail);

/**
 * The parts of an Office file by their names, in memory: nothing of it is ever written to disk, so what the names say
 * means nothing. Sizes are held to what the file declares, and what declares too much is not unpacked at all.
 */
export const unpack = (bytes: Uint8Array): Result<ReadonlyMap<string, Uint8Array>, string> => {
  if (bytes.length > mostBytes) return refused('it is too large for a sheet.');
  if (isOld(bytes))
    return refused('it is of an old kind, or has a password. Save it as .xlsx or .docx without one.');
  if (!isPacked(bytes)) return refused('it is neither an .xlsx nor a .docx file.');
  let parts = 0;
  let size = 0;
  const names: string[] = [];
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        parts += 1;
        size += originalSize;
        names.push(name);
        // Only text is looked at. Pictures, macros and files within the file stay packed.
        return parts <= mostParts && size <= mostUnpacked && /\.(?:xml|rels)$/i.test(name);
      },
    });
    if (parts > mostParts || size > mostUnpacked) return refused('it holds far more than a sheet does.');
    if (names.some((name) => /vbaproject|macrosheets|\/activex\//i.test(name)))
      return refused('it holds a macro, and files with macros are not opened. Save it as .xlsx or .docx.');
    return ok(new Map(Object.entries(files)));
  } catch {
    return refused('it is damaged.');
  }
};
