const toReturn = '/returns/';

/** Evidence that is the return of a period, as it is kept. */
export const linkToReturn = (period: string): string => `${toReturn}${period.trim()}`;

/** The period of the return that a link leads to; nothing where it leads elsewhere. */
export const returnLinked = (link: string): string | undefined =>
  link.startsWith(toReturn) ? link.slice(toReturn.length) : undefined;

/** A link as it stands on paper. */
export const linkWords = (link: string): string => {
  const period = returnLinked(link);
  return period === undefined ? link : `The return of ${period}`;
};
