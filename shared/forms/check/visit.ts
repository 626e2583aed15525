import { callsOf, delayMinutes, type Visit, visitMinutes } from '#shared/records/visit.ts';
import { type FormSettings, visitScope } from '../scope.ts';
import { type Asked, type Said, shownQuestion, where } from './parts.ts';

/** What is odd about the visit as a whole, its counts apart. */
export const visitDoubts = (v: Visit, settings: FormSettings, today: string, asked: Asked): Said[] => [
  ...dayDoubts(v, today),
  ...where(
    !!v.visitor1 && !v.visitor2 && !v.aloneReason && v.method === 'in-person',
    'visitor2',
    'Only one visitor is named for a visit in person',
  ),
  ...waitDoubts(v, settings),
  ...timeDoubts(v),
  ...tactDoubts(v, asked),
  ...illTreatmentDoubts(v, asked),
];

const dayDoubts = ({ date }: Visit, today: string): Said[] => {
  if (!date) return [];
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  return [
    // The laptop's clock may be the one that is wrong, and must not keep a report from being sent.
    ...where(date > today, 'date', 'The date of the visit lies in the future, by the clock of this laptop'),
    ...where(date < yearAgo, 'date', 'The visit was more than a year ago'),
  ];
};

const timeDoubts = (v: Visit): Said[] => {
  const delay = delayMinutes(v);
  const stay = visitMinutes(v);
  if (delay === null) return [];
  return [
    ...where(delay > 180, 'admitted', `Admission ${delay} minutes after arrival is unusually long`),
    ...where(stay !== null && stay < delay, 'left', 'You left before you were admitted'),
  ];
};

/** What a wait owes: a reason and who authorised it, or that nobody explained it, which is a concern of its own. */
const waitDoubts = (v: Visit, { delayThreshold }: FormSettings): Said[] => {
  const delay = delayMinutes(v);
  const long = delay !== null && delay > delayThreshold;
  if (long && v.keptWaiting === false)
    return [['keptWaiting', `You say that you were not kept waiting, and waited ${delay} minutes`]];
  if ((!long && !v.keptWaiting) || v.delayExplained === 'no explanation given') return [];
  const waited = long ? `You waited ${delay} minutes` : 'You were kept waiting';
  return [
    ...where(!v.delayReason, 'delayReason', `${waited} and no reason is given`),
    ...where(!v.delayAuthoriser, 'delayAuthoriser', `${waited} and nobody is named who authorised it`),
  ];
};

/** The answer to an own question of the form; undefined also where the office no longer asks it. */
const ownAnswer = (v: Visit, asked: Asked, id: string): unknown =>
  shownQuestion(asked, visitScope(v), id)
    ? (v.answers[id] as { value?: unknown } | undefined)?.value
    : undefined;

/** Terrorism visits: by accredited visitors only, with a copy to the Independent Reviewer. */
const tactDoubts = (v: Visit, asked: Asked): Said[] => [
  ...where(
    ownAnswer(v, asked, 'tactAccredited') === false,
    'tactAccredited',
    'Only visitors accredited for it make terrorism visits',
  ),
  ...where(
    ownAnswer(v, asked, 'tactCopy') !== true,
    'tactCopy',
    'It is not said that a copy has gone to the Independent Reviewer of Terrorism Legislation',
  ),
];

/** An allegation is told to somebody at once, and its words are noted. */
const illTreatmentDoubts = (v: Visit, asked: Asked): Said[] => {
  if (ownAnswer(v, asked, 'illTreatment') !== true) return [];
  return [
    ...where(
      !ownAnswer(v, asked, 'illTreatmentWords'),
      'illTreatmentWords',
      'Something suggested ill-treatment, and it is not said what',
    ),
    ...where(
      callsOf(v).length === 0,
      'illTreatment',
      'Something suggested ill-treatment, and the urgent calls name nobody who was told: saving tells nobody',
    ),
  ];
};
