import { count } from '#shared/numbers.ts';

/** How large a file is, as people say it. */
export const fileSize = (bytes: number): string =>
  bytes < 1_000_000 ? `${count(Math.ceil(bytes / 1_000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
