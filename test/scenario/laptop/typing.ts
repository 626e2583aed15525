import { freshId, type JoinedLaptop } from './laptop.ts';

/** Begins a report on a laptop, with some answers. */
export const beginReport = (laptop: JoinedLaptop, fields: Record<string, unknown>): string => {
  const id = freshId();
  laptop.ask('visits.start', { id, practice: false });
  typeIn(laptop, id, fields);
  return id;
};

/** Types answers into a report as a screen would. */
export const typeIn = (laptop: JoinedLaptop, id: string, fields: Record<string, unknown>): void => {
  const visit = laptop.read('visit', id) as unknown as Record<string, string>;
  laptop.ask('visits.save', {
    id,
    patch: Object.entries(fields).map(([key, now]) => ({
      path: [key],
      ...(visit[key] === undefined ? {} : { was: visit[key] }),
      now: now as string,
    })),
  });
};
