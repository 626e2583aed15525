import { z } from 'zod';
import { given, maybeDate, neededName, typedDate } from '#renderer/editing/typed.ts';
import { type Person, volunteerStatuses } from '#shared/records/person.ts';
import { role } from '#shared/roles.ts';
import { parseDate } from '#shared/times.ts';

/** The dates of a volunteer, in the order in which they come. */
export const volunteerDates = {
  joined: 'Joined',
  vettingExpires: 'Vetting expires',
  accredited: 'Accredited',
  nextReview: 'Next review',
  tactAccredited: 'Accredited for TACT visits',
} as const;
type VolunteerDate = keyof typeof volunteerDates;

const dates = Object.fromEntries(
  Object.entries(volunteerDates).map(([field, name]) => [field, maybeDate(`“${name}”`)]),
) as Record<VolunteerDate, ReturnType<typeof maybeDate>>;

/** A person as they stand in the boxes of their page. No status: not a volunteer. */
export const personForm = z.object({
  name: neededName('the name of the person'),
  roles: z.array(role),
  panel: z.string(),
  status: z.enum(['', ...volunteerStatuses]),
  ...dates,
});
export type PersonForm = z.infer<typeof personForm>;

export const personFieldNames = {
  name: 'Name',
  roles: 'Roles',
  panel: 'Panel',
  volunteer: 'Volunteer',
};

export const toPersonForm = (person: Person | undefined): PersonForm => ({
  name: person?.name ?? '',
  roles: [...(person?.roles ?? [])],
  panel: person?.panel ?? '',
  status: person?.volunteer?.status ?? '',
  ...eachDate((field) => typedDate(person?.volunteer?.[field])),
});

/** The record that the boxes stand for, over the one they were filled from. */
export const fromPersonForm = (typed: PersonForm, base: Person | undefined, id: string): Person =>
  ({
    ...base,
    id,
    name: typed.name.trim(),
    roles: typed.roles,
    panel: given(typed.panel),
    volunteer:
      typed.status === ''
        ? undefined
        : {
            ...base?.volunteer,
            status: typed.status,
            ...eachDate((field) => parseDate(typed[field])),
          },
  }) as Person;

const eachDate = <T>(of: (field: VolunteerDate) => T): Record<VolunteerDate, T> =>
  Object.fromEntries(
    (Object.keys(volunteerDates) as VolunteerDate[]).map((field) => [field, of(field)]),
  ) as Record<VolunteerDate, T>;
