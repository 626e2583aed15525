import type { ReactNode } from 'react';
import { WarningText } from '#renderer/kit/index.ts';

/** What looks as if it named somebody, for whoever reads it before it goes: on no paper and in no file. */
export function Doubts({ doubts }: { doubts: readonly string[] }): ReactNode {
  if (doubts.length === 0) return null;
  return (
    <div className="desk-screen-only">
      <WarningText>
        Look at these words before it goes: they may name somebody.{' '}
        {doubts.map((one) => `“${one}”`).join(', ')}
      </WarningText>
    </div>
  );
}
