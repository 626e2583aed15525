import type { Input } from '#shared/contract.ts';
import type { Contested } from '#shared/sync/views.ts';

/** What somebody decides: that what stands stays, that one of the values shall stand, or words that use them all. */
export type Decision = { stays: true } | { value: string } | { words: string };

type Places = Input<'sync.settle'>['places'];
type Value = Places[number]['now'];
/** A place and what stands there; absent where nothing does. */
type Place = { path: string[]; was?: Value };

const keyOf = (path: readonly string[]) => path.join('\n');

/** Every place that belongs to the question, with what stands there now: they are settled together. */
const placesOf = ({ standing, values }: Contested): Place[] => {
  const places = new Map<string, Place>();
  for (const { places: wanted } of values)
    for (const { path } of wanted) places.set(keyOf(path), { path: [...path] });
  for (const { path, now } of standing)
    places.set(keyOf(path), { path: [...path], ...(now !== undefined && { was: now }) });
  return [...places.values()];
};

const standingAs = ({ path, was }: Place): Places[number] => ({
  path,
  ...(was !== undefined && { was, now: was }),
});

/** What is sent to settle a question: which values were seen, and what shall stand in each of its places. */
export const settlementOf = (contested: Contested, decision: Decision): Input<'sync.settle'> => {
  const wanted = new Map<string, Value>();
  if ('value' in decision) {
    const chosen = contested.values.find(({ id }) => id === decision.value);
    for (const { path, now } of chosen?.places ?? []) wanted.set(keyOf(path), now);
  }
  const places = placesOf(contested).map((place): Places[number] => {
    if ('words' in decision) return { ...place, now: decision.words };
    if (!wanted.has(keyOf(place.path))) return standingAs(place);
    const now = wanted.get(keyOf(place.path));
    return { ...place, ...(now !== undefined && { now }) };
  });
  return { id: contested.id, seen: contested.values.map(({ id }) => id), places };
};

/**
 * The texts between which people choose, where it is texts: only then can another one be written that uses them all.
 * What is chosen from a list, a date or a number is one word; sentences have several, and are shown as they were typed.
 */
export const textsOf = ({ standing, values }: Contested): string[] | undefined => {
  const places = new Set([...standing, ...values.flatMap((v) => v.places)].map(({ path }) => keyOf(path)));
  if (places.size !== 1) return undefined;
  const all = [...standing, ...values.flatMap((v) => v.places)].map(({ now }) => now);
  const given = all.filter((now) => now !== undefined && now !== null);
  const texts = given.filter((now): now is string => typeof now === 'string');
  return texts.length === given.length && texts.some((text) => /\s/.test(text.trim())) ? texts : undefined;
};
