import type { ReturnResult } from '#shared/views.ts';
import { type GivenReturn, reasonsFor } from './given.ts';

/**
 * A return as other programs read it. What was computed keeps the shape it has on the command line; an issue adds whose
 * return it is, where it stands, its sections and links, and to each check the reasons given.
 */
export const returnJson = (given: GivenReturn): ReturnResult & Record<string, unknown> => {
  const { name, to, law, result, standing, sections, links, least } = given;
  if (!standing) return result;
  return {
    ...result,
    name,
    ...(to !== undefined && { to }),
    ...(law !== undefined && { law }),
    issue: {
      state: standing.published ? 'published' : standing.signed ? 'signed' : 'draft',
      number: standing.number,
      reason: standing.why,
      signed: standing.signed && {
        by: standing.signed.name,
        as: standing.signed.as,
        on: standing.signed.on,
      },
      published: standing.published && { on: standing.published.on, where: standing.published.where },
    },
    keptBackBelow: least,
    sections: sections.map(({ id, title, text }) => ({ id, title, text })),
    links: links.map(({ title, address }) => ({ title, address })),
    checks: result.checks.map((check) => ({ ...check, reasons: reasonsFor(given, check) })),
  };
};
