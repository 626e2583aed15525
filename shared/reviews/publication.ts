import type { z } from 'zod';
import type { publication } from '#shared/calls/packs.ts';
import { type Block, heading, type PaperDocument, paragraph } from '#shared/letters/document.ts';
import { definitionsOf, figuresOf, tableOf, wordsOf } from '#shared/returns/blocks.ts';
import { publicationBasis, reviewSections } from '#shared/returns/sections.ts';

export type Publication = z.infer<typeof publication>;
/** What is published of a period as a document: a part that the office has not written is left out whole. */
export const publicationDocument = ({ result, words: own }: Publication): PaperDocument => {
  const title = `Complaint reviews: how we performed, ${result.period.label}`;
  const section = (id: (typeof reviewSections)[number]['id']): Block[] => {
    const said = wordsOf(own.sections[id]);
    const { title: name = '' } = reviewSections.find((one) => one.id === id) ?? {};
    return said.length === 0 ? [] : [heading(name, 2), ...said];
  };
  return {
    ...{ title, by: result.body, notice: result.notice, wide: false },
    blocks: [
      heading(title),
      paragraph(result.body),
      paragraph(`Published under the ${publicationBasis}.`),
      ...(own.links.length === 0
        ? []
        : [
            heading('Complaints about the police force', 2),
            ...own.links.map(({ title: text, address }): Block => ({ kind: 'link', text, address })),
          ]),
      ...section('account'),
      heading('Figures of our reviews', 2),
      figuresOf(result.measures),
      ...section('performance'),
      ...section('quality'),
      ...section('learning'),
      ...section('next'),
      heading('Tables', 2),
      ...result.tables.flatMap(tableOf),
      heading('What the figures mean', 2),
      definitionsOf(result.measures),
    ],
  };
};
