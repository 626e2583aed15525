import { applyPatch, type Patch, putting } from '#shared/sync/patch.ts';

/** A change of one item as a change of the record in whose list it stands; a new one is put there whole. */
export const withinList = (list: string, item: string, patch: Patch, isNew: boolean): Patch => {
  const place = [list, `#${item}`];
  if (isNew) return [putting(place, applyPatch<unknown>(undefined, patch).document)];
  return patch.map((entry) => ({ ...entry, path: [...place, ...entry.path] }));
};
