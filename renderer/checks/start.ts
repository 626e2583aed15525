import { useHost } from '#renderer/app/host.tsx';
import { useOnce } from '#renderer/app/once.ts';
import { onward } from '#renderer/app/place.ts';
import { saved } from '#renderer/app/saved.ts';
import { say } from '#renderer/app/state.ts';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import type { Input } from '#shared/contract.ts';
import { sentence } from '#shared/errors.ts';

/** Begins a record check and goes to it. Asking again while it is under way begins no second. */
export function useStartCheck(): (from?: Omit<Input<'checks.start'>, 'id'>) => Promise<void> {
  const host = useHost();
  return useOnce(async (from = {}) => {
    const on = onward();
    const id = newRecordId();
    const answer = await host.call('checks.start', { id, ...from });
    if (!answer.ok) return say(sentence(answer.error));
    saved.heard(answer.value);
    on(`/checks/${id}/edit/record`);
  });
}
