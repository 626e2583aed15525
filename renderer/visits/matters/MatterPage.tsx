import type { ReactNode } from 'react';
import { useParams, useSearchParams } from 'wouter';
import { mattersOf } from '#shared/records/visit.ts';
import { OnCorrection, OnDraft, type Writing } from '../draft/OnReport.tsx';
import { ItemForm } from '../items/ItemForm.tsx';
import { NoSuchItem } from '../items/NoSuchItem.tsx';
import { AboutField } from './AboutField.tsx';

export const MatterPage = (): ReactNode => <OnDraft>{(writing) => <OneMatter {...writing} />}</OnDraft>;
export const CorrectMatterPage = (): ReactNode => (
  <OnCorrection>{(writing) => <OneMatter {...writing} />}</OnCorrection>
);

/** One matter raised on the day. Begun on a detainee's page, it leads back there. */
function OneMatter({ open, base }: Writing): ReactNode {
  const { item = '' } = useParams();
  const [params] = useSearchParams();
  const from = params.get('from');
  const matters = mattersOf(open.kept.draft.visit);
  const place = matters.findIndex(({ id }) => id === item) + 1;
  if (place === 0) return <NoSuchItem open={open} base={base} of="matter" id={item} />;
  return (
    <ItemForm
      open={open}
      base={base}
      of="matter"
      id={item}
      title={matters.length === 1 ? 'Matter' : `Matter ${place} of ${matters.length}`}
      next={from ? `${base}/detainees/${from}?at=asked` : `${base}/matters`}
      before={(editing) => <AboutField editing={editing} />}
    />
  );
}
