import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { type OpenForm, useFormDraft } from './useFormDraft.ts';

/** What every page of the form editor stands on: the changes that are being made. */
export function Editor({ children }: { children: (open: OpenForm) => ReactNode }): ReactNode {
  const { open, failure } = useFormDraft();
  if (failure) return <Failed failure={failure} />;
  return open ? children(open) : <Waiting />;
}
