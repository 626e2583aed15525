import { derivedId } from '#shared/ids.ts';
import type { Plan, PlanItem, PlanStatus } from '#shared/records/plan.ts';
import { daysAfter } from './days.ts';

type Followed = {
  number: string;
  recommendation: string;
  owner: string;
  /** Days from today. */
  due: number;
  updates: readonly [status: PlanStatus, days: number, words?: string][];
  evidence?: string;
};

const head = 'Head of Custody';
const estates = 'Estates';

/** An invented action plan after an invented inspection: some of it done, some under way, one late and one soon due. */
const forcePlan: readonly Followed[] = [
  {
    number: '1',
    recommendation: 'Senior officers look at custody records every week and act on what they find.',
    ...{ owner: head, due: -150 },
    updates: [
      ['under way', -300, 'A rota of superintendents has begun.'],
      ['done', -160, 'In place at every suite.'],
    ],
    evidence: 'Dip samples of the last two quarters show a senior officer’s entry in nine of ten records.',
  },
  {
    number: '2',
    recommendation:
      'Everybody is told their rights in words they understand, and of the outcome of each review.',
    ...{ owner: head, due: -21 },
    updates: [
      ['under way', -240, 'Sheets in nine languages are printed.'],
      ['under way', -60, 'Two suites still lack them.'],
    ],
  },
  {
    number: '3',
    recommendation: 'Every use of force is recorded by each officer who took part.',
    ...{ owner: 'Operations', due: 20 },
    updates: [['under way', -90, 'A reminder comes up when the record is closed.']],
  },
  {
    number: '4',
    recommendation: 'Food, washing, exercise and reading are offered without being asked for.',
    ...{ owner: head, due: 75 },
    updates: [],
  },
  {
    number: '5',
    recommendation: 'Points to which a cord could be tied are removed from every cell.',
    ...{ owner: estates, due: 160 },
    updates: [['under way', -30, 'Three suites of five are done.']],
  },
];

const officePlan: readonly Followed[] = [
  {
    number: '1',
    recommendation: 'One visit in six is made in the evening or at night.',
    ...{ owner: 'Scheme coordinator', due: 40 },
    updates: [['under way', -45]],
  },
  {
    number: '2',
    recommendation: 'Whoever raises a concern is told within a month what became of it.',
    ...{ owner: 'Scheme coordinator', due: -60 },
    updates: [['done', -70, 'They see it on their own page.']],
  },
];

const itemsOf = (plan: string, followed: readonly Followed[], by: string, today: string): PlanItem[] =>
  followed.map(({ due, updates, evidence, ...item }) => {
    const id = derivedId(plan, 'planItem', item.number);
    const part = (kind: string, n: number) => derivedId(id, kind, String(n));
    return {
      ...{ id, plan, ...item, due: daysAfter(today, due) },
      updates: updates.map(([status, days, words], n) => ({
        ...{ id: part('update', n), on: daysAfter(today, days), by, status },
        ...(words && { words }),
      })),
      ...(evidence && {
        evidence: [{ id: part('evidence', 0), on: daysAfter(today, -100), words: evidence }],
      }),
    };
  });

/** The plans of the example: the force's after an inspection, and the office's own. */
export const makePlans = (office: string, by: string, today: string) => {
  const plans: Plan[] = [
    {
      id: derivedId(office, 'plan', 'force'),
      title: 'Custody inspection action plan (invented)',
      kind: 'force action plan',
      source: 'An invented inspectorate',
      published: daysAfter(today, -380),
      inspection: {
        from: daysAfter(today, -470),
        to: daysAfter(today, -460),
        part: 'Met the inspectors on the second day and gave them the figures of three years of visits.',
      },
    },
    {
      id: derivedId(office, 'plan', 'office'),
      title: 'The scheme’s own improvements (invented)',
      kind: 'office improvement plan',
      published: daysAfter(today, -200),
    },
  ];
  const [force, own] = plans as [Plan, Plan];
  return {
    plans,
    planItems: [...itemsOf(force.id, forcePlan, by, today), ...itemsOf(own.id, officePlan, by, today)],
  };
};
