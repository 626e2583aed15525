import { useEffect, useState } from 'react';

/** Long enough to type the next letter, too short to be felt as waiting. */
const pause = 150;

/** What was typed, once the typing pauses: not every letter is worth a question. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
