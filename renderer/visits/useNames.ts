import { useRead } from '#renderer/app/host.tsx';
import type { OpenDraft } from './draft/useVisitDraft.ts';

/** Names of all that the draft speaks of: those the report came with, and those chosen since. */
export function useNames({ report }: OpenDraft): Record<string, string> {
  const suites = useRead('suites.list', {});
  const people = useRead('people.list', {});
  const listed = [...(suites.data ?? []), ...(people.data ?? [])].map(({ id, name }) => [id, name]);
  return { ...Object.fromEntries(listed), ...report.names };
}
