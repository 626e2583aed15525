import type { Patch } from '#shared/sync/patch.ts';

/** What somebody does to a report, as it is told before it is asked for. */
export type Deed =
  | { kind: 'begins'; id: string; practice: boolean }
  | { kind: 'types'; id: string; patch: Patch }
  | { kind: 'declares'; id: string; by: string }
  | { kind: 'sends'; id: string; by: string }
  | { kind: 'discards'; id: string }
  | { kind: 'restores'; id: string }
  | { kind: 'reads'; id: string; to: 'read' | 'queried' | 'accepted'; words: string }
  | { kind: 'answers'; id: string; words: string }
  | { kind: 'corrects'; id: string; by: string; patch: Patch; reason: string };
export type Told = Deed | { kind: 'saved'; reference?: string };

/** The second visitor's PIN on this laptop, set before anybody is killed. */
export const pin = '274953';
