import type { ReactNode } from 'react';
import { useSession } from '#renderer/app/session.ts';
import { momentOf } from '#renderer/dates.ts';
import { BackLink, ButtonLink, PageHeading } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import type { Pen } from './usePen.ts';

/** Stands where a draft is written on another laptop: it is read here, and whoever writes it can hand it over. */
export function Elsewhere({ pen }: { pen: Pen }): ReactNode {
  const me = useSession().data?.person.id;
  const { holder, visit } = pen;
  const mine = holder.person === me;
  return (
    <>
      <BackLink href="#/visits?show=unfinished">Unfinished reports</BackLink>
      <PageHeading>
        {mine ? 'You write this report on another laptop' : `${isolated(holder.name)} writes this report`}
      </PageHeading>
      <p className="govuk-body">
        {mine
          ? `It has been written on your other laptop since ${momentOf(holder.since)}, so here you can only read it.`
          : `${isolated(holder.name)} has been writing it since ${momentOf(holder.since)}, so here you can only read it.`}{' '}
        One person writes at a time, so that nobody’s words are in anybody’s way.
      </p>
      <p className="govuk-body">
        {mine
          ? 'Go on with it there. If that laptop is lost, ring the coordinator, who can hand the report to this one.'
          : `To go on with it yourself, ask ${isolated(holder.name)} to hand it over, or ring the coordinator if their laptop is lost.`}
      </p>
      <ButtonLink href={`#/visits/${visit}`}>Read the report</ButtonLink>
    </>
  );
}
