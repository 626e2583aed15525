import type { ConcernFact, ConcernSpan } from './concern-facts.ts';
import type { MeasureOver } from './measure.ts';

const happened = (
  id: string,
  title: string,
  definition: string,
  what: ConcernFact['what'],
): MeasureOver<'concerns'> => ({
  id: `concerns.${id}`,
  title,
  definition,
  over: 'concerns',
  unit: 'count',
  kind: 'sum',
  of: 'each',
  where: [{ field: 'what', is: [what] }],
});

const stood = (
  id: string,
  title: string,
  definition: string,
  what: ConcernSpan['what'],
): MeasureOver<'standing'> => ({
  id: `concerns.${id}`,
  title,
  definition: `${definition} Counted at the end of the last day of the period, or today where it has not ended.`,
  over: 'standing',
  unit: 'count',
  kind: 'sum',
  of: 'each',
  where: [{ field: 'what', is: [what] }],
});

/**
 * What was raised, and what became of it. Each definition says which day counts: that of raising, or that on which the
 * thing happened, so that a concern may be raised in one period and answered in the next.
 */
export const concernsFollowed: readonly (MeasureOver<'concerns'> | MeasureOver<'standing'>)[] = [
  happened(
    'raised',
    'Concerns raised',
    'Concerns raised in the period, by the day of the visit, record check or entry that raised them.',
    'raised',
  ),
  happened(
    'alreadyAddressed',
    'Concerns already addressed',
    'Of the concerns raised in the period, those that staff had already seen to when they were raised.',
    'addressed',
  ),
  happened(
    'resolvedOnVisit',
    'Concerns resolved on the visit',
    'Of the concerns raised in the period, those that were put right during the visit itself.',
    'resolved',
  ),
  happened(
    'escalated',
    'Concerns escalated',
    'Concerns that went to the police in the period, by the day of the letter, whenever they were raised. A further letter before an answer is not counted again; a concern that comes back and goes to the police again is.',
    'escalated',
  ),
  happened(
    'answered',
    'Concerns answered',
    'Concerns that the police answered in the period, by the day of the answer, whenever they were raised. Of several answers to the same letter the first is counted.',
    'answered',
  ),
  {
    ...happened(
      'answerDays',
      'Mean days to an answer',
      'Calendar days from the first letter to the answer, averaged over the concerns that went to the police and were answered in the period, by the day of the answer. A blank was answered without a letter.',
      'answered',
    ),
    unit: 'days',
    kind: 'mean',
    of: 'days',
  },
  stood('unanswered', 'Concerns late unanswered', 'Concerns whose answer is overdue.', 'unanswered'),
  happened(
    'checked',
    'Concerns found put right',
    'Concerns that visitors found put right at a later visit, by the day on which the office received it.',
    'checked',
  ),
  happened(
    'cameBack',
    'Concerns that came back',
    'Concerns that came back in the period after they had ended or had been found put right, or that visitors found not put right after the police had answered; by the day on which they came back.',
    'came back',
  ),
  happened('closed', 'Concerns closed', 'Concerns closed in the period, by the day of closing.', 'closed'),
  stood('open', 'Concerns open', 'Concerns that nothing has settled yet, whenever they were raised.', 'open'),
];
