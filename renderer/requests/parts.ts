import { useWrite } from '#renderer/app/host.tsx';
import type { RequestDeed } from '#shared/cases/request-deeds.ts';
import type { Output } from '#shared/contract.ts';

export type RequestShown = Output<'requests.get'>;
export type RequestPartProps = { shown: RequestShown };

/** What is done about a request: one call, and what was refused of it. */
export const useDeed = (id: string) => {
  const { run, busy, failure } = useWrite('requests.do');
  const send = async (deed: RequestDeed): Promise<boolean> => (await run({ id, deed })).ok;
  return { send, busy, failure };
};

export const outcomeWords = {
  granted: 'Granted',
  part: 'Granted in part',
  refused: 'Refused',
  'not held': 'Not held',
} as const;

export const reviewWords = {
  upheld: 'Upheld',
  overturned: 'Overturned',
  part: 'Overturned in part',
} as const;

/** A sum as people write it: `2500` pence are £25.00. */
export const sum = (pence: number): string => `£${(pence / 100).toFixed(2)}`;
