import { type WaitId, waits } from '#shared/checks/waits.ts';
import { inSentence } from '#shared/text.ts';
import type { MeasureOver } from './measure.ts';

type Measured = MeasureOver<'checks'> | MeasureOver<'checkWaits'>;

const day = 'by the day on which they were read';
const share = 'Over all questions that apply, of all custody records checked together';

/** The wait of half of all, or of nine in ten, at most: always one that somebody did wait. */
const quantile = (id: WaitId, title: string, name: 'median' | 'p90'): MeasureOver<'checkWaits'> => ({
  id: `recordChecks.${id}.${name}`,
  title: `${title}, ${name === 'median' ? 'median' : '90th percentile'} minutes`,
  definition: `Minutes that passed from ${inSentence(title).replace(/^[^:]*: /, '')}, read from the time lines of the custody records checked in the period: the shortest of these waits that ${name === 'median' ? 'half' : 'nine in ten'} of them were no longer than. What stands as done before it was asked for is not counted; where a time came twice on the night the clocks went back, the shorter wait is.`,
  over: 'checkWaits',
  unit: 'minutes',
  kind: 'quantile',
  of: 'minutes',
  at: name === 'median' ? 0.5 : 0.9,
  where: [{ field: 'wait', is: [id] }],
});

/** What the custody records that were read afterwards show. */
export const recordsChecked: readonly Measured[] = [
  {
    id: 'recordChecks.count',
    title: 'Custody records checked',
    definition: `Custody records that were read afterwards and whose check is done, ${day}.`,
    over: 'checks',
    unit: 'count',
    kind: 'sum',
    of: 'each',
    where: [],
  },
  {
    id: 'recordChecks.recorded',
    title: 'Recorded, of what should be',
    definition: `Questions about a custody record that it answers, yes or no ÷ questions answered yes, no or not recorded. ${share}; not applicable is left out.`,
    over: 'checks',
    unit: 'percent',
    kind: 'ratio',
    of: { plus: ['recorded'] },
    to: { plus: ['asked'] },
    where: [],
  },
  {
    id: 'recordChecks.notRecorded',
    title: 'Not recorded, of what should be',
    definition: `Questions about a custody record of which it says nothing ÷ questions answered yes, no or not recorded. ${share}; not applicable is left out.`,
    over: 'checks',
    unit: 'percent',
    kind: 'ratio',
    of: { plus: ['notRecorded'] },
    to: { plus: ['asked'] },
    where: [],
  },
  ...waits.flatMap(({ id, title }) => [quantile(id, title, 'median'), quantile(id, title, 'p90')]),
];
