import type { interestKinds } from '#shared/records/person-file.ts';

/** What an interest is about, as people say it. */
export const interestTitles: Readonly<Record<(typeof interestKinds)[number], string>> = {
  suite: 'A custody suite',
  person: 'Another volunteer',
  police: 'The police, or somebody who works for them',
  other: 'Something else',
};
