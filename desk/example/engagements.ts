import { figureId } from '#shared/cases/figures.ts';
import { derivedId } from '#shared/ids.ts';
import type { AssuranceRequest, Engagement, MonthlyFigure } from '#shared/records/engagement.ts';
import { casesAbout } from './cases.ts';
import { daysAfter } from './days.ts';
import type { Dice } from './dice.ts';

type Means = { office: string; own: string; today: string; areas: readonly string[]; dice: Dice };

type Told = Pick<Engagement, 'kind' | 'title' | 'themes'> &
  Partial<Pick<Engagement, 'place' | 'decision' | 'pence' | 'words'>> & { ago: number };

/** What the Commissioner and the office did in the last year, the latest first. */
const told: readonly Told[] = [
  {
    ...{ ago: 9, kind: 'visit', title: 'Walk along the main road with residents', place: 'Market Street' },
    themes: ['Road safety'],
    words: 'Lorries at school times, and parked cars that hide the crossing.',
  },
  {
    ...{ ago: 37, kind: 'public session', title: 'Open evening at the village hall', place: 'Lowbridge' },
    themes: ['Antisocial behaviour', 'Local policing'],
    decision: 'A grant to the youth club for its Friday evenings.',
    pence: 450_000,
  },
  {
    ...{ ago: 68, kind: 'meeting', title: 'Parish councils of the valley', place: 'Lowbridge' },
    themes: ['Rural crime'],
    decision: 'The force reports to the councils every quarter.',
  },
  {
    ...{ ago: 121, kind: 'event', title: 'Stand at the county show' },
    themes: ['Local policing', 'Rural crime'],
  },
  {
    ...{ ago: 190, kind: 'visit', title: 'Contact centre of the force' },
    themes: ['Police contact'],
    words: 'Waits on the non-emergency number, and what the new switchboard changes.',
  },
  {
    ...{ ago: 265, kind: 'meeting', title: 'Road safety partnership' },
    themes: ['Road safety'],
    decision: 'Match funding for two average speed cameras.',
    pence: 3_200_000,
  },
];

const engagements = ({ office, today, areas, dice }: Means): Engagement[] =>
  told.map(({ ago, ...one }) => ({
    ...one,
    id: derivedId(office, 'engagement', one.title),
    on: daysAfter(today, -ago),
    ...(areas.length > 0 && { area: dice.pick(areas) }),
    cases: casesAbout(office, one.themes[0] ?? '', 3),
    attended: dice.percent(70) ? ['Commissioner'] : ['Deputy Commissioner', 'Head of policy'],
  }));

/** A question answered, one that waits, and one whose answer is late. */
const questions = ({ office, own, today }: Means): AssuranceRequest[] => {
  const asked = (title: string, ago: number, more: Partial<AssuranceRequest>): AssuranceRequest => ({
    ...{
      id: derivedId(office, 'assuranceRequest', title),
      title,
      question: '',
      by: own,
      themes: [],
    },
    ...{ on: daysAfter(today, -ago), due: daysAfter(today, 28 - ago) },
    ...more,
    cases: casesAbout(office, more.themes?.[0] ?? '', 2),
  });
  return [
    asked('Answering the non-emergency number', 160, {
      question: 'How long do callers wait at the busiest hours, and what is done about it?',
      themes: ['Police contact'],
      answered: daysAfter(today, -139),
      answer: 'Three minutes and a half on average; twelve more call handlers start in the autumn.',
      outcome: 'partly assured',
      outcomeWords: 'Looked at again when they have started.',
    }),
    asked('Speed checks by schools', 45, {
      question: 'How many were made in the last year, and how are places chosen?',
      themes: ['Road safety'],
    }),
    asked('Patrols after dark in town centres', 6, {
      question: 'What has changed since residents wrote about the market squares?',
      themes: ['Antisocial behaviour'],
    }),
  ];
};

const typed: readonly [name: string, least: number, most: number, source: string][] = [
  ['Newsletter subscribers', 2_900, 3_400, 'Mailing list'],
  ['Web users', 3_600, 6_200, 'Web statistics'],
  ['Posts on social media', 40, 95, 'Communications team'],
  ['Press releases', 4, 14, 'Communications team'],
];
const months = 18;

/** Month by month up to the one before last: the last is a gap that somebody has to fill. */
const figures = ({ office, today, dice }: Means): MonthlyFigure[] =>
  Array.from({ length: months }, (_, n) => {
    const counted = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 3 - n;
    const month = `${Math.floor(counted / 12)}-${String((counted % 12) + 1).padStart(2, '0')}`;
    return typed.map(([name, least, most, source]) => ({
      ...{ id: figureId(office, month, name), month, name, source },
      value: dice.int(least, most),
    }));
  }).flat();

/** What the office did beside its correspondence: engagements, questions to the Chief Constable, figures by month. */
export const makeEngagements = (means: Means) => ({
  engagements: engagements(means),
  assuranceRequests: questions(means),
  monthlyFigures: figures(means),
});
