import { describe, expect, test } from 'vitest';
import { checkVisit, remainderSentence } from '#shared/forms/check.ts';
import type { Form } from '#shared/forms/definition.ts';
import { form as formSchema } from '#shared/forms/definition.ts';
import { isAnswered, reportSchema, sectionStatus, shownSections } from '#shared/forms/engine.ts';
import { answerPath, answerTo, holds, visitScope } from '#shared/forms/scope.ts';
import { call, detainee, matter } from '#shared/records/detainee.ts';
import type { Ladder } from '#shared/records/ladder.ts';
import { registry } from '#shared/records/registry.ts';
import type { Visit } from '#shared/records/visit.ts';
import { form, id, question, settings, today, whole } from './reports.ts';

const check = (more: Partial<Visit>) => checkVisit(form, { ...whole, ...more }, settings, today);
const texts = (more: Partial<Visit>) =>
  check(more).map((p) => `${p.weight}: ${p.section}.${p.question}: ${p.text}`);
const total = (more: object): Partial<Visit> => ({ counts: { total: { ...whole.counts.total, ...more } } });

test('the default form is a form, and every typed field it fills is one the report has', () => {
  expect(formSchema.parse(form)).toEqual(form);
  const questions = form.sections.flatMap((s) => s.questions);
  expect(new Set(questions.map((q) => q.id)).size).toBe(questions.length);
  const shapes = {
    visit: registry.visit.schema.shape,
    detainee: detainee.shape,
    matter: matter.shape,
    call: call.shape,
    check: registry.recordCheck.schema.shape,
  };
  for (const s of form.sections)
    for (const q of s.questions)
      if (q.field) expect(Object.keys(shapes[s.of ?? 'visit'])).toContain(answerPath(q, { path: [] })[0]);
});

test('a whole report has no problems', () => expect(check({})).toEqual([]));

test('what must be answered is asked for, where it is shown', () => {
  const {
    suite: _,
    date: __,
    outcome: ___,
    method: ____,
    visitor1: _____,
    arrived: ______,
    ...blank
  } = whole;
  const problems = checkVisit(form, { ...blank, counts: {} }, settings, today);
  expect(problems.every((p) => p.weight === 'must fix')).toBe(true);
  expect(problems.map((p) => [p.section, p.question])).toEqual([
    ['visit', 'suite'],
    ['visit', 'date'],
    ['visit', 'outcome'],
    ['visit', 'method'],
    ['visit', 'visitor1'],
    ['times', 'arrived'],
  ]);
});

test.each<[string, Partial<Visit>, string[]]>([
  [
    'a future date',
    { date: '2026-11-21' },
    ['are you sure: visit.date: The date of the visit lies in the future, by the clock of this laptop'],
  ],
  ['today', { date: today }, []],
  ['an old date', { date: '2025-11-19' }, ['are you sure: visit.date: The visit was more than a year ago']],
  ['a year to the day', { date: '2025-11-20' }, []],
  [
    'one visitor twice',
    { visitor2: id(4) },
    ['must fix: visit.visitor2: The second visitor is the same person as the first'],
  ],
  [
    'a delay without reason or authoriser',
    { admitted: '10:11' },
    [
      'are you sure: times.delayReason: You waited 11 minutes and no reason is given',
      'are you sure: times.delayAuthoriser: You waited 11 minutes and nobody is named who authorised it',
    ],
  ],
  ['a delay at the threshold', { admitted: '10:10' }, []],
  [
    'a delay explained',
    { admitted: '10:30', delayReason: 'no explanation given', delayAuthoriser: 'Inspector 1' },
    [],
  ],
  [
    'leaving before admission',
    { left: '10:02' },
    ['are you sure: times.left: You left before you were admitted'],
  ],
  ['a visit past midnight', { arrived: '23:50', admitted: '23:58', left: '00:40' }, []],
  [
    'held left blank',
    { counts: { total: { accepted: 3 } } },
    ['are you sure: counts.total: How many people were in custody is not filled in'],
  ],
  [
    'people not accounted for',
    total({ held: 10 }),
    ['are you sure: counts.total: 2 of 10 people held are not accounted for'],
  ],
  [
    'people counted twice',
    total({ held: 7 }),
    ['are you sure: counts.total: 1 more people are accounted for than the 7 held'],
  ],
  [
    'answers that do not add up',
    total({ accepted: 3 }),
    ['are you sure: counts.total: 5 were offered a conversation, but 3 accepted and 1 declined'],
  ],
  [
    'more answers than offers, one of them blank',
    { counts: { total: { held: 8, notAvailable: 2, notOffered: 1, offered: 5, accepted: 6 } } },
    ['are you sure: counts.total: 5 were offered a conversation, but 6 accepted'],
  ],
  [
    'declined left blank',
    { counts: { total: { held: 8, notAvailable: 2, notOffered: 1, offered: 5, accepted: 4 } } },
    [],
  ],
  [
    'columns that hold more than the whole',
    { counts: { ...whole.counts, splits: { adultMale: { held: 7 }, adultFemale: { held: 2 } } } },
    ['are you sure: splits.adultMale: The columns add up to 9 people, the whole suite to 8'],
  ],
  [
    'a column that does not add up',
    { counts: { ...whole.counts, splits: { adultFemale: { held: 2, offered: 1 } } } },
    ['are you sure: splits.adultFemale: 1 of 2 people held are not accounted for'],
  ],
  ['counts of a suite that was closed', { outcome: 'closed', ...total({ held: 99 }) }, []],
])('%s', (_, more, expected) => expect(texts(more)).toEqual(expected));

test('one visitor in person is asked about unless it is explained, and not on the telephone', () => {
  const { visitor2: _, ...alone } = whole;
  const problems = (more: Partial<Visit>) =>
    checkVisit(form, { ...alone, ...more }, settings, today).map((p) => p.question);
  expect(problems({})).toEqual(['visitor2']);
  expect(problems({ aloneReason: 'Partner ill' })).toEqual([]);
  expect(problems({ method: 'telephone' })).toEqual([]);
});

test('admission long before arrival is a slip of the keyboard and is asked about', () =>
  expect(texts({ admitted: '09:55', delayReason: 'x', delayAuthoriser: 'x' })).toContain(
    'are you sure: times.admitted: Admission 1435 minutes after arrival is unusually long',
  ));

test('the sentence of a remainder is empty where nothing remains or nothing can be known', () => {
  expect(remainderSentence(whole.counts.total ?? {})).toBe('');
  expect(remainderSentence({ held: 5 })).toBe('');
  expect(remainderSentence({ held: 5, accepted: 2, declined: 1 })).toBe(
    '2 of 5 people held are not accounted for',
  );
});

describe('what shows', () => {
  const sections = (more: Partial<Visit>, asks = settings) =>
    shownSections(form, visitScope({ ...whole, ...more }), asks).map((s) => s.id);
  const questions = (more: Partial<Visit>, asks = settings) =>
    shownSections(form, visitScope({ ...whole, ...more }), asks).flatMap((s) => s.questions.map((q) => q.id));

  test('sections follow the outcome', () => {
    expect(sections({})).toEqual(['visit', 'times', 'counts', 'splits', 'facilities', 'close']);
    expect(sections({ outcome: 'refused' })).toEqual(['visit', 'times', 'close']);
  });

  test('questions follow answers, delays and settings', () => {
    expect(questions({ admitted: '10:11' })).toContain('delayReason');
    expect(questions({ admitted: '10:10' })).not.toContain('delayReason');
    expect(questions({})).not.toContain('satisfactory');
    expect(questions({}, { ...settings, asksSatisfactory: true })).toContain('satisfactory');
    expect(questions({ answers: { illTreatment: { value: true } } })).toContain('illTreatmentWords');
    expect(questions({ answers: { illTreatment: { not: 'refused' } } })).not.toContain('illTreatmentWords');
  });

  test('a retired question and a section left without questions do not show', () => {
    const retired = {
      ...form,
      sections: form.sections.map((s) => ({
        ...s,
        questions: s.questions.map((q) => (s.id === 'close' ? { ...q, retired: true } : q)),
      })),
    };
    expect(shownSections(retired, visitScope(whole), settings).map((s) => s.id)).not.toContain('close');
  });

  test('one of several answers is enough for a condition', () => {
    const v = visitScope({ ...whole, answers: { seen: { value: ['kitchen', 'yard'] } } });
    expect(holds([{ field: 'seen', is: ['yard'] }], v, settings)).toBe(true);
    expect(holds([{ field: 'seen', is: ['shower'] }], v, settings)).toBe(false);
    expect(holds([{ field: 'seen', is: ['yard'] }], visitScope(whole), settings)).toBe(false);
  });
});

describe('what is answered', () => {
  test('"refused" and zero are answers, blanks are not', () => {
    const own = question('illTreatment');
    const v = (answers: Visit['answers']) => visitScope({ ...whole, answers });
    const typed = (more: Partial<Visit>) => visitScope({ ...whole, ...more });
    expect(isAnswered(own, v({ illTreatment: { not: 'refused' } }))).toBe(true);
    expect(isAnswered(own, v({ illTreatment: { value: 'The sergeant' } }))).toBe(true);
    expect(isAnswered(own, v({ illTreatment: { value: '' } }))).toBe(false);
    expect(isAnswered(own, v({ illTreatment: { value: [] } }))).toBe(false);
    expect(isAnswered(own, v({}))).toBe(false);
    expect(answerTo(own, v({ illTreatment: { value: 'x' } }))).toEqual({ value: 'x' });
    expect(isAnswered(question('opcatConcerns'), typed({ opcatConcerns: 0 }))).toBe(true);
    expect(isAnswered(question('praise'), typed({ praise: false }))).toBe(true);
    expect(isAnswered(question('comments'), typed({ comments: '' }))).toBe(false);
    expect(isAnswered(question('total'), typed({ counts: { total: {} } }))).toBe(false);
    expect(isAnswered(question('total'), typed({ counts: { total: { held: 0 } } }))).toBe(true);
  });

  test('how far a section is', () => {
    const [first] = shownSections(form, visitScope(whole), settings);
    const status = (more: Partial<Visit>) =>
      sectionStatus(first as (typeof form.sections)[0], visitScope({ ...whole, ...more }));
    expect(status({})).toBe('completed');
    const { suite: _, ...noSuite } = whole;
    expect(sectionStatus(first as (typeof form.sections)[0], visitScope(noSuite))).toBe('in progress');
    const blank: Visit = {
      id: id(2),
      form: whole.form,
      events: [],
      corrections: [],
      counts: {},
      answers: {},
    };
    expect(sectionStatus(first as (typeof form.sections)[0], visitScope(blank))).toBe('not started');
  });

  test('does not call counts completed while people are unaccounted for and a number is blank', () => {
    const counts = form.sections.find((s) => s.id === 'counts') as (typeof form.sections)[0];
    const status = (total: Ladder) => sectionStatus(counts, visitScope({ ...whole, counts: { total } }));
    expect(status({ held: 11, offered: 6 })).toBe('in progress');
    expect(status({ held: 11 })).toBe('in progress');
    expect(status({ held: 11, notAvailable: 3, notOffered: 2, offered: 6 })).toBe('completed');
    expect(status({ held: 6, offered: 6 })).toBe('completed');
    // Every number is there and they still do not add up: that is for the final check to ask about.
    expect(status({ held: 11, notAvailable: 3, notOffered: 0, offered: 6 })).toBe('completed');
  });
});

describe('the schema of a report', () => {
  const own: Form = {
    ...form,
    sections: [
      {
        id: 'own',
        title: 'Own',
        questions: [
          { id: 'seen', text: 'Seen', kind: 'choices', options: [{ value: 'yard', text: 'Yard' }] },
          { id: 'warm', text: 'Warm', kind: 'yesNo', nonAnswers: true },
          { id: 'blankets', text: 'Blankets', kind: 'number' },
          { id: 'smell', text: 'Smell', kind: 'choice', options: [{ value: 'none', text: 'None' }] },
          { id: 'notes', text: 'Notes', kind: 'longText' },
        ],
      },
    ],
  };
  const fits = (answers: object) => reportSchema(own).safeParse({ ...whole, answers }).success;

  test('each answer is of its question’s kind', () => {
    expect(
      fits({
        seen: { value: ['yard'] },
        warm: { not: 'not asked' },
        blankets: { value: 0 },
        notes: { value: '' },
      }),
    ).toBe(true);
    expect(fits({ seen: { value: ['roof'] } })).toBe(false);
    expect(fits({ warm: { value: 'yes' } })).toBe(false);
    expect(fits({ blankets: { not: 'refused' } })).toBe(false);
    expect(fits({ smell: { value: 'damp' } })).toBe(false);
    expect(fits({ notes: { value: 'x'.repeat(30_001) } })).toBe(false);
  });

  test('answers to questions this version does not know are kept, and are answers all the same', () => {
    const answers = { later: { value: 'x' } };
    expect(reportSchema(own).parse({ ...whole, answers }).answers).toEqual(answers);
    expect(fits({ later: 'x' })).toBe(false);
  });
});
