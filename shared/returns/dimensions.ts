import type { AnyDimension } from '#shared/views.ts';

/** What a return can be broken down by, as people say it, and what a table headed by it calls its rows. */
export const dimensionNames: Readonly<Record<AnyDimension, { by: string; one: string }>> = {
  suite: { by: 'by suite', one: 'Suite' },
  panel: { by: 'by panel', one: 'Panel' },
  area: { by: 'by area', one: 'Area' },
  sex: { by: 'by sex', one: 'Sex' },
  ageGroup: { by: 'by age group', one: 'Age group' },
  ethnicity: { by: 'by ethnicity', one: 'Ethnicity' },
  hour: { by: 'by hour of arrival', one: 'Hour' },
  weekday: { by: 'by day of the week', one: 'Day' },
  method: { by: 'by method', one: 'Method' },
  cohort: { by: 'by cohort of record checks', one: 'Cohort' },
  route: { by: 'by route', one: 'Route' },
  kind: { by: 'by kind', one: 'Kind' },
  channel: { by: 'by channel', one: 'Channel' },
  constituency: { by: 'by constituency', one: 'Constituency' },
  theme: { by: 'by theme', one: 'Theme' },
};
