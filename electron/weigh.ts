/**
 * Says whether a value that came over a process border is plain data (what JSON could say) and small enough. It never
 * follows a value deeper than its weight allows, so that a cycle or a huge sparse array costs no more than the limit.
 */
export const weigh = (value: unknown, limit: number): 'fits' | 'tooLarge' | 'notPlain' => {
  let weight = 0;
  const left: unknown[] = [value];
  while (left.length > 0) {
    const next = left.pop();
    weight += typeof next === 'string' ? next.length + 2 : 8;
    if (Array.isArray(next)) {
      if (weight + next.length > limit) return 'tooLarge';
      for (const item of next) left.push(item);
    } else if (typeof next === 'object' && next !== null) {
      const prototype = Object.getPrototypeOf(next);
      if (prototype !== Object.prototype && prototype !== null) return 'notPlain';
      for (const [key, item] of Object.entries(next)) {
        weight += key.length;
        left.push(item);
      }
    } else if (typeof next === 'bigint' || typeof next === 'function' || typeof next === 'symbol') {
      return 'notPlain';
    }
    if (weight > limit) return 'tooLarge';
  }
  return 'fits';
};
