import { useHost } from '#renderer/app/host.tsx';
import { useOnce } from '#renderer/app/once.ts';
import { onward } from '#renderer/app/place.ts';
import { saved } from '#renderer/app/saved.ts';
import { say } from '#renderer/app/state.ts';
import { sentence } from '#shared/errors.ts';
import { newId } from '#shared/ids.ts';

const sources = {
  now: () => Date.now(),
  random: (count: number) => crypto.getRandomValues(new Uint8Array(count)),
};

/** Begins a report, or an exercise that goes nowhere, and goes to its list of sections: once, however often it is asked. */
export function useStartVisit(): (practice?: boolean) => Promise<void> {
  const host = useHost();
  return useOnce(async (practice = false) => {
    const on = onward();
    const id = newId(sources);
    const answer = await host.call('visits.start', { id, practice });
    if (!answer.ok) return say(sentence(answer.error));
    saved.heard(answer.value);
    on(`/visits/${id}/edit`);
  });
}

/** Begins the report of a place of the rota and goes to it; where one was begun from it before, to that. */
export function useStartFromPlace(): (shift: string) => Promise<void> {
  const host = useHost();
  return useOnce(async (shift) => {
    const on = onward();
    const answer = await host.call('visits.start', { id: newId(sources), shift });
    if (!answer.ok) return say(sentence(answer.error));
    saved.heard(answer.value);
    on(`/visits/${answer.value.id}/edit`);
  });
}
