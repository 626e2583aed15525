import { printable } from '#shared/letters/merge.ts';

/** What `words` of a record hold. */
export const mostWords = 30_000;

/** What turns the order of letters around, so that a name is read as another than it is. */
const turning = /[\u202A-\u202E\u2066-\u2069]/g;
/** What shows nothing and joins or parts nothing either. */
const unseen = /[\u200B\u2060\uFEFF\u00AD]/g;

/** The words of a stranger as they may be shown and kept: every letter, and nothing that hides or turns one. */
export const cleanWords = (text: string): string =>
  printable(text.normalize('NFC')).replaceAll(turning, '').replaceAll(unseen, '');

/** The same on one line, of a length that can be shown. */
export const cleanLine = (text: string, most: number): string => {
  const line = cleanWords(text).replaceAll(/\s+/g, ' ').trim();
  return line.length > most ? `${whole(line.slice(0, most - 1))}…` : line;
};

/** A text that was cut between the halves of a letter, without the half. */
export const whole = (text: string): string => text.replace(/[\uD800-\uDBFF]$/, '');

/** Names that Windows means devices by, whatever stands after them. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
/** Kinds of files that a double click would run, or open in a browser. */
const running =
  /\.(?:a3x|app|application|bat|chm|cmd|com|cpl|desktop|dll|dmg|docm|dotm|exe|gadget|hta|htm|html|inf|iso|img|jar|js|jse|lnk|mht|mhtml|msc|msi|msp|mst|pif|pkg|potm|ppam|ppsm|pptm|ps1|py|rdp|reg|scf|scr|sct|sh|shtml|svg|url|vb|vbe|vbs|vhd|vhdx|website|ws|wsc|wsf|wsh|xht|xhtml|xlam|xlsm|xltm|xll|xml|xsl)$/i;

/**
 * A name for an attachment on somebody's disk: no folders, no device, nothing hidden. What could run is called unsafe
 * at its end, so that nothing opens it by a double click.
 */
export const safeName = (name: string, at: number): string => {
  const last = cleanWords(name).split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replaceAll(/[<>:"|?*\n\t]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(plain)?.[0] ?? '';
  const short = plain.length > 120 ? whole(plain.slice(0, 120 - ending.length)) + ending : plain;
  const named = short === '' ? `attachment ${at + 1}` : devices.test(short) ? `_${short}` : short;
  return running.test(named) ? `${named}.unsafe` : named;
};
