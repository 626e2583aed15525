import { escaped } from '#shared/text.ts';

const bare = (pattern: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?:['’]s)?(?![\\p{L}\\p{N}])`, flags);

const capital = (part: string): string => `${part[0]?.toUpperCase()}${part.slice(1)}`;

/** Parts of a name that stand for the person alone: not a title, an initial or the particle of a surname. */
const partsOf = (name: string): string[] =>
  name
    .split(/[^\p{L}'’]+/u)
    .filter((part) => part.length > 2 && !['Mrs', 'Miss', 'Prof', 'the', 'van', 'von'].includes(part));

/**
 * A text without the names of people who applied: the whole name however it is written, and each part of it where it
 * begins with a capital, as a name does.
 */
export const withoutNames = (text: string, names: readonly string[]): string =>
  names
    .filter((name) => name.trim() !== '')
    .reduce((left, name) => {
      const whole = left.replaceAll(bare(escaped(name.trim()).replaceAll(/\s+/g, '\\s+'), 'giu'), '(name)');
      return partsOf(name)
        .reduce((rest, part) => {
          const written = [capital(part), part.toUpperCase()].map(escaped).join('|');
          return rest.replaceAll(bare(written, 'gu'), '(name)');
        }, whole)
        .replaceAll(/\(name\)(?:[\s-]+\(name\))+/g, '(name)');
    }, text);
