import { derivedId } from '#shared/ids.ts';
import { answerBy } from '#shared/letters/concerns.ts';
import { type Concern, concernState, type Finding, isOpenConcern } from '#shared/records/concern.ts';
import {
  answering,
  closing,
  escalating,
  type Making,
  returning,
  telling,
} from '#shared/records/concern-moves.ts';
import type { Result } from '#shared/result.ts';
import { type Patch, putting } from '#shared/sync/patch.ts';
import {
  answeredFrom,
  closedWords,
  policeWords,
  publicWords,
  reopenedWords,
  talkedOver,
  toldWords,
} from './concern-words.ts';
import { daysAfter } from './days.ts';
import type { Dice } from './dice.ts';

type Addressee = 'custody inspector' | 'Head of Custody';

/** Something the office does about a concern on a day; a letter is written for what goes to the police. */
export type Step = {
  on: string;
  letter?: { id: string; to: Addressee };
  make(making: Making, concern: Concern): Patch;
};

/** What became of a concern: what the office did, and what the visitors of later visits found. */
export type Life = { steps: Step[]; findings: { visit: string; finding: Finding }[] };

/** A later visit at the suite, by when its report was sent. */
export type LaterVisit = { id: string; date: string };

export type LifeMeans = { today: string; dice: Dice; later: readonly LaterVisit[] };

const nothing: Patch = [];
const made = (result: Result<Patch, unknown>): Patch => (result.ok ? result.value : nothing);

export const isUrgent = (c: Concern) => c.severity === 'immediate' || c.area === 'allegation';
/** Whatever is older has been settled in the end. */
const longAgo = 300;
const longFollowed = 400;

/** Goes through what happens to one concern day by day. */
type Walk = Life & { day: string; concern: Concern; means: LifeMeans };

const after = (walk: Walk, least: number, most: number): string => {
  walk.day = daysAfter(walk.day, walk.means.dice.int(least, most));
  return walk.day;
};
const does = (walk: Walk, on: string, make: Step['make'], letter?: Step['letter']): void => {
  walk.steps.push({ on, make, ...(letter && { letter }) });
};

/** A letter, and an answer or silence; gives whether an answer came. */
const writes = (walk: Walk, to: Addressee, often: number): boolean => {
  const { concern, means } = walk;
  const on = after(walk, 3, 12);
  const id = derivedId(concern.id, 'letter', String(walk.steps.length));
  does(
    walk,
    on,
    (making, c) => made(escalating(making, c, { to, on, due: answerBy(on, [c], {}), letter: id })),
    { id, to },
  );
  if (!means.dice.percent(often)) return false;
  const again = walk.steps.some(({ letter }) => letter && letter.id !== id) ? 1 : 0;
  const answeredOn = after(walk, 5, 34);
  does(walk, answeredOn, (making, c) =>
    made(
      answering(making, c, {
        on: answeredOn,
        from: answeredFrom,
        words: policeWords[c.area][again],
        via: 'letter',
      }),
    ),
  );
  return true;
};

/** What could not wait is looked after for a good year, so that whoever looks at the example on any day sees some. */
const isStillFollowed = ({ concern, means }: Walk): boolean =>
  isUrgent(concern) && concern.raisedOn > daysAfter(means.today, -longFollowed);

const ends = (walk: Walk, why: string): void => {
  const on = after(walk, 2, 6);
  if (!isStillFollowed(walk)) does(walk, on, (making, c) => made(closing(making, c, why)));
};

/** The next visit after the day at which things stand looks at it; none if there is none yet. */
const looks = (walk: Walk, finding: Finding): boolean => {
  const next = walk.means.later.find(({ date }) => date > walk.day);
  if (!next) return false;
  walk.findings.push({ visit: next.id, finding });
  walk.day = daysAfter(next.date, 1);
  return true;
};

const checks = (walk: Walk): void => {
  const { dice } = walk.means;
  const finding = dice.weighed<Finding>([
    ['put right', 62],
    ['not put right', 22],
    ['could not check', 16],
  ]);
  if (!looks(walk, finding)) return;
  if (finding === 'not put right') {
    if (writes(walk, 'Head of Custody', 80) && looks(walk, 'put right')) ends(walk, dice.pick(closedWords));
  } else if (finding === 'put right' || looks(walk, 'put right')) {
    if (dice.percent(85)) ends(walk, dice.pick(closedWords));
  }
};

const reopens = (walk: Walk): void => {
  const on = after(walk, 20, 60);
  does(walk, on, (making, c) =>
    concernState(c) === 'closed' ? made(returning(making, c, reopenedWords)) : nothing,
  );
  writes(walk, 'Head of Custody', 60);
};

const talks = (walk: Walk): void => {
  const on = after(walk, 3, 10);
  does(walk, on, (making, c) =>
    made(answering(making, c, { on, from: answeredFrom, words: talkedOver, via: 'in person' })),
  );
  if (walk.means.dice.percent(70)) ends(walk, closedWords[1] as string);
};

/**
 * What becomes of a concern of the example, from the day after it was raised until today: a realistic spread of what
 * is settled, asked, answered, found and back again, and some silence.
 */
export const lifeOf = (concern: Concern, means: LifeMeans): Life => {
  const { dice, today } = means;
  const walk: Walk = { steps: [], findings: [], day: concern.raisedOn, concern, means };
  const variant = dice.int(0, 9);
  const isWorded = dice.percent(78);
  const way = dice.weighed([
    ['letter', 66],
    ['talk', 20],
    ['left', 14],
  ] as const);
  const worded = daysAfter(concern.raisedOn, dice.int(6, 14));
  if (isWorded && concern.sharing === 'custody')
    does(walk, worded, (_, c) => [putting(['publication'], publicWords(c, variant))]);
  if (isUrgent(concern))
    does(walk, concern.raisedOn, (making) =>
      telling(making, { who: 'Duty inspector', on: concern.raisedOn, at: '20:15', words: toldWords }),
    );
  if (isOpenConcern(concern)) {
    goes(walk, concern.sharing === 'office' && way === 'letter' ? 'talk' : way);
    if (concern.raisedOn < daysAfter(today, -longAgo) && !isStillFollowed(walk)) settles(walk);
  }
  const steps = walk.steps
    .filter(({ on }) => on < today)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return { steps, findings: walk.findings };
};

const settles = (walk: Walk): void => {
  const on = daysAfter(walk.day, 60);
  does(walk, on, (making, c) =>
    concernState(c) === 'escalated' ? made(returning(making, c, talkedOver)) : nothing,
  );
  does(walk, on, (making, c) =>
    isOpenConcern(c) ? made(closing(making, c, closedWords[1] as string)) : nothing,
  );
};

const goes = (walk: Walk, way: 'letter' | 'talk' | 'left'): void => {
  const taken = after(walk, 1, 4);
  does(walk, taken, (making, c) => (concernState(c) === 'raised' ? made(returning(making, c, '')) : nothing));
  if (way === 'talk') talks(walk);
  if (way !== 'letter') return;
  if (!writes(walk, 'custody inspector', 82)) {
    if (walk.means.dice.percent(50) && writes(walk, 'Head of Custody', 60)) checks(walk);
    return;
  }
  checks(walk);
  if (walk.means.dice.percent(6)) reopens(walk);
};
