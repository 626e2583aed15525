import { type Block, heading, paragraph } from '#shared/letters/document.ts';
import type { ReturnKind, ReturnResult } from '#shared/views.ts';
import { ofCorrespondence } from './correspondence.ts';
import { ofReviews } from './reviews.ts';
import { ofVisits } from './visits.ts';
import { type Known, knownOf } from './words.ts';

type Part = readonly [title: string, said: (of: Known) => string];

const parts: { readonly [K in ReturnKind]: readonly Part[] } = {
  icv: ofVisits,
  reviews: ofReviews,
  correspondence: ofCorrespondence,
};

/** The paragraphs of a report to a Police and Crime Panel: what the figures say, in sentences. */
export const proseOf = ({ return: kind, measures }: ReturnResult): Block[] => {
  const known = knownOf(measures);
  return parts[kind].flatMap(([title, said]): Block[] => {
    const text = said(known);
    return text === '' ? [] : [heading(title, 3), paragraph(text)];
  });
};
