import { isJoining, type Person, volunteerStatuses } from '#shared/records/person.ts';
import type { PersonFile } from '#shared/records/person-file.ts';
import { addMonths } from '#shared/times.ts';

export type VolunteerStatus = (typeof volunteerStatuses)[number];
type Volunteer = NonNullable<Person['volunteer']>;

/** The years for which somebody is accredited, after which they are reviewed. */
export const reviewYears = 3;
/** The months of probation, after which it is looked at whether to accredit. No source sets them. */
export const probationMonths = 6;

/** The step that comes after another on the way from enquiry to accreditation; after the last there is none. */
export const nextStep = (from: VolunteerStatus): VolunteerStatus | undefined =>
  from === 'accredited' || from === 'left'
    ? undefined
    : volunteerStatuses[volunteerStatuses.indexOf(from) + 1];

/** Whether a step is to be explained: one that skips others or goes back, and leaving. The first step explains itself. */
export const isReasonNeeded = (from: VolunteerStatus | undefined, to: VolunteerStatus): boolean =>
  to === 'left' || (from !== undefined && nextStep(from) !== to);

/**
 * Somebody moved on to a step, with the days that follow from it. What was true before somebody came back, or before a
 * step was taken back, stands in the steps of their file and not in their dates. Who begins to be trained is a visitor.
 */
export const movedOn = (p: Person, to: VolunteerStatus, on: string): Person => {
  const volunteer = volunteerAfter(p.volunteer, to, on);
  const roles =
    p.roles.length === 0 && to !== 'left' && !isJoining({ volunteer }) ? ['visitor' as const] : p.roles;
  return { ...p, roles, volunteer };
};

const volunteerAfter = (before: Person['volunteer'], to: VolunteerStatus, on: string): Volunteer => {
  if (to === 'left') return { ...before, status: to, left: on };
  const { left, joined, accredited, nextReview, ...rest } = before ?? {};
  const isBack = before?.status === 'left' || left !== undefined;
  const of = { ...rest, status: to };
  if (isJoining({ volunteer: of })) return of;
  const member = { ...of, joined: (!isBack && joined) || on };
  if (to === 'accredited') return { ...member, accredited: on, nextReview: addMonths(on, reviewYears * 12) };
  return to === 'probation' ? { ...member, nextReview: addMonths(on, probationMonths) } : member;
};

/** The day since when somebody stands where a list says they stand, as far as the list says; never one to come. */
export const stepDay = (v: Volunteer, today: string): string => {
  const said = v.status === 'left' ? v.left : v.status === 'accredited' ? v.accredited : v.joined;
  return said !== undefined && said < today && !isJoining({ volunteer: v }) ? said : today;
};

export const emptyFile = (id: string, person: string): PersonFile => ({
  id,
  person,
  steps: [],
  references: [],
  vetting: [],
  reviews: [],
});

/** The last day of the vetting that was cleared last; nothing where none was. */
export const vettedUntil = ({ vetting }: Pick<PersonFile, 'vetting'>): string | undefined =>
  vetting
    .filter(({ outcome, decided }) => outcome === 'cleared' && decided !== undefined)
    .sort((a, b) => ((a.decided as string) < (b.decided as string) ? -1 : 1))
    .at(-1)?.expires;
