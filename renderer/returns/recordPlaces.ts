import type { z } from 'zod';
import type { figureRecord } from '#shared/views.ts';

type Behind = Pick<z.infer<typeof figureRecord>, 'type' | 'id'>;

const places: Readonly<Record<Behind['type'], (id: string) => string>> = {
  visit: (id) => `/visits/${id}`,
  concern: (id) => `/concerns/${id}`,
  recordCheck: (id) => `/checks/${id}`,
  suite: (id) => `/suites/${id}`,
  person: (id) => `/people/${id}`,
  throughput: () => '/throughput',
  review: (id) => `/reviews/${id}`,
  recommendation: (id) => `/reviews/recommendations/${id}`,
  caseFile: (id) => `/cases/${id}`,
  // It has no page: whoever may open its case finds it among theirs.
  caseMark: () => '/cases',
  engagement: (id) => `/engagements/${id}`,
  assuranceRequest: (id) => `/assurance/${id}`,
};

/** Where a record behind a figure is looked at. */
export const placeOf = ({ type, id }: Behind): string => places[type](id);
