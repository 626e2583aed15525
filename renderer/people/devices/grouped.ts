/** A code in groups of four, as it is read out and typed; one that has its own groups keeps them. */
export const grouped = (code: string): string =>
  /[-\s]/.test(code) ? code : (code.match(/.{1,4}/g) ?? []).join('-');
