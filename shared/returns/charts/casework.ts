import type { Chart } from '#shared/charts/chart.ts';
import { being, saysMost, saysParts } from '#shared/charts/says.ts';
import type { ReturnResult } from '#shared/views.ts';
import { countsOf, ofParts, ofWhole, partsBy, type ReturnChart, series, tableIn } from './from.ts';
import { overMonths } from './months.ts';
import { overYears } from './years.ts';

type Counted = Parameters<typeof countsOf>[1];

/** A table of the return as bars, under the same name. */
const bars = (id: string, shows: string, counted: Counted): ReturnChart => ({
  name: id,
  shows,
  make: (result) => {
    const table = tableIn(result, id);
    return table ? countsOf(table, counted) : null;
  },
});

type Figure = readonly [id: string, name: string, said: string];

/** Figures of the whole return beside each other. A sentence tells of those that are parts of one whole. */
const figures = (
  name: string,
  title: string,
  shown: readonly Figure[],
  { of, thing, things, parts }: { of: string; thing: string; things: string; parts: readonly string[] },
): ReturnChart => ({
  name,
  shows: title,
  make: (result): Chart | null => {
    const found = shown.flatMap(([id, called, said]) => {
      const one = ofWhole(result, id);
      return one ? [{ ...one, id, called, said }] : [];
    });
    if (found.length < shown.length) return null;
    return {
      kind: 'bars',
      title,
      says: saysParts({
        parts: found.filter(({ id }) => parts.includes(id)).map(({ said, value }) => ({ name: said, value })),
        ...{ thing, things },
      }),
      of,
      categories: found.map(({ called }) => called),
      series: [series('Number', found)],
    };
  },
});

const outcomes: readonly Figure[] = [
  ['reviews.received', 'Received', 'were received'],
  ['reviews.completed', 'Completed', 'were completed'],
  ['reviews.upheld', 'Upheld', 'were upheld'],
  ['reviews.notUpheld', 'Not upheld', 'were not upheld'],
];

const byRoute = (result: ReturnResult): Chart | null => {
  const parts = partsBy(result, 'route', 'reviews.received');
  if (!parts) return null;
  const shown = outcomes.filter(([id]) => id !== 'reviews.notUpheld');
  const received = ofParts(parts, 'reviews.received');
  return {
    kind: 'grouped',
    title: 'Reviews received, completed and upheld, by route',
    says: saysMost({
      items: parts.map(({ key }, i) => ({
        name: key === 'Not recorded' ? 'of a route not recorded' : `of complaints ${key.toLowerCase()}`,
        value: received[i]?.value ?? null,
      })),
      ...{ thing: 'review received', things: 'reviews received', kinds: 'routes', verb: being },
    }),
    of: 'Route',
    categories: parts.map(({ key }) => key),
    series: shown.map(([id, name]) => series(name, ofParts(parts, id))),
  };
};

const openReview = { thing: 'open review', things: 'open reviews' };
/** Open for how long: "0 to 28 days old". */
const aged = { kinds: 'ages', verb: being, said: (age: string) => `${age} old` };

export const reviewCharts: readonly ReturnChart[] = [
  figures('reviews.outcomes', 'Reviews received, completed and upheld', outcomes, {
    ...{ of: 'Reviews', thing: 'review decided', things: 'reviews decided' },
    parts: ['reviews.upheld', 'reviews.notUpheld'],
  }),
  { name: 'reviews.byRoute', shows: 'Reviews received, completed and upheld, by route', make: byRoute },
  bars('reviews.openByAge', 'Open reviews by age', { of: 'Since receipt', ...openReview, ...aged }),
  bars('reviews.outstandingByYear', 'Outstanding reviews by year of receipt', {
    ...{ of: 'Year', ...openReview, kinds: 'years', verb: being },
    said: (year) => `received in ${year}`,
  }),
  bars('allegations.byCategory', 'Allegations by category', {
    ...{ of: 'Category', thing: 'allegation', things: 'allegations', kinds: 'categories' },
    said: (category) => `“${category}”`,
  }),
  bars('themes', 'Themes of reviews', {
    ...{ of: 'Theme', thing: 'mention', things: 'mentions', kinds: 'themes' },
    said: (theme) => `“${theme}”`,
  }),
  figures(
    'recommendations.answers',
    'What came of recommendations',
    [
      ['recommendations.made', 'Made in the period', 'were made'],
      ['recommendations.accepted', 'Accepted', 'were accepted'],
      ['recommendations.inPart', 'Accepted in part', 'were accepted in part'],
      ['recommendations.refused', 'Refused', 'were refused'],
    ],
    {
      ...{ of: 'Recommendations', thing: 'recommendation answered', things: 'recommendations answered' },
      parts: ['recommendations.accepted', 'recommendations.inPart', 'recommendations.refused'],
    },
  ),
  overMonths('reviews', 'Reviews', [
    'reviews.received',
    'reviews.completed',
    'reviews.upheld',
    'reviews.open',
  ]),
  overYears('reviews', 'Reviews', [
    'reviews.received',
    'reviews.completed',
    'reviews.upheld',
    'reviews.open',
  ]),
  overYears('days', 'Days to a decision', ['days.working.mean', 'days.calendar.mean']),
];

const received = { thing: 'case received', things: 'cases received' };

export const caseCharts: readonly ReturnChart[] = [
  bars('cases.byTheme', 'Cases by theme', {
    ...{ of: 'Theme', thing: 'mention', things: 'mentions', kinds: 'themes' },
    said: (theme) => `“${theme}”`,
  }),
  bars('cases.byKind', 'Cases by kind', {
    ...{ of: 'Kind', ...received, kinds: 'kinds', verb: being },
    said: (kind) => `of the kind “${kind}”`,
  }),
  bars('cases.byArea', 'Cases by area', { of: 'Area', ...received, kinds: 'areas' }),
  bars('cases.openByAge', 'Open cases by age', {
    ...{ of: 'Since receipt', thing: 'open case', things: 'open cases', ...aged },
  }),
  overMonths('cases', 'Cases', ['cases.received', 'cases.answered', 'cases.closed', 'cases.open']),
  overYears('cases', 'Cases', ['cases.received', 'cases.closed', 'cases.open']),
  overYears('requests', 'Requests for information', [
    'requests.received',
    'requests.inTime',
    'requests.late',
    'requests.open',
  ]),
];
