import { checkReasons, cohorts, recordedAnswers } from '#shared/records/record-check.ts';
import { capital } from '#shared/text.ts';
import type { Condition, Form, Question, Section, Subject } from './definition.ts';
import type { WorkedOut } from './scope.ts';

type Term = Condition[number];

/** Something a condition can ask about: what it is called, and which of its answers there are; a number has none. */
export type Askable = {
  /** As conditions name it. */
  name: string;
  text: string;
  options: { value: string | boolean; text: string }[] | 'number';
};

const yesNo = [
  { value: true, text: 'Yes' },
  { value: false, text: 'No' },
];
const others = [
  { value: "don't know", text: "Don't know" },
  { value: 'not asked', text: 'Not asked' },
  { value: 'refused', text: 'Refused' },
  { value: 'not applicable', text: 'Not applicable' },
];

/** What follows from answers without being asked; of every visit, or of a detainee alone. */
const workedOut: Record<WorkedOut, Omit<Askable, 'name'> & { of: 'visit' | 'detainee' }> = {
  delayMinutes: { of: 'visit', text: 'Minutes from arrival to admission', options: 'number' },
  visitMinutes: { of: 'visit', text: 'Minutes of the whole visit', options: 'number' },
  waited: { of: 'visit', text: 'The visitors were kept waiting', options: yesNo },
  alone: { of: 'visit', text: 'One visitor made a visit in person alone', options: yesNo },
  splitsTyped: { of: 'visit', text: 'The columns of the counts are typed', options: yesNo },
  contact: {
    of: 'detainee',
    text: 'How the person was met',
    options: [
      { value: 'spoken', text: 'Spoken to' },
      { value: 'observed', text: 'Seen but not spoken to' },
      { value: 'record', text: 'By the custody record alone' },
      { value: 'none', text: 'Not at all' },
    ],
  },
  needsAdult: { of: 'detainee', text: 'An appropriate adult is needed', options: yesNo },
  stayAsked: { of: 'detainee', text: 'A review may have been due, or they are under 18', options: yesNo },
  reported: { of: 'detainee', text: 'There is something to report in a group', options: yesNo },
  hoursHeld: { of: 'detainee', text: 'Hours in custody when the visitors came', options: 'number' },
};

/** What a record check is known by before anything is answered. */
const ofCheck: Askable[] = [
  {
    name: 'cohort',
    text: 'Whose record it is',
    options: cohorts.map((value) => ({ value, text: capital(value) })),
  },
  {
    name: 'reason',
    text: 'Why it is read',
    options: checkReasons.map((value) => ({ value, text: capital(value) })),
  },
];

/** The answers to a question about a custody record. */
const recordedOptions = recordedAnswers.map((value) => ({ value, text: capital(value) }));

/** Names that follow from answers: no question may be called so. */
export const workedOutNames = Object.keys(workedOut);

/** How a condition names a question: by the typed field it fills, else by its id. */
export const nameOf = (q: Pick<Question, 'id' | 'field'>): string => q.field ?? q.id;

export const subjectOf = (s: Pick<Section, 'of'>): Subject => s.of ?? 'visit';

/** The subjects in which a condition's name is looked for, the nearest first. */
const around = (of: Subject): Subject[] => (of === 'visit' || of === 'check' ? [of] : [of, 'visit']);

type Sections = Pick<Form, 'sections'>;
export type Named = { of: Subject; question: Question };

/** Every question of a subject, those retired among them. */
export const questionsOf = ({ sections }: Sections, of: Subject): Question[] =>
  sections.filter((s) => subjectOf(s) === of).flatMap((s) => s.questions);

/**
 * The questions that a condition's name means within a subject, the nearest subject's alone. Several may fill one
 * field, each under a condition of its own.
 */
export const questionsNamed = (form: Sections, of: Subject, name: string): Named[] => {
  const each = around(of).map((subject) =>
    questionsOf(form, subject)
      .filter((q) => nameOf(q) === name)
      .map((question) => ({ of: subject, question })),
  );
  return each.find((found) => found.length > 0) ?? [];
};

const optionsOf = (q: Question): Askable['options'] | undefined => {
  const more = q.nonAnswers && !q.field ? others : [];
  if (q.kind === 'number') return 'number';
  if (q.kind === 'yesNo') return [...yesNo, ...more];
  if (q.kind === 'recorded') return recordedOptions;
  if (q.kind === 'choice' || q.kind === 'choices') return [...(q.options ?? []), ...more];
  return undefined;
};

/** What a condition may ask about within a subject: questions with answers to choose from or to count, and what follows. */
export const askable = (form: Sections, of: Subject): Askable[] => {
  const found = new Map<string, Askable>();
  for (const subject of around(of)) {
    const ofSubject = new Map<string, Askable>();
    for (const q of questionsOf(form, subject)) {
      const options = q.retired ? undefined : optionsOf(q);
      const name = nameOf(q);
      if (options) ofSubject.set(name, joined(ofSubject.get(name), { name, text: q.text, options }));
    }
    // What the nearer subject calls so hides what the visit does.
    for (const [name, one] of ofSubject) if (!found.has(name)) found.set(name, one);
  }
  for (const [name, { of: subject, text, options }] of Object.entries(workedOut))
    if (around(of).includes(subject)) found.set(name, { name, text, options });
  if (of === 'check') for (const one of ofCheck) found.set(one.name, one);
  return [...found.values()];
};

/** Questions that fill one field are one thing to a condition, with the answers of all of them. */
const joined = (first: Askable | undefined, more: Askable): Askable =>
  first && first.options !== 'number' && more.options !== 'number'
    ? { ...first, options: [...first.options, ...more.options] }
    : (first ?? more);

const termWords = ({ field, is, above, setting }: Term, names: readonly Askable[]): string[] => {
  const found = names.find((a) => a.name === field);
  const name = `“${found?.text ?? field}”`;
  const known = found && found.options !== 'number' ? found.options : [];
  const chosen = is?.map((value) => `“${known.find((o) => o.value === value)?.text ?? value}”`);
  const limit = above === 'delayThreshold' ? 'the wait set under Settings' : above;
  return [
    ...(setting ? ['the office has it asked (under Settings)'] : []),
    ...(chosen ? [`${name} is ${chosen.join(' or ')}`] : []),
    ...(limit === undefined ? [] : [`${name} is more than ${limit}`]),
  ];
};

/** A condition as people say it, to follow "only if"; empty where there is none. */
export const conditionWords = (when: Condition | undefined, form: Sections, of: Subject): string =>
  (when ?? []).flatMap((term) => termWords(term, askable(form, of))).join(' and ');
