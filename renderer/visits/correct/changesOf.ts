import { registry } from '#shared/records/registry.ts';
import { diff, type Patch } from '#shared/sync/patch.ts';
import type { OpenDraft } from '../draft/useVisitDraft.ts';

/** What a correction would change in the report that the office has. */
export const changesOf = ({ report, kept }: OpenDraft): Patch =>
  diff(report.visit, kept.draft.visit, registry.visit.groups);
