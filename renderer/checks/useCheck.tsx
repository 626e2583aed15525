import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import type { Keeper } from '#renderer/editing/keeper.ts';
import { useKept } from '#renderer/editing/useKept.ts';
import { ButtonLink, PageHeading } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import type { Setting } from '#shared/records/setting.ts';
import { capital } from '#shared/text.ts';
import type { CheckDraft } from './draft.ts';
import { checkMeans, correctionMeans } from './means.ts';

/** A check that is written in: itself, the form and names it needs, who keeps it, and where its pages stand. */
export type OpenCheck = {
  id: string;
  /** Whether what is done is being corrected. */
  isCorrection: boolean;
  base: string;
  keeper: Keeper<CheckDraft>;
  draft: CheckDraft;
  read: Output<'checks.get'>;
  settings: Setting;
};

export const correctionName = (id: string): string => `check correction:${id}`;

/** A page on a check that is written: a draft, or the correction of one that is done. */
export function OnCheck({
  correct = false,
  children,
}: {
  correct?: boolean;
  children: (open: OpenCheck) => ReactNode;
}): ReactNode {
  const { id = '' } = useParams();
  const { keeper, kept, failure } = useKept<CheckDraft>(
    correct ? correctionName(id) : `check:${id}`,
    (host) => (correct ? correctionMeans(host, id) : checkMeans(host, id)),
  );
  const read = useRead('checks.get', { id });
  const settings = useRead('settings.get', {});
  const wrong = failure ?? read.error ?? settings.error;
  if (wrong) return <Failed failure={wrong} />;
  if (!keeper || !kept || !read.data || !settings.data) return <Waiting />;
  const fits = read.data.state === (correct ? 'done' : 'draft');
  if (!fits)
    return (
      <>
        <PageHeading>{correct ? 'This check is not done yet' : 'This check is not a draft'}</PageHeading>
        <ButtonLink href={`#/checks/${id}`}>Open the check</ButtonLink>
      </>
    );
  const base = `/checks/${id}/${correct ? 'correct' : 'edit'}`;
  return children({
    id,
    isCorrection: correct,
    base,
    keeper,
    draft: kept.draft,
    read: read.data,
    settings: settings.data,
  });
}

/** What a check is called at the head of its pages. */
export const checkName = ({ reference, custodyNumber }: OpenCheck['draft']['check']): string =>
  capital([reference, custodyNumber && `record ${custodyNumber}`].filter(Boolean).join(', ')) ||
  'New record check';
