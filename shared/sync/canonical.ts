/**
 * A document as text that is the same for the same content, in whatever order its fields were written: JSON with the
 * keys of every object in order, those that are whole numbers first. Written by hand, since every accepted record is
 * hashed, and a replacer of `JSON.stringify` costs more than all the rest of acceptance.
 */
export const canonical = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value))
    return `[${value.map((item) => (item === undefined ? 'null' : canonical(item))).join(',')}]`;
  const branch = value as Record<string, unknown>;
  let text = '';
  for (const key of keysOf(branch)) {
    const part = branch[key];
    if (part !== undefined) text += `${text && ','}${JSON.stringify(key)}:${canonical(part)}`;
  }
  return `{${text}}`;
};

const wholeNumber = /^(0|[1-9]\d*)$/;

/** In the order in which an object has them that was made with its keys sorted. */
const keysOf = (branch: object): string[] => {
  const keys = Object.keys(branch).sort();
  return keys.some((key) => wholeNumber.test(key))
    ? Object.keys(Object.fromEntries(keys.map((key) => [key, null])))
    : keys;
};
