import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { detaineesOf } from '#shared/records/visit.ts';
import { OnCorrection, OnDraft, type Writing } from '../draft/OnReport.tsx';
import { ItemForm } from '../items/ItemForm.tsx';
import { NoSuchItem } from '../items/NoSuchItem.tsx';
import { AskedFor } from './AskedFor.tsx';
import { SameAsPrevious } from './SameAsPrevious.tsx';

export const DetaineePage = (): ReactNode => <OnDraft>{(writing) => <OneDetainee {...writing} />}</OnDraft>;
export const CorrectDetaineePage = (): ReactNode => (
  <OnCorrection>{(writing) => <OneDetainee {...writing} />}</OnCorrection>
);

/**
 * One detainee on one page. Its heading says their place, not their number: a window's title is kept in more places
 * than a custody number should be.
 */
function OneDetainee({ open, base }: Writing): ReactNode {
  const { item = '' } = useParams();
  const detainees = detaineesOf(open.kept.draft.visit);
  const place = detainees.findIndex(({ id }) => id === item) + 1;
  if (place === 0) return <NoSuchItem open={open} base={base} of="detainee" id={item} />;
  return (
    <ItemForm
      open={open}
      base={base}
      of="detainee"
      id={item}
      title={detainees.length === 1 ? 'Detainee' : `Detainee ${place} of ${detainees.length}`}
      next={`${base}/detainees`}
      within={(section, editing) => <SameAsPrevious open={open} section={section} editing={editing} />}
      after={<AskedFor open={open} base={base} detainee={item} />}
    />
  );
}
