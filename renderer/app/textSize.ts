import { useEffect } from 'react';
import { usePreference } from './preference.ts';

export const textSizes = [
  { value: 'standard', text: 'Standard' },
  { value: 'large', text: 'Large' },
  { value: 'largest', text: 'Largest' },
] as const;

/** The name under which a person's text size is kept among their preferences. */
export const textSizeKey = 'textSize';

/** Sets the size of all text on the page at once. */
export const showTextSize = (size: string): void => {
  document.documentElement.dataset.textSize = size;
};

/** Keeps the page at the size the person chose. */
export function useTextSize(): [string, (size: string) => void] {
  const [size, setSize] = usePreference<string>(textSizeKey, 'standard');
  useEffect(() => showTextSize(size), [size]);
  return [size, setSize];
}
