/** The kinds of record there are, each registered once in `registry.ts`. */
export const recordTypes = [
  'setting',
  'suite',
  'panel',
  'person',
  'form',
  'visit',
  'throughput',
  'pen',
  'conflict',
] as const;
export type RecordType = (typeof recordTypes)[number];
