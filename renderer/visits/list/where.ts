import type { WaitingItem } from '#shared/sync/views.ts';
import type { VisitRow } from '#shared/visit-views.ts';
import { stateWords } from '../words.ts';

type Where = { text: string; colour: 'grey' | 'green' | 'orange' | 'yellow' | 'purple' };

const here: Where = { text: 'On this laptop', colour: 'yellow' };
const there: Where = { text: 'With the office', colour: 'green' };
const needsYou: Where = { text: 'Needs you', colour: 'orange' };

/** What still waits to be sent, by its record. */
export type Unsent = ReadonlyMap<string, WaitingItem['state']>;

export const unsentOf = (items: readonly WaitingItem[]): Unsent => {
  const unsent = new Map<string, WaitingItem['state']>();
  for (const { record, state } of items) if (unsent.get(record) !== 'attention') unsent.set(record, state);
  return unsent;
};

/** Where a report is, in the three words of a volunteer's list: what they still have, have not, or have to see to. */
export const whereIs = ({ id, state }: Pick<VisitRow, 'id' | 'state'>, unsent: Unsent): Where => {
  if (state === 'practice' || state === 'discarded') return stateWords[state];
  if (state === 'queried' || unsent.get(id) === 'attention') return needsYou;
  if (state === 'draft' || state === 'ready' || unsent.has(id)) return here;
  return there;
};
