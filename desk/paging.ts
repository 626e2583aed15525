/** The place that the address of a page of records stands for. */
export const placeAfter = (text: string | undefined): { date: string; id: string } | undefined => {
  const match = /^(\d{4}-\d{2}-\d{2})\/([0-9a-f-]{36})$/.exec(text ?? '');
  return match ? { date: match[1] as string, id: match[2] as string } : undefined;
};

/** A page of what was found, which is one more than a page where there are more; `next` names the place after it. */
export const paged = <T>(found: readonly T[], limit: number, placeOf: (last: T) => string) => {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: found.length > limit && last ? placeOf(last) : null };
};
