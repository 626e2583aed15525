import type { Output } from '#shared/contract.ts';

export type Due = Output<'retention.due'>;
export type DueRow = Due['now'][number];
export type DisposalShown = Output<'retention.get'>;

const places = { caseFile: 'cases', review: 'reviews', contact: 'contacts' } as const;

/** Where a record is looked at before anybody says that it goes. */
export const placeOf = ({ type, id }: Pick<DueRow, 'type' | 'id'>): string => `#/${places[type]}/${id}`;
