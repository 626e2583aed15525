import { z } from 'zod';

type Json = z.infer<ReturnType<typeof z.json>>;

/** Nothing that people write is nested deeper. */
const deepest = 50;

/** Whether a value is JSON without anything strange in it: what is not plain to see may still be JSON. */
const isPlain = (value: unknown, depth = 0): value is Json => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || depth > deepest) return false;
  if (Array.isArray(value)) return value.every((item) => isPlain(item, depth + 1));
  if (Object.getPrototypeOf(value) !== Object.prototype || Object.hasOwn(value, '__proto__')) return false;
  return Object.values(value).every((part) => isPlain(part, depth + 1));
};

/**
 * JSON of any kind, as `z.json()` reads it. Whole reports travel in patches, and reading them value by value takes ten
 * times as long as seeing that they are JSON: only what is not plain to see is read so.
 */
export const json = () => z.union([z.custom<Json>((value) => isPlain(value)), z.json()]);
