import type { ReactNode } from 'react';
import type { Output } from '#shared/contract.ts';
import { nameOf, placeName } from './words.tsx';

export type Swap = Output<'rota.mine'>['asked'][number];

/** An exchange in one sentence: who gives which place, and which they would take for it. */
export function SwapLine({ swap: { by, with: other, gives, takes, words } }: { swap: Swap }): ReactNode {
  const of = (place: Swap['gives']) => (place ? placeName(place) : 'a place that is not on this laptop');
  return (
    <>
      {nameOf(by)} would give {of(gives)}, and go to {of(takes)} instead of {nameOf(other)}.
      {words && <span className="desk-words"> “{words}”</span>}
    </>
  );
}
