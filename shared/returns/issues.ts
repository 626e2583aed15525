import type { AttachedFile } from '#shared/records/file.ts';
import type { PeriodReturn, ReturnEvent } from '#shared/records/period-return.ts';

/** What one sign-off was, and what became of it. */
export type Issue = {
  number: number;
  /** Why the return was taken up again for it; null for the first issue. */
  why: string | null;
  signed: ReturnEvent;
  published: ReturnEvent | undefined;
  file: AttachedFile | undefined;
};

const isTakenUp = ({ from, to }: ReturnEvent): boolean =>
  to === 'draft' && (from === 'signed' || from === 'published');

/** Every issue of a return, the first one first. */
export const issuesIn = ({ events, files }: Pick<PeriodReturn, 'events' | 'files'>): Issue[] => {
  const issues: Issue[] = [];
  let why: string | null = null;
  for (const event of events) {
    const last = issues.at(-1);
    if (isTakenUp(event)) why = event.why ?? '';
    else if (event.to === 'published' && last) last.published = event;
    else if (event.to === 'signed') {
      const file = files.find(({ id }) => id === event.file);
      issues.push({ number: event.number ?? issues.length, why, signed: event, published: undefined, file });
      why = null;
    }
  }
  return issues;
};

/** Why a return was taken up again after its last issue; null where it was not. */
export const whyTakenUp = ({ events }: Pick<PeriodReturn, 'events'>): string | null => {
  const last = events.findLast((event) => event.to === 'signed' || isTakenUp(event));
  return last && isTakenUp(last) ? (last.why ?? '') : null;
};
