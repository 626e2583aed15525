import { waitsIn } from '#shared/checks/waits.ts';
import { checkState, type RecordCheck } from '#shared/records/record-check.ts';

type OfCheck = { id: string; date: string; suite: string; panel: string | null; cohort: string };

/** What measures know of one custody record that was checked: never its number. */
export type CheckFact = OfCheck & {
  reason: string | null;
  /** Questions that apply and were answered, by whether the custody record says anything; both add up to `asked`. */
  recorded: number;
  notRecorded: number;
  asked: number;
};

/** One wait that its time line tells. */
export type CheckWait = OfCheck & { place: number; wait: string; minutes: number };

/** How one question was answered. */
export type CheckAnswer = OfCheck & { question: string; answer: string };

export type CheckFacts = { check: CheckFact; waits: CheckWait[]; answers: CheckAnswer[] };

/** What a record check says, reduced to what measures need; null until it is done, with suite, cohort and day. */
export const checkFacts = (c: RecordCheck): CheckFacts | null => {
  if (checkState(c) !== 'done' || !c.suite || !c.checkedOn || !c.cohort) return null;
  const of = { id: c.id, date: c.checkedOn, suite: c.suite, panel: c.panel ?? null, cohort: c.cohort };
  const answers = Object.entries(c.answers).flatMap(([question, given]) =>
    typeof given.value === 'string' ? [{ ...of, question, answer: given.value }] : [],
  );
  const said = (...which: string[]) => answers.filter(({ answer }) => which.includes(answer)).length;
  return {
    check: {
      ...of,
      reason: c.reason ?? null,
      recorded: said('yes', 'no'),
      notRecorded: said('not recorded'),
      asked: said('yes', 'no', 'not recorded'),
    },
    waits: waitsIn(c).waits.map(({ wait, minutes }, place) => ({ ...of, place, wait, minutes })),
    answers,
  };
};
