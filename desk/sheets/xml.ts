import { SaxesParser } from 'saxes';
import { fail, ok, type Result } from '#shared/result.ts';

/** What is heard while a part of a file is read: elements by their names without prefix, and text. */
export type Heard = {
  open?(name: string, attribute: (name: string) => string | undefined): void;
  close?(name: string): void;
  text?(text: string): void;
};

const mostDeep = 200;

class Refused extends Error {}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads XML strictly: what is not well formed is refused, and so is whatever declares a document type, since entities
 * of its own are how a small file becomes a large one or asks for another.
 */
export const readXml = (bytes: Uint8Array, heard: Heard): Result<null, string> => {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on('doctype', () => {
    throw new Refused();
  });
  parser.on('error', () => {
    throw new Refused();
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > mostDeep) throw new Refused();
    heard.open?.(local(name), (wanted) => {
      const found = Object.entries(attributes).find(([key]) => local(key) === wanted);
      return found && String(found[1]);
    });
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    heard.close?.(local(name));
  });
  parser.on('text', (text) => heard.text?.(text));
  parser.on('cdata', (text) => heard.text?.(text));
  try {
    parser.write(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).close();
    return ok(null);
  } catch (error) {
    if (error instanceof Refused || error instanceof TypeError) return fail('it is damaged.');
    throw error;
  }
};
