import type { ReturnKind } from '#shared/views.ts';

/** What each return is called where it is given out. */
export const returnNames: { readonly [K in ReturnKind]: string } = {
  icv: 'Independent custody visiting',
  reviews: 'Complaint reviews',
  correspondence: 'Correspondence',
};
