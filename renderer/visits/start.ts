import { useCallback } from 'react';
import { useHost } from '#renderer/app/host.tsx';
import { go } from '#renderer/app/place.ts';
import { saved } from '#renderer/app/saved.ts';
import { say } from '#renderer/app/state.ts';
import { sentence } from '#shared/errors.ts';
import { newId } from '#shared/ids.ts';

const sources = {
  now: () => Date.now(),
  random: (count: number) => crypto.getRandomValues(new Uint8Array(count)),
};

/**
 * Begins a report, or an exercise that goes nowhere, and goes to its list of sections. The id is made here, so asking
 * twice begins it once.
 */
export function useStartVisit(): (practice?: boolean) => Promise<void> {
  const host = useHost();
  return useCallback(
    async (practice = false) => {
      const id = newId(sources);
      const answer = await host.call('visits.start', { id, practice });
      if (!answer.ok) return say(sentence(answer.error));
      saved.heard(answer.value);
      go(`/visits/${id}/edit`);
    },
    [host],
  );
}

/** Begins the report of a place of the rota and goes to it; where one was begun from it before, to that. */
export function useStartFromPlace(): (shift: string) => Promise<void> {
  const host = useHost();
  return useCallback(
    async (shift) => {
      const answer = await host.call('visits.start', { id: newId(sources), shift });
      if (!answer.ok) return say(sentence(answer.error));
      saved.heard(answer.value);
      go(`/visits/${answer.value.id}/edit`);
    },
    [host],
  );
}
