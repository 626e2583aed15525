import { z } from 'zod';
import { derivedId } from '#shared/ids.ts';
import { recordId, words } from './common.ts';

/** What whoever runs the scheme wants a stand-in to know: the office's own words, one record for an office. */
export const handover = z.looseObject({ id: recordId, words });
export type Handover = z.infer<typeof handover>;

export const handoverId = (office: string): string => derivedId(office, 'handover', 'office');
