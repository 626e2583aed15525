import type { Form } from '#shared/forms/definition.ts';
import { newId } from '#shared/ids.ts';
import type { Answer } from '#shared/records/answer.ts';
import type { Person } from '#shared/records/person.ts';
import type { Suite } from '#shared/records/suite.ts';
import type { Visit } from '#shared/records/visit.ts';
import { clock } from './days.ts';
import { type Held, throwHeld, typedCounts } from './detainees.ts';
import type { Dice } from './dice.ts';
import { placeOf } from './places.ts';
import {
  abandonedWords,
  briefings,
  closedWords,
  comments,
  delayReasons,
  illTreatmentWords,
  praiseWords,
  refusedWords,
} from './words.ts';

/** Arrivals by hour of the day: mornings and afternoons, few at night, as coverage of real schemes is. */
const hours: [number, number][] = [
  0, 1, 0, 0, 1, 1, 2, 4, 9, 15, 20, 18, 11, 12, 16, 14, 12, 10, 10, 9, 7, 5, 3, 2,
].map((weight, hour) => [hour, weight]);
/** Minutes kept waiting: mostly none to eight, with a tail that needs a reason. */
const waits: [[number, number], number][] = [
  [[0, 2], 34],
  [[3, 5], 36],
  [[6, 8], 20],
  [[9, 10], 4],
  [[11, 20], 4],
  [[21, 45], 2],
];
const outcomes: [NonNullable<Visit['outcome']>, number][] = [
  ['completed', 94],
  ['abandoned', 4],
  ['refused', 1],
  ['closed', 1],
];
const methods: [NonNullable<Visit['method']>, number][] = [
  ['in-person', 94],
  ['telephone', 4],
  ['video', 2],
];
const purposes: [NonNullable<Visit['purpose']>, number][] = [
  ['routine', 88],
  ['follow-up', 6],
  ['extended observation', 3],
  ['training', 3],
];

/** Who goes, where and when; everything else about the visit is thrown. */
export type Occasion = {
  suite: Suite;
  date: string;
  /** Whether the suite is closed on that day, which the visitors did not know. */
  closed: boolean;
  visitors: readonly [Person, Person];
  trainees: readonly Person[];
};

/** The answers to the form's own questions, where it still asks them. */
const answers = (form: Form, dice: Dice): Record<string, Answer> => {
  const asked = new Set(form.sections.flatMap((s) => s.questions.filter((q) => !q.field).map((q) => q.id)));
  const said: Record<string, Answer> = {};
  const found = dice.percent(0.7);
  if (found) {
    said.illTreatment = { value: true };
    said.illTreatmentWords = { value: illTreatmentWords };
  } else if (dice.percent(97)) said.illTreatment = dice.percent(2) ? { not: "don't know" } : { value: false };
  return Object.fromEntries(Object.entries(said).filter(([id]) => asked.has(id)));
};

type Times = Pick<
  Visit,
  'arrived' | 'admitted' | 'left' | 'delayReason' | 'delayAuthoriser' | 'volunteerMinutes'
>;

const times = (
  outcome: Visit['outcome'],
  inPerson: boolean,
  arrived: number,
  held: number,
  dice: Dice,
): Times => {
  const inside = outcome === 'completed' || outcome === 'abandoned';
  const wait = inside && inPerson ? dice.int(...dice.weighed(waits)) : 0;
  const stay = outcome === 'completed' ? 22 + held * 4 + dice.int(0, 25) : dice.int(5, 25);
  const travel = inPerson ? dice.int(15, 55) * 2 : 0;
  return {
    arrived: clock(arrived),
    ...(inside ? { admitted: clock(arrived + wait) } : {}),
    left: clock(arrived + wait + stay),
    ...(wait > 10 ? { delayReason: dice.pick(delayReasons) } : {}),
    ...(wait > 10 && dice.percent(75) ? { delayAuthoriser: `Inspector ${dice.int(1_000, 4_999)}` } : {}),
    ...(dice.percent(94) ? { volunteerMinutes: (wait + stay + travel) * 2 } : {}),
  };
};

const completedParts = (form: Form, date: string, dice: Dice): Partial<Visit> => {
  const words = comments(date, dice);
  const praised = dice.percent(24);
  return {
    ...(words ? { comments: words } : {}),
    ...(praised ? { praise: true, praiseWords: dice.pick(praiseWords) } : { praise: false }),
    ...(dice.percent(85) ? { opcatConcerns: dice.percent(3) ? dice.int(1, 2) : 0 } : {}),
    introduced: dice.weighed([
      ['by visitors', 60],
      ['by staff', 25],
      ['mixed', 15],
    ] as const),
    answers: answers(form, dice),
  };
};

const failedWords: Record<string, readonly string[]> = {
  abandoned: abandonedWords,
  refused: refusedWords,
  closed: closedWords,
};

/**
 * One report as its visitors sent it, made ready and waiting for the office to receive and number it, with whoever was
 * held at the time: a report with counts alone holds nobody in particular.
 */
export const throwReport = (
  form: Form,
  occasion: Occasion,
  dice: Dice,
): { report: Visit; people: Held[] } => {
  const { suite, date, visitors } = occasion;
  const outcome = occasion.closed ? 'closed' : dice.weighed(outcomes);
  const method = outcome === 'completed' ? dice.weighed(methods) : 'in-person';
  const hour = dice.weighed(hours);
  const arrived = hour * 60 + dice.int(0, 59);
  const usual = placeOf(suite).held;
  const people = throwHeld(dice.int(0, usual) + dice.int(0, usual), hour >= 22 || hour < 6, dice);
  const held = people.length;
  const counts = typedCounts(people, dice);
  const purpose = outcome === 'completed' ? dice.weighed(purposes) : 'routine';
  const inside = outcome === 'completed' || outcome === 'abandoned';
  const began = Date.parse(date) + arrived * 60_000;
  const id = (at: number) => newId({ now: () => at, random: dice.bytes });
  const sent = began + (dice.percent(85) ? dice.int(40, 180) : dice.int(600, 1_400)) * 60_000;
  const trainee =
    purpose === 'training' && occasion.trainees.length > 0 ? dice.pick(occasion.trainees) : undefined;
  const report: Visit = {
    id: id(began),
    form: { id: form.id, version: form.version },
    events: [
      { id: id(sent), from: 'draft', to: 'ready', by: visitors[0].id, at: new Date(sent).toISOString() },
    ],
    corrections: [],
    suite: suite.id,
    ...(suite.panel ? { panel: suite.panel } : {}),
    date,
    method,
    purpose,
    visitor1: visitors[0].id,
    ...(method === 'in-person' || dice.percent(40) ? { visitor2: visitors[1].id } : {}),
    ...(trainee ? { trainee: trainee.id } : {}),
    ...times(outcome, method === 'in-person', arrived, held, dice),
    outcome,
    ...(inside
      ? {
          sergeant: `PS ${dice.int(1_000, 4_999)}`,
          ...(method === 'in-person' ? { escort: `DO ${dice.int(5_000, 9_999)}` } : {}),
          busy: busyness(held, usual),
          ...(dice.percent(35) ? { briefing: dice.pick(briefings) } : {}),
        }
      : {}),
    counts: outcome === 'completed' ? counts : outcome === 'abandoned' ? { total: { held } } : {},
    answers: {},
    ...(outcome === 'completed'
      ? completedParts(form, date, dice)
      : { comments: dice.pick(failedWords[outcome] as readonly string[]) }),
  };
  return { report, people };
};

const busyness = (held: number, usual: number): NonNullable<Visit['busy']> => {
  if (held > usual * 1.5) return 'very busy';
  if (held > usual) return 'busy';
  return held * 2 < usual ? 'quiet' : 'normal';
};
