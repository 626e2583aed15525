import type { Answer } from './answer.ts';
import { callsOf, detaineesOf, isPractice, mattersOf, type Visit, visitState } from './visit.ts';

/** The answers to a form's own questions that are text. */
const free = (answers: Record<string, Answer> | undefined): string[] =>
  Object.values(answers ?? {}).flatMap((a) => ('value' in a && typeof a.value === 'string' ? [a.value] : []));

/**
 * The words a search finds a report by: its own, and those of the detainees, matters and calls in it. An exercise is
 * in no search, and neither is a draft that was put aside.
 */
export const visitWords = (v: Visit): string => {
  if (isPractice(v) || visitState(v) === 'discarded') return '';
  return [
    v.reference,
    v.imported?.reference,
    v.comments,
    v.praiseWords,
    v.delayReason,
    v.briefing,
    v.sergeant,
    v.escort,
    ...free(v.answers),
    ...detaineesOf(v).flatMap((d) => [
      d.custodyNumber,
      d.denial?.officer,
      d.denial?.ground,
      ...free(d.answers),
    ]),
    ...mattersOf(v).flatMap((m) => [m.what, m.toldTo, m.answer, ...free(m.answers)]),
    ...callsOf(v).flatMap((c) => [c.told, c.what, c.answer, ...free(c.answers)]),
  ]
    .filter(Boolean)
    .join(' ');
};
