import type { z } from 'zod';
import type { Form, Question, Section } from '#shared/forms/definition.ts';
import { shownSections } from '#shared/forms/engine.ts';
import { answerTo, type FormSettings, holds, type Scope, within } from '#shared/forms/scope.ts';
import type { Answer } from '#shared/records/answer.ts';
import type { answered, Closing } from '#shared/records/detainee.ts';
import { defaultSettings } from '#shared/records/setting.ts';
import type { Dice } from './dice.ts';
import { saidWords } from './words.ts';

const settings: FormSettings = defaultSettings;

type Answered = { [K in keyof typeof answered]?: z.infer<(typeof answered)[K]> };

/** How a group is closed: mostly nothing to report, now and then not gone into. */
const closings: [Closing, number][] = [
  ['no concerns', 88],
  ['to report', 7],
  ['not asked', 5],
];

const raises = (q: Question, value: boolean | string) => q.raises?.is.includes(value) ?? false;
const picked = (q: Question, bad: boolean) => {
  const values = (q.options ?? []).map((o) => o.value);
  const fitting = values.filter((value) => raises(q, value) === bad);
  return fitting.length > 0 ? fitting : values;
};

/** An answer of the question's own kind; a bad one is of those that raise a concern. */
const throwAnswer = (q: Question, bad: boolean, dice: Dice): Answer | undefined => {
  switch (q.kind) {
    case 'yesNo':
      if (!q.raises) return { value: dice.percent(30) };
      return { value: raises(q, true) === bad };
    case 'choice':
      return { value: dice.pick(picked(q, bad)) };
    case 'choices':
      return { value: [...new Set([dice.pick(picked(q, bad)), dice.pick(picked(q, bad))])] };
    case 'number':
      return { value: dice.int(5, 90) };
    default:
      return bad ? { value: dice.pick(saidWords) } : undefined;
  }
};

const known = (q: Question, bad: boolean, dice: Dice): Answer | undefined =>
  q.nonAnswers && !bad && dice.percent(6) ? { not: "don't know" } : throwAnswer(q, bad, dice);

/** Answers the questions of a group that show, one after the other, because an answer may make the next one show. */
const answerGroup = (s: Section, scope: Scope, answers: Record<string, Answer>, dice: Dice): void => {
  const open = within(scope, ['groups', s.id]) === 'to report';
  const asked = s.questions.filter((q) => !q.field && (open || q.always));
  const troubled = open ? dice.pick(asked.filter((q) => q.raises && !q.when)) : undefined;
  for (const q of asked) {
    if (!holds(q.when, scope, settings) || answerTo(q, scope) !== undefined) continue;
    const bad = q === troubled || (open && q.kind === 'longText') || (q.always === true && dice.percent(4));
    const answer = q.always || bad || dice.percent(80) ? known(q, bad, dice) : undefined;
    if (answer) answers[q.id] = answer;
  }
};

/**
 * Closes the groups of one part of a report, or opens them and answers what they ask, as its form defines them. What a
 * detainee is asked outside of groups is what they said, which is asked where there was something to report.
 * @param part what the scope is about, which is written into
 */
export const answerGroups = (form: Form, scope: Scope, part: Answered, dice: Dice): void => {
  const groups = shownSections(form, scope, settings).filter((s) => s.closable);
  if (groups.length === 0) return;
  part.groups = Object.fromEntries(groups.map((s) => [s.id, dice.weighed(closings)]));
  const answers = part.answers ?? {};
  part.answers = answers;
  for (const s of form.sections)
    if (groups.some(({ id }) => id === s.id)) answerGroup(s, scope, answers, dice);
  if (scope.of !== 'detainee') return;
  const words = shownSections(form, scope, settings).filter((s) => !s.closable);
  for (const q of words.flatMap((s) => s.questions))
    if (!q.field) answers[q.id] = { value: dice.pick(saidWords) };
};
