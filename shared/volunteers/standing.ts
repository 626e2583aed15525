import { isJoining, type Person, type Standing, standing } from '#shared/records/person.ts';
import type { Session, Training } from '#shared/records/session.ts';
import { addMonths } from '#shared/times.ts';
import { reviewYears } from './way.ts';

/** Something that runs out: until when it is good, where that is known, and how it stands. */
export type Lasting = { readonly state: Standing; readonly until?: string };

/** A kind of training somebody needs: when they took it last, and how that stands. */
export type TrainingStanding = Lasting & { readonly topic: string; readonly last?: string };

/** How somebody stands in what keeps a volunteer from serving once it has run out. */
export type VolunteerStanding = {
  readonly vetting: Lasting;
  readonly accreditation: Lasting;
  /** The worst of all they need. */
  readonly training: Lasting;
  readonly review: Lasting;
  readonly trainings: TrainingStanding[];
};

/** What somebody was trained in, and on which day; a topic is one of the office's list. */
export type Taken = { readonly topic: string; readonly on: string };

/** What a person was trained in, here and elsewhere. A session that was called off, or is to come, trained nobody. */
export const takenBy = (p: Person, sessions: readonly Session[], today: string): Taken[] => [
  ...(p.volunteer?.trained ?? []),
  ...sessions.flatMap(({ topic, on, cancelled, attendance }) =>
    topic !== undefined &&
    cancelled === undefined &&
    on <= today &&
    attendance.some(({ id, was }) => id === p.id && was === 'present')
      ? [{ topic, on }]
      : [],
  ),
];

/** Who serves: neither only asking to join, nor gone. */
export const isServing = (p: Person, today: string): boolean =>
  p.volunteer !== undefined &&
  !isJoining(p) &&
  p.volunteer.status !== 'left' &&
  !(p.volunteer.left !== undefined && p.volunteer.left <= today);

const lasting = (until: string | undefined, today: string): Lasting => ({
  state: standing(until, today),
  ...(until !== undefined && { until }),
});

/** Accredited for three years, and on until the review that followed says when it is to be looked at again. */
const accreditedUntil = ({ volunteer }: Person): string | undefined => {
  if (volunteer?.accredited === undefined) return undefined;
  const first = addMonths(volunteer.accredited, reviewYears * 12);
  return volunteer.nextReview !== undefined && volunteer.nextReview > first ? volunteer.nextReview : first;
};

const trainingStanding = (
  { name, id, months }: Training,
  taken: readonly Taken[],
  today: string,
): TrainingStanding => {
  const last = taken
    .filter(({ topic }) => topic === name || topic === id)
    .map(({ on }) => on)
    .sort()
    .at(-1);
  if (last === undefined) return { topic: name, state: 'no data' };
  if (months === undefined) return { topic: name, last, state: 'in date' };
  return { topic: name, last, ...lasting(addMonths(last, months), today) };
};

const worstFirst: readonly Standing[] = ['expired', 'no data', 'expiring', 'in date'];

const worst = (all: readonly TrainingStanding[]): Lasting => {
  const state = worstFirst.find((one) => all.some((t) => t.state === one)) ?? 'no data';
  const until = all.flatMap((t) => (t.state === state && t.until !== undefined ? [t.until] : [])).sort()[0];
  return { state, ...(until !== undefined && { until }) };
};

/** How a volunteer stands on `today`, by what they were trained in and the kinds of training the office keeps. */
export const standingOf = (
  p: Person,
  trainings: readonly Training[],
  taken: readonly Taken[],
  today: string,
): VolunteerStanding => {
  const needed = trainings.filter((t) => t.needed).map((t) => trainingStanding(t, taken, today));
  return {
    vetting: lasting(p.volunteer?.vettingExpires, today),
    accreditation: lasting(accreditedUntil(p), today),
    training: worst(needed),
    review: lasting(p.volunteer?.nextReview, today),
    trainings: needed,
  };
};

/** Something of somebody's that has run out or soon will. */
export type RunsOut = { readonly what: string; readonly until: string; readonly state: Standing };

/** What of somebody's has run out, or will within 90 days. An accreditation ends with its review and is not said twice. */
export const runsOut = ({ vetting, accreditation, review, trainings }: VolunteerStanding): RunsOut[] => {
  const all: (Lasting & { what: string })[] = [
    { what: 'Vetting', ...vetting },
    ...(accreditation.until === review.until ? [] : [{ what: 'Accreditation', ...accreditation }]),
    { what: 'Review', ...review },
    ...trainings.map(({ topic, ...t }) => ({ what: `Training: ${topic}`, ...t })),
  ];
  return all.flatMap(({ what, until, state }) =>
    until !== undefined && (state === 'expired' || state === 'expiring') ? [{ what, until, state }] : [],
  );
};
