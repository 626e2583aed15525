import { type Concern, type ConcernState, concernState, endStates } from '#shared/records/concern.ts';
import { mayMove, mayReach } from '#shared/records/concern-moves.ts';
import { isUrgent } from '#shared/records/concern-next.ts';

/** What the staff can do about a concern, each opening a form of its own. */
export type Step = 'tell' | 'answer' | 'addressed' | 'resolved' | 'coordinator' | 'closed';

const isOver = (state: ConcernState): boolean => (endStates as readonly ConcernState[]).includes(state);

/** Whether a letter about it can be written: what is with the police already can be written about again. */
export const mayWrite = (state: ConcernState): boolean =>
  state === 'escalated' || mayReach(state, 'escalated');

/** The steps that its life allows from where it stands, in the order in which they are offered. */
export const stepsFrom = (state: ConcernState): Step[] => {
  const allowed: Record<Step, boolean> = {
    tell: !isOver(state),
    answer: state === 'answered' || state === 'checked' || mayReach(state, 'answered'),
    addressed: mayMove(state, 'addressed'),
    resolved: mayMove(state, 'resolved'),
    coordinator: mayMove(state, 'coordinator'),
    closed: mayMove(state, 'closed'),
  };
  return (Object.keys(allowed) as Step[]).filter((step) => allowed[step]);
};

/**
 * What is most likely to be done next from where it stands, so that one button of the page is the main one. None where
 * the next visitors look, or nothing more is owed.
 */
export const mainStep = (concern: Concern, late: boolean): Step | 'write' | undefined => {
  const state = concernState(concern);
  if (isOver(state)) return undefined;
  if (isUrgent(concern) && concern.told.length === 0) return 'tell';
  const next = { raised: 'coordinator', coordinator: 'write', checked: 'closed' } as const;
  if (state === 'escalated') return late ? 'write' : 'answer';
  if (state === 'answered') return concern.suite ? undefined : 'closed';
  return next[state as keyof typeof next];
};

/** What the button of a step says. */
export const stepWords = (step: Step, state: ConcernState): string => {
  if (step === 'coordinator') {
    if (state === 'raised') return 'Take it on';
    return isOver(state) ? 'Reopen' : 'Take it back to the coordinator';
  }
  return {
    tell: 'Somebody was told',
    answer: state === 'answered' || state === 'checked' ? 'Enter a further answer' : 'Enter an answer',
    addressed: 'It was already addressed',
    resolved: 'It was resolved on the visit',
    closed: 'Close',
  }[step];
};
