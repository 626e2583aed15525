import { type RawBuilder, sql as raw } from 'kysely';

/** Where a page of a list ended: the value it is ordered by, and the id. */
export type Place = [value: string | number, id: string];

/** A place as it was handed out; anything else begins the list again. */
export const readPlace = (text: string | undefined): Place | undefined => {
  if (!text) return undefined;
  try {
    const [value, id] = JSON.parse(text);
    return typeof id === 'string' && (typeof value === 'string' || typeof value === 'number')
      ? [value, id]
      : undefined;
  } catch {
    return undefined;
  }
};

/** What stands behind a place in an order. */
export const placeAfter = (
  by: RawBuilder<unknown>,
  id: RawBuilder<unknown>,
  [value, at]: Place,
  descending: boolean,
): RawBuilder<unknown> => raw`(${by}, ${id}) ${descending ? raw`<` : raw`>`} (${value}, ${at})`;
