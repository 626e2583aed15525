import { z } from 'zod';
import { neededName } from '#renderer/editing/typed.ts';
import { recordId, words } from '#shared/records/common.ts';
import { webAddress } from '#shared/records/return-words.ts';
import { reviewSections } from '#shared/returns/sections.ts';
import type { Publication } from '#shared/reviews/publication.ts';

export type PublishedWords = Publication['words'];
type SectionId = (typeof reviewSections)[number]['id'];

export const mostLinks = 50;

/** The office's own words of a period, and the pages it links to, as they stand in their boxes. */
export const publishedForm = z.object({
  sections: z.object(
    Object.fromEntries(reviewSections.map(({ id }) => [id, words])) as Record<SectionId, typeof words>,
  ),
  links: z
    .array(
      z.object({
        id: recordId,
        title: neededName('what the page is called'),
        address: z
          .string()
          .trim()
          .refine((text) => webAddress.safeParse(text).success, 'Enter an address that begins with https://'),
      }),
    )
    .max(mostLinks, `Enter at most ${mostLinks} links`),
});
type PublishedForm = z.infer<typeof publishedForm>;

export const publishedFieldNames = { sections: 'The office’s own words', links: 'Links' };

export const toPublishedForm = (own: PublishedWords | undefined): PublishedForm => ({
  sections: Object.fromEntries(
    reviewSections.map(({ id }) => [id, own?.sections[id] ?? '']),
  ) as PublishedForm['sections'],
  links: (own?.links ?? []).map(({ id, title, address }) => ({ id, title, address })),
});

/** A part that is blank is not written; one that this version does not know stays. */
export const fromPublishedForm = (
  { sections, links }: PublishedForm,
  base: PublishedWords | undefined,
): PublishedWords => {
  const all = { ...base?.sections, ...sections };
  return {
    sections: Object.fromEntries(Object.entries(all).filter(([, text]) => text.trim() !== '')),
    links: links.map(({ id, title, address }) => ({
      ...base?.links.find((one) => one.id === id),
      ...{ id, title: title.trim(), address: address.trim() },
    })),
  };
};
