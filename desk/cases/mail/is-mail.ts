const isLetter = (byte: number): boolean => byte > 0x20 && byte < 0x7f && byte !== 0x3a;
const known =
  /^(?:from|to|cc|subject|date|sent|received|message-id|mime-version|return-path|delivered-to):/im;

/** Whether a file is an e-mail: it begins with headers, some of them those that e-mails have. */
export const isMail = (bytes: Uint8Array): boolean => {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let at = start;
  while (at < bytes.length && isLetter(bytes[at] ?? 0)) at += 1;
  if (at === start || bytes[at] !== 0x3a) return false;
  const begins = Buffer.from(bytes.subarray(start, start + 20_000)).toString('latin1');
  const head = begins.split(/\r?\n\r?\n/, 1)[0] ?? '';
  return known.test(head);
};
