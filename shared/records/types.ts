/** The kinds of record there are, each registered once in `registry.ts`. */
export const recordTypes = [
  'setting',
  'suite',
  'panel',
  'person',
  'form',
  'visit',
  'throughput',
  'concern',
  'concernNote',
  'template',
  'letter',
  'suiteSheet',
  'recordCheck',
  'sample',
  'plan',
  'planItem',
  'pen',
  'conflict',
] as const;
export type RecordType = (typeof recordTypes)[number];
