/** A last day that is another since holidays or the lengths of clocks changed. A date quoted in a letter stays as quoted. */
export type MovedDay = { readonly title: string; readonly from: string; readonly to: string };

/** A clock with its last day: null while it stands still, `done` once nobody owes it any more. */
type Ending = { readonly title: string; readonly due: string | null; readonly done: string | null };

/** The last days of what is still owed that are others after a change than they were before. */
export const movedDays = (before: readonly Ending[], after: readonly Ending[]): MovedDay[] => {
  const now = new Map(after.map(({ title, due }) => [title, due]));
  return before.flatMap(({ title, due: from, done }) => {
    const to = now.get(title);
    return done === null && from !== null && to && to !== from ? [{ title, from, to }] : [];
  });
};
