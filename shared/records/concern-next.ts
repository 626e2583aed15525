import { dayWords } from '#shared/times.ts';
import { answerDue, type Concern, concernState, endStates } from './concern.ts';

/** Matters that cannot wait: somebody is told at once, and that it was done is written down. */
export const isUrgent = ({ area, severity }: Pick<Concern, 'area' | 'severity'>): boolean =>
  severity === 'immediate' || area === 'allegation';

/** The topic of a reprisal: something done to somebody because they spoke to visitors. */
export const reprisal = 'Reprisal';

/** What is to be done next, in words, and by when where a day is set. */
export type NextStep = { words: string; by: string | null; late: boolean };

const step = (words: string, by: string | null = null, late = false): NextStep => ({ words, by, late });

const isEnd = (state: string): boolean => (endStates as readonly string[]).includes(state);

const withPolice = (c: Concern, today: string): NextStep => {
  const due = answerDue(c);
  const to = c.escalations.at(-1)?.to ?? 'custody inspector';
  if (due === undefined || due >= today) return step(`Wait for the answer of the ${to}.`, due ?? null);
  const above = to === 'custody inspector' ? ', or write to the Head of Custody' : '';
  return step(`The ${to} has not answered in time: remind them${above}.`, due, true);
};

const withCoordinator = (c: Concern): NextStep => {
  const [last, moved] = [c.found.at(-1), c.events.at(-1)];
  // What a visit found sent it back only where nobody of the staff moved it since.
  if (last?.finding === 'not put right' && moved?.by === 'office')
    return step(`A pair found on ${dayWords(last.on)} that it is not put right: write to the police again.`);
  const again = moved !== undefined && isEnd(moved.from);
  return step(
    again
      ? 'It was reopened: write to the police about it, or close it and say why.'
      : 'Write to the police about it, or close it and say why.',
  );
};

/** The next step about a concern; undefined where nothing more is owed to it. */
export const nextStepOf = (c: Concern, today: string): NextStep | undefined => {
  const state = concernState(c);
  if (isUrgent(c) && c.told.length === 0 && !isEnd(state))
    return step('Tell somebody at once who can act on it, and write down who was told and when.', null, true);
  switch (state) {
    case 'raised':
      return step('Take it on, or say how it was settled.');
    case 'coordinator':
      return withCoordinator(c);
    case 'escalated':
      return withPolice(c, today);
    case 'answered':
      return step(
        c.suite
          ? 'The next visitors of the suite look whether it is put right. Write again if the answer is not enough.'
          : 'Close it, or write again if the answer is not enough.',
      );
    case 'checked':
      return step('A later visit found it put right: close it.');
    default:
      return undefined;
  }
};
