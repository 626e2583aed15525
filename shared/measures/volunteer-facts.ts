import type { Person } from '#shared/records/person.ts';

/** What happens to volunteers and is counted. */
export const volunteerEvents = ['joined', 'left'] as const;

type OfVolunteer = {
  id: string;
  /** The day on which it happened, or from which it stood so. */
  date: string;
  panel: string | null;
};

/** A volunteer who joined or left on a day. */
export type VolunteerFact = OfVolunteer & { what: (typeof volunteerEvents)[number] };

/** A volunteer who belonged to the scheme from a day until the day they left; null where they still do. */
export type VolunteerSpan = OfVolunteer & { until: string | null };

/** The day from which somebody belongs to the scheme whose joining nobody wrote down. */
export const longAgo = '1000-01-01';

/** What measures know of a person: when they joined the scheme and left it, and neither name nor standing. */
export const volunteerFacts = (p: Person): { happened: VolunteerFact[]; served: VolunteerSpan[] } => {
  const v = p.volunteer;
  if (!v) return { happened: [], served: [] };
  const of = { panel: p.panel ?? null };
  const happened = volunteerEvents.flatMap((what): VolunteerFact[] => {
    const date = v[what];
    return date === undefined ? [] : [{ id: p.id, date, what, ...of }];
  });
  const from = servedFrom(v);
  const until = v.left ?? null;
  const served = from !== undefined && (until === null || from < until);
  return { happened, served: served ? [{ id: p.id, date: from, until, ...of }] : [] };
};

/**
 * Since when somebody belongs to the scheme. Where no joining date is known, their standing says that they have joined;
 * of somebody who has left on a day that nobody knows, no day can be told.
 */
const servedFrom = (v: NonNullable<Person['volunteer']>): string | undefined => {
  if (v.status === 'left' && v.left === undefined) return undefined;
  if (v.joined !== undefined) return v.joined;
  return v.status === 'probation' || v.status === 'accredited' ? longAgo : undefined;
};
