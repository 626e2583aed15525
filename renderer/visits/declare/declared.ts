import type { Output } from '#shared/contract.ts';
import { isWithOffice, type Visit, visitorsOf } from '#shared/records/visit.ts';

type Shown = Output<'visits.get'>['declarations'][number];

/** A visitor of a report and what they declared, if they did. */
export type Declared = { person: string; name: string; declaration: Shown | undefined };

/** Each visitor that a report names, with their declaration. */
export const declaredBy = (
  visit: Visit,
  declarations: readonly Shown[],
  names: Readonly<Record<string, string>>,
): Declared[] =>
  visitorsOf(visit).map((person) => ({
    person,
    name: names[person] ?? 'Somebody not known here',
    declaration: declarations.find((d) => d.person === person),
  }));

/** Those who have not declared what the report says now. */
export const owing = (declared: readonly Declared[]): Declared[] =>
  declared.filter(({ declaration }) => !declaration?.stands);

/** What a report with the office is marked with while a declaration is owed; an imported one was signed elsewhere. */
export const awaitedWords = ({
  visit,
  state,
  declarations,
  names,
}: Output<'visits.get'>): string | undefined => {
  if (visit.imported || !isWithOffice(state)) return undefined;
  const all = declaredBy(visit, declarations, names);
  const left = owing(all);
  if (left.length === 0) return undefined;
  if (left.length < all.length) return 'Second declaration awaited';
  return all.length > 1 ? 'Both declarations awaited' : 'Declaration awaited';
};
