import type { ReactNode } from 'react';
import { momentOf } from '#renderer/dates.ts';
import { HandOver } from './HandOver.tsx';
import { usePen } from './usePen.ts';

/** On the draft itself: who writes it, and handing it over to the other of the pair. Nothing before it is shared. */
export function PenHere({ visit, before }: { visit: string; before: () => Promise<boolean> }): ReactNode {
  const pen = usePen(visit);
  if (!pen?.holder.here) return null;
  return (
    <section aria-labelledby="pen">
      <h2 className="govuk-heading-m" id="pen">
        Who writes this report
      </h2>
      <p className="govuk-body">
        You do, since {momentOf(pen.holder.since)}. Your colleague can read it on their own laptop, and one of
        you writes at a time.
      </p>
      <HandOver pen={pen} before={before} />
    </section>
  );
}
