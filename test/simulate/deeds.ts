import { sql } from '#db/sql.ts';
import { newId } from '#shared/ids.ts';
import { isContested } from '#shared/records/conflict.ts';
import type { RecordType } from '#shared/records/types.ts';
import type { Visit, visitState } from '#shared/records/visit.ts';
import { type Patch, type PatchEntry, putting, read } from '#shared/sync/patch.ts';
import { concernsOf } from './concerns.ts';
import type { Dice } from './dice.ts';
import type { Laptop } from './laptop.ts';
import type { Model } from './model.ts';

/** What somebody needs to have at hand to do something on a laptop. */
export type Hand = {
  laptop: Laptop;
  person: string;
  dice: Dice;
  model: Model;
  /** People, panels and suites of the office, by the ids they have for good. */
  office: { visitors: readonly string[]; panels: readonly string[]; suites: readonly string[] };
};

type Told = { what: string; did: boolean };
const nothingToDo = (what: string): Told => ({ what, did: false });

/** One place that gets another value; what stands there on this screen is what its author saw. */
const place = (document: object | undefined, path: string[], now: unknown): PatchEntry => {
  const was = read(document, path);
  return {
    path,
    ...(was === undefined ? {} : { was }),
    ...(now === undefined ? {} : { now: now as PatchEntry['now'] }),
  };
};

/** What stands there with another word after it: nobody's words are typed over. */
const withWord = (document: object | undefined, path: string[], word: string): PatchEntry => {
  const was = read(document, path);
  return place(document, path, typeof was === 'string' ? `${was} ${word}` : word);
};

const visitsOf = ({ laptop }: Hand, ...states: readonly ReturnType<typeof visitState>[]): Visit[] =>
  laptop
    .store()
    .all(sql.selectFrom('visit').select('data').where('state', 'in', states).orderBy('id'))
    .map((row) => JSON.parse(row.data));

const someVisit = (hand: Hand, ...states: readonly ReturnType<typeof visitState>[]): Visit | undefined => {
  const among = visitsOf(hand, ...states);
  return among.length > 0 ? hand.dice.one(among) : undefined;
};

const day = ({ dice }: Hand) => `2026-0${1 + dice.below(8)}-${String(1 + dice.below(28)).padStart(2, '0')}`;
const time = ({ dice }: Hand, hour: number) => `${hour}:${String(dice.below(60)).padStart(2, '0')}`;

const complete = (hand: Hand) => ({
  date: day(hand),
  outcome: 'completed',
  method: 'in-person',
  arrived: time(hand, 10),
  admitted: time(hand, 11),
  'counts.total': { held: 9, notAvailable: 2, notOffered: 1, offered: 6, accepted: 4, declined: 2 },
});

/** Saves and, where the laptop says it is saved, holds it to that. */
const saves = (
  hand: Hand,
  deed: string,
  of: { type: RecordType; record: string; words: readonly string[] },
  save: () => { ok: boolean; error?: { tag: string } },
): Told => {
  const answer = save();
  const { type, record, words } = of;
  if (answer.ok) hand.model.saved(words, { laptop: hand.laptop.name, type, record, deed });
  return { what: `${deed} ${record.slice(-6)}${answer.ok ? '' : `: ${answer.error?.tag}`}`, did: answer.ok };
};

const writesIn = (hand: Hand, deed: string, v: Visit, patch: Patch, words: readonly string[]): Told =>
  saves(hand, deed, { type: 'visit', record: v.id, words }, () =>
    hand.laptop.call('visits.save', { id: v.id, patch }),
  );

const begins = (hand: Hand): Told => {
  const { laptop, dice, office, person } = hand;
  const id = newId(laptop.sources);
  if (!laptop.call('visits.start', { id }).ok) return nothingToDo('begins');
  const others = office.visitors.filter((one) => one !== person && laptop.read('person', one));
  const suites = office.suites.filter((one) => laptop.read('suite', one));
  const begun = laptop.read('visit', id) as Visit;
  const word = hand.model.fresh();
  const whole = complete(hand);
  const suite = suites.length > 0 ? dice.one(suites) : undefined;
  const filled = {
    ...whole,
    comments: word,
    ...concernsOf(laptop, id, suite),
    ...(suite ? { suite } : {}),
    ...(others.length > 0 ? { visitor2: dice.one(others) } : { aloneReason: 'Nobody else could come' }),
    ...(dice.onceIn(2) ? { left: time(hand, 12) } : {}),
  };
  const patch = Object.entries(filled).map(([path, now]) => place(begun, path.split('.'), now));
  return writesIn(hand, 'begins', begun, patch, [word]);
};

const types = (hand: Hand): Told => {
  const v = someVisit(hand, 'draft');
  if (!v) return nothingToDo('types');
  const word = hand.model.fresh();
  const path = hand.dice.one([['comments'], ['briefing'], ['praiseWords'], ['sergeant']]);
  return writesIn(hand, `types ${path}`, v, [withWord(v, path, word)], [word]);
};

const entersDetainee = (hand: Hand): Told => {
  const v = someVisit(hand, 'draft');
  if (!v) return nothingToDo('enters a detainee');
  const known = v.detainees?.filter((d) => !d.removed) ?? [];
  const word = hand.model.fresh();
  if (known.length > 0 && hand.dice.onceIn(2)) {
    const one = hand.dice.one(known);
    const path = ['detainees', `#${one.id}`, 'custodyNumber'];
    return writesIn(hand, 'writes of a detainee', v, [withWord(v, path, word)], [word]);
  }
  const id = newId(hand.laptop.sources);
  const detainee = {
    id,
    order: String(v.detainees?.length ?? 0).padStart(4, '0'),
    answers: {},
    custodyNumber: word,
  };
  return writesIn(hand, 'enters a detainee', v, [putting(['detainees', `#${id}`], detainee)], [word]);
};

const leavesCustody = (hand: Hand): Told => {
  const v = visitsOf(hand, 'draft').find((one) => one.left === undefined);
  return v
    ? writesIn(hand, 'fills the leaving time in', v, [place(v, ['left'], time(hand, 12))], [])
    : nothingToDo('fills the leaving time in');
};

const countsAgain = (hand: Hand): Told => {
  const v = someVisit(hand, 'draft');
  if (!v) return nothingToDo('counts again');
  const accepted = hand.dice.below(6);
  const total = { held: 9, notAvailable: 2, notOffered: 1, offered: 6, accepted, declined: 6 - accepted };
  return writesIn(hand, 'counts again', v, [place(v, ['counts', 'total'], total)], []);
};

const makesReady = (hand: Hand): Told => {
  const v = someVisit(hand, 'draft');
  if (!v) return nothingToDo('makes ready');
  if (v.left === undefined)
    hand.laptop.call('visits.save', { id: v.id, patch: [place(v, ['left'], '12:30')] });
  return saves(hand, 'makes ready', { type: 'visit', record: v.id, words: [] }, () =>
    hand.laptop.call('visits.ready', { id: v.id }),
  );
};

const corrects = (hand: Hand): Told => {
  const v = someVisit(hand, 'received', 'read', 'queried', 'answered', 'accepted');
  if (!v) return nothingToDo('corrects');
  const [reason, said] = [hand.model.fresh(), hand.model.fresh()];
  const path = hand.dice.one([['comments'], ['briefing']]);
  const patch = [withWord(v, path, said)];
  return saves(hand, 'corrects', { type: 'visit', record: v.id, words: [reason, said] }, () =>
    hand.laptop.call('visits.correct', { id: v.id, patch, reason }),
  );
};

const readsThrough = (hand: Hand): Told => {
  const v = someVisit(hand, 'received', 'read', 'answered');
  if (!v) return nothingToDo('reads through');
  const to = hand.dice.one(['read', 'queried', 'accepted'] as const);
  const word = hand.model.fresh();
  return saves(hand, `reads through: ${to}`, { type: 'visit', record: v.id, words: [word] }, () =>
    hand.laptop.call('visits.readThrough', { id: v.id, to, words: word }),
  );
};

const answersQuery = (hand: Hand): Told => {
  const v = someVisit(hand, 'queried');
  if (!v) return nothingToDo('answers a query');
  const words = hand.model.fresh();
  return saves(hand, 'answers a query', { type: 'visit', record: v.id, words: [words] }, () =>
    hand.laptop.call('visits.answerQuery', { id: v.id, words }),
  );
};

const changesSuite = (hand: Hand): Told => {
  const id = hand.dice.one(hand.office.suites);
  const suite = hand.laptop.read('suite', id);
  if (!suite) return nothingToDo('changes a suite');
  const word = hand.model.fresh();
  return saves(hand, 'changes a suite', { type: 'suite', record: id, words: [word] }, () =>
    hand.laptop.call('suites.save', {
      id,
      patch: [withWord(suite, [hand.dice.one(['notes', 'area'] as const)], word)],
    }),
  );
};

/** A conflict that this person can see is settled with one of the values, or with what stands. */
const settles = (hand: Hand): Told => {
  const open = hand.laptop
    .store()
    .all(sql.selectFrom('conflict').select('data').where('open', '=', 1).orderBy('id'))
    .map((row) => JSON.parse(row.data))
    .filter(isContested);
  if (open.length === 0) return nothingToDo('settles');
  const conflict = hand.dice.one(open);
  const value = hand.dice.one(conflict.values as { places: Patch }[]);
  const standing = hand.laptop.read(conflict.type as 'visit', conflict.record);
  const places = value.places.map(({ path, now }) => place(standing, path, now));
  const seen = (conflict.values as { id: string }[]).map(({ id }) => id);
  return saves(hand, 'settles', { type: 'conflict', record: conflict.id, words: [] }, () =>
    hand.laptop.call('sync.settle', { id: conflict.id, seen, places }),
  );
};

const handsPen = (hand: Hand): Told => {
  const [v] = visitsOf(hand, 'draft').filter((one) => one.visitor2 && one.left);
  if (!v?.visitor2 || !v.visitor1) return nothingToDo('hands the pen');
  const to = v.visitor1 === hand.person ? v.visitor2 : v.visitor1;
  return saves(hand, 'hands the pen', { type: 'pen', record: v.id, words: [] }, () =>
    hand.laptop.call('pens.hand', { visit: v.id, to }),
  );
};

const movesVisitor = (hand: Hand): Told => {
  const id = hand.dice.one(hand.office.visitors);
  const person = hand.laptop.read('person', id);
  if (!person) return nothingToDo('moves a visitor');
  return saves(hand, 'moves a visitor', { type: 'person', record: id, words: [] }, () =>
    hand.laptop.call('people.save', {
      id,
      patch: [place(person, ['panel'], hand.dice.one(hand.office.panels))],
    }),
  );
};

const deeds = {
  begins,
  types,
  entersDetainee,
  leavesCustody,
  countsAgain,
  makesReady,
  corrects,
  readsThrough,
  answersQuery,
  changesSuite,
  settles,
  handsPen,
  movesVisitor,
} as const satisfies Record<string, (hand: Hand) => Told>;
export type Deed = keyof typeof deeds;

/** How often people do what, by whether they visit or run the scheme. */
export const visitorsDo = {
  begins: 4,
  types: 10,
  entersDetainee: 4,
  leavesCustody: 4,
  countsAgain: 2,
  makesReady: 4,
  corrects: 4,
  answersQuery: 3,
  settles: 1,
  handsPen: 1,
} as const satisfies Partial<Record<Deed, number>>;
export const officeDoes = {
  readsThrough: 6,
  corrects: 3,
  changesSuite: 4,
  settles: 3,
  handsPen: 1,
  movesVisitor: 1,
  answersQuery: 1,
} as const satisfies Partial<Record<Deed, number>>;

/** Does something at random that this person may do; what it was, and whether there was anything to do it with. */
export const doSomething = (hand: Hand, weights: Readonly<Partial<Record<Deed, number>>>): Told =>
  deeds[hand.dice.weighed(weights as Record<Deed, number>)](hand);
