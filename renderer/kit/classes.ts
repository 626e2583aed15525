/** Joins class names and leaves out the ones that do not apply. */
export function classes(...names: (string | false | 0 | 0n | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
