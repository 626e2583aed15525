import type { OpenDraft } from './draft/useVisitDraft.ts';
import { useNames } from './useNames.ts';
import { visitName } from './words.ts';

/** What the report is called while it is written: the suite and day as they stand in the draft this moment. */
export function useDraftName(open: OpenDraft): string {
  const { suite, date } = open.kept.draft.visit;
  const names = useNames(open);
  return open.report.visit.reference ?? visitName(suite && names[suite], date);
}
