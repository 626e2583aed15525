import { canonical } from '#shared/sync/canonical.ts';
import { isWithOffice, lifeFields, type Visit, visitorsOf, visitState } from './visit.ts';

/** The lists inside a report whose items can be put aside. */
const lists = ['detainees', 'matters', 'calls', 'files'] as const;

/**
 * A report without what was put aside while it was written, as it is made ready: items that were removed are gone for
 * good, and a matter that was raised for a removed detainee is the suite's. A list of which nothing is left is absent.
 */
export const withoutRemoved = (v: Visit): Visit => {
  const settled: Visit = { ...v };
  for (const list of lists) {
    const left = (v[list] ?? []).filter((item) => item.removed === undefined);
    if (left.length > 0) settled[list] = left as never;
    else delete settled[list];
  }
  const present = new Set((settled.detainees ?? []).map((d) => d.id));
  if (settled.matters)
    settled.matters = settled.matters.map(({ detainee, ...m }) =>
      detainee !== undefined && present.has(detainee) ? { ...m, detainee } : m,
    );
  return settled;
};

/** Besides the life of a report, the suite's panel is not the visitors' word, nor what is no name to the final check. */
const notSaid: readonly string[] = [...lifeFields, 'panel', 'notNames'];

/** A value without its empty branches: what was answered and taken back again was not said. */
const pruned = (value: unknown): unknown => {
  if (!value || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.length > 0 ? value.map(pruned) : undefined;
  const parts = Object.entries(value).flatMap(([key, part]) => {
    const rest = pruned(part);
    return rest === undefined ? [] : [[key, rest]];
  });
  return parts.length > 0 ? Object.fromEntries(parts) : undefined;
};

/**
 * What the visitors said, as text that is the same for the same content: a declaration holds its SHA-256 in hex, and
 * stands for as long as the report says this. Neither reading at the office nor making ready changes it.
 */
export const declaredContent = (v: Visit): string => {
  const said: Record<string, unknown> = withoutRemoved(v);
  const words = Object.entries(said).filter(([key]) => !notSaid.includes(key));
  return canonical(pruned(Object.fromEntries(words)) ?? {});
};

/**
 * The visitors whose declaration a report is owed: of what the office has, those without one that stands. An imported
 * report was signed where it comes from.
 * @param hash SHA-256 of a text, as hex
 */
export const owingOf = (v: Visit, hash: (text: string) => string): string[] => {
  if (v.imported || !isWithOffice(visitState(v))) return [];
  const content = v.declarations?.length ? hash(declaredContent(v)) : '';
  return visitorsOf(v).filter((by) => !v.declarations?.some((d) => d.by === by && d.content === content));
};
