import type { ReturnInWork } from '#shared/calls/return-life.ts';
import { count } from '#shared/numbers.ts';
import { unanswered } from './parts.ts';

/** What is to be done next with a return, in a sentence. */
export const nextStep = (shown: ReturnInWork): string => {
  const { state, movedSinceChecked, differs, issues } = shown;
  const open = unanswered(shown);
  if (state === 'draft' && open > 0)
    return `Give a reason for ${open === 1 ? 'the check that does' : `the ${count(open)} checks that do`} not hold, or mend the records behind ${open === 1 ? 'it' : 'them'}`;
  if (state === 'draft') return 'Look at it and say that it is checked';
  if (state === 'checked')
    return movedSinceChecked ? 'Look at it again: it is not what was checked' : 'Sign it off';
  if (state === 'signed') return 'Publish it, and say when and where';
  return differs
    ? `Look at what is different by now, and issue revision ${issues.length} if it matters`
    : 'None: it is published';
};
