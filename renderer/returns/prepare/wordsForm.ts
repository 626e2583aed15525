import { z } from 'zod';
import { neededName } from '#renderer/editing/typed.ts';
import type { ReturnInWork } from '#shared/calls/return-life.ts';
import { recordId, words } from '#shared/records/common.ts';
import { webAddress } from '#shared/records/return-words.ts';

export type OwnWords = ReturnInWork['words'];
type Section = ReturnInWork['definition']['sections'][number];

export const mostLinks = 50;

/** The office's own words of a return, and the pages it links to, as they stand in their boxes. */
export const ownWordsForm = z.object({
  /** In the order of the return's sections: what a section is called by is no name of a box. */
  sections: z.array(z.object({ id: z.string(), text: words })),
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
export type OwnWordsForm = z.infer<typeof ownWordsForm>;

export const toOwnWordsForm = (own: OwnWords | undefined, sections: readonly Section[]): OwnWordsForm => ({
  sections: sections.map(({ id }) => ({ id, text: own?.sections[id] ?? '' })),
  links: (own?.links ?? []).map(({ id, title, address }) => ({ id, title, address })),
});

/** A part that is blank is not written; one that the return does not have today stays. */
export const fromOwnWordsForm = ({ sections, links }: OwnWordsForm, base: OwnWords | undefined): OwnWords => {
  const all = { ...base?.sections, ...Object.fromEntries(sections.map(({ id, text }) => [id, text])) };
  return {
    sections: Object.fromEntries(Object.entries(all).filter(([, text]) => text.trim() !== '')),
    links: links.map(({ id, title, address }) => ({
      ...base?.links.find((one) => one.id === id),
      ...{ id, title: title.trim(), address: address.trim() },
    })),
  };
};
