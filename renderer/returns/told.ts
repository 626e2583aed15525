import { createContext, useContext } from 'react';
import type { ReturnResult } from '#shared/views.ts';
import { type Told, toldOf } from './addresses.ts';

/** The named return that the figures on a page are prepared for: the records behind them lead back to it. */
export const PreparedFor = createContext<string | undefined>(undefined);

/** What the figures of a result are told of, on the page they stand on. */
export const useTold = (result: ReturnResult): Told => {
  const key = useContext(PreparedFor);
  return { ...toldOf(result), key };
};
