import { useCallback } from 'react';
import { useHost } from '#renderer/app/host.tsx';
import { go } from '#renderer/app/place.ts';
import { saved } from '#renderer/app/saved.ts';
import { say } from '#renderer/app/state.ts';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import type { Input } from '#shared/contract.ts';
import { sentence } from '#shared/errors.ts';

/** Begins a record check and goes to it. The id is made here, so asking twice begins it once. */
export function useStartCheck(): (from?: Omit<Input<'checks.start'>, 'id'>) => Promise<void> {
  const host = useHost();
  return useCallback(
    async (from = {}) => {
      const id = newRecordId();
      const answer = await host.call('checks.start', { id, ...from });
      if (!answer.ok) return say(sentence(answer.error));
      saved.heard(answer.value);
      go(`/checks/${id}/edit/record`);
    },
    [host],
  );
}
