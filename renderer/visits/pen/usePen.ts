import { useRead } from '#renderer/app/host.tsx';
import { useMay } from '#renderer/editing/useMay.ts';
import type { Output } from '#shared/contract.ts';

export type Pen = Output<'pens.list'>[number];

/** Who holds the pen of a report; undefined while it is asked, and where the report has none and everybody may write. */
export const usePen = (visit: string): Pen | undefined => {
  const may = useMay('pens.list');
  return useRead('pens.list', {}, { wanted: may }).data?.find((pen) => pen.visit === visit);
};
