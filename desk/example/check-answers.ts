import type { Form } from '#shared/forms/definition.ts';
import { checkScope, type FormSettings, holds } from '#shared/forms/scope.ts';
import type { RecordCheck, RecordedAnswer } from '#shared/records/record-check.ts';
import { defaultSettings } from '#shared/records/setting.ts';
import type { Detained } from './custody.ts';
import type { Dice } from './dice.ts';

const settings: FormSettings = defaultSettings;

type Weights = readonly [RecordedAnswer, number][];
const weights = (yes: number, no: number, silent: number, none: number): Weights => [
  ['yes', yes],
  ['no', no],
  ['not recorded', silent],
  ['not applicable', none],
];
const usual = weights(80, 6, 12, 2);

/** What custody records of the example say more seldom than most, and what is seldom to be asked of anybody. */
const others: Readonly<Record<string, Weights>> = {
  exerciseOffered: weights(30, 14, 48, 8),
  readingOffered: weights(42, 10, 44, 4),
  washOffered: weights(52, 10, 34, 4),
  reviewSaid: weights(58, 8, 26, 8),
  reviewTold: weights(56, 8, 30, 6),
  checksWords: weights(60, 30, 8, 2),
  inspectorLooked: weights(54, 14, 32, 0),
  interpreter: weights(10, 1, 2, 87),
  levelLowered: weights(20, 3, 7, 70),
  roused: weights(14, 3, 6, 77),
  medicationGiven: weights(34, 4, 6, 56),
  liaisonOffered: weights(58, 8, 24, 10),
  mentalHealthWait: weights(16, 10, 4, 70),
};

const yesOrNo = (is: boolean): RecordedAnswer => (is ? 'yes' : 'no');

/** What follows from who was detained; undefined where chance decides. */
const known = (id: string, section: string, who: Detained): RecordedAnswer | undefined => {
  switch (id) {
    case 'forceUsed':
      return yesOrNo(who.force);
    case 'stripSearched':
      return yesOrNo(who.stripped);
    case 'clothingTaken':
      return 'no';
    case 'childRefused':
      return who.child ? yesOrNo(who.refused) : 'not applicable';
    case 'bedAsked':
      return 'yes';
    case 'girlWoman':
      return who.child && who.female ? undefined : 'not applicable';
    case 'adultCame':
      return who.adultAfter === undefined ? 'not applicable' : yesOrNo(who.adultAfter <= 240);
  }
  if (section === 'checkChildren' && !who.child) return 'not applicable';
  return section === 'checkWomen' && !who.female ? 'not applicable' : undefined;
};

const comments: Partial<Record<RecordedAnswer, readonly string[]>> = {
  no: ['Looked for on every page.', 'The entry says so itself and gives no reason.'],
  'not recorded': ['Nothing is said of it anywhere.', 'It may have been done; nobody wrote it down.'],
};

/** Answers every question that shows, one after the other, because an answer may make the next one show. */
export const answerCheck = (form: Form, check: RecordCheck, who: Detained, dice: Dice): RecordCheck => {
  const answers: RecordCheck['answers'] = {};
  const said: Record<string, string> = {};
  const scope = checkScope({ ...check, answers });
  for (const section of form.sections.filter((s) => holds(s.when, scope, settings)))
    for (const { id, when, raises } of section.questions) {
      if (!holds(when, scope, settings)) continue;
      const answer = known(id, section.id, who) ?? dice.weighed(others[id] ?? usual);
      answers[id] = { value: answer };
      const words = raises && comments[answer];
      if (words && dice.percent(12)) said[id] = dice.pick(words);
    }
  return { ...check, answers, ...(Object.keys(said).length > 0 && { comments: said }) };
};
