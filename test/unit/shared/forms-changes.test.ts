import { describe, expect, it } from 'vitest';
import { objections, type Revision } from '#shared/forms/changes.ts';
import { visitForm } from '#shared/forms/default/index.ts';
import type { Question } from '#shared/forms/definition.ts';
import { differences } from '#shared/forms/differences.ts';
import {
  addQuestion,
  addSection,
  changeQuestion,
  changeSection,
  findQuestion,
  moveQuestion,
  moveSection,
  moveToSection,
  removeQuestion,
  removeSection,
  sectionsFor,
} from '#shared/forms/edits.ts';
import { locks } from '#shared/forms/locks.ts';
import { askable } from '#shared/forms/terms.ts';

const form = visitForm('0190a5c2-0000-7000-8000-000000000001');
const wrong = (next: Revision) => objections(form, next).map(({ text }) => text);
const at = (section: string, question: string) => ({ section, question });
const change = (section: string, question: string, some: Parameters<typeof changeQuestion>[2]) =>
  changeQuestion(form, at(section, question), some);

/** The form with one question more. */
const withNew = (section: string, some: Partial<Question> = {}) => {
  const { revision, id } = addQuestion(form, section);
  return { id, next: changeQuestion(revision, at(section, id), { text: 'Was it quiet?', ...some }) };
};

describe('what the office may change in its form', () => {
  it('nothing at all is a version that nobody objects to', () => expect(wrong(form)).toEqual([]));

  it('a question that figures are made from may be reworded, given a hint, moved up and down', () => {
    const next = moveQuestion(
      change('close', 'praise', { text: 'Praise?', hint: 'For whom?' }),
      at('close', 'praise'),
      1,
    );
    expect(wrong(next)).toEqual([]);
    expect(differences(form, next)).toEqual([
      'The questions of “Before you leave” stand in another order.',
      'Reworded: “Is there anything to praise the staff for?” is now “Praise?”.',
      'The hint of “Praise?” is new: “For whom?”.',
    ]);
  });

  it('one that moves to another section goes on showing when it did', () => {
    const place = at('times', 'busy');
    expect(sectionsFor(form, place, 'measured').map(({ id }) => id)).toContain('counts');
    const next = moveToSection(form, place, 'counts');
    expect(findQuestion(next, at('counts', 'busy'))?.question.when).toBeUndefined();
    expect(wrong(next)).toEqual([]);
    expect(differences(form, next)).toEqual([
      '“How busy was the suite?” moved from “Arrival and admission” to “Who was in custody”.',
    ]);
    const back = moveToSection(next, at('counts', 'busy'), 'times');
    expect(findQuestion(back, place)?.question.when).toEqual(findQuestion(form, place)?.question.when);
  });

  it('one that always shows goes on doing so in a group that can be closed', () => {
    const asked = sectionsFor(form, at('close', 'comments'), 'measured').map(({ id }) => id);
    expect(asked).toEqual(['visit', 'times']);
    const next = moveToSection(form, at('person', 'sex'), 'care');
    expect(findQuestion(next, at('care', 'sex'))?.question.always).toBe(true);
  });

  it('an own question may be added, reworded, conditioned, retired and brought back', () => {
    const { next } = withNew('close', { when: [{ field: 'praise', is: [false] }], sharing: 'office' });
    expect(wrong(next)).toEqual([]);
    expect(differences(form, next)).toEqual([
      'Added to “Before you leave”: “Was it quiet?”, answered by yes or no; it is for the office only; it shows only if “Is there anything to praise the staff for?” is “No”.',
    ]);
    const retired = change('care', 'toiletPaper', { retired: true });
    expect(wrong(retired)).toEqual([]);
    expect(differences(form, retired)).toEqual([
      'Retired: “Do they have toilet paper?”. Old reports keep its answers.',
    ]);
    const previous = { ...form, ...retired };
    const back = changeQuestion(previous, at('care', 'toiletPaper'), { retired: undefined });
    expect(objections(previous, back)).toEqual([]);
    expect(differences(previous, back)).toEqual(['Brought back: “Do they have toilet paper?”.']);
  });

  it('a section may be added about the visit or each detainee, renamed, moved, and taken away while it is new', () => {
    const { revision, id } = addSection(form, 'detainee');
    const named = changeSection(revision, id, { title: 'Legal papers', closable: true });
    expect(wrong(named)).toEqual([]);
    expect(differences(form, named)).toEqual(['The section “Legal papers” is added.']);
    expect(wrong(moveSection(named, id, -1))).toEqual([]);
    expect(differences(form, moveSection(form, 'counts', -1))).toEqual([
      'The sections stand in another order.',
    ]);
    expect(differences(form, removeSection(named, id))).toEqual([]);
  });
});

describe('what is refused, with the reason', () => {
  const refused = (next: Revision, reason: RegExp) => expect(wrong(next).join('\n')).toMatch(reason);
  const typed = ['visit suite', 'times arrived', 'counts total', 'person sex', 'close praise'].map(
    (place) => place.split(' ') as [string, string],
  );

  it.each(typed)(
    'in %s: %s cannot be removed, retired, conditioned, or given another kind or field',
    (s, q) => {
      refused(removeQuestion(form, at(s, q)), /was published: retire it/);
      refused(change(s, q, { retired: true }), /cannot be retired/);
      refused(change(s, q, { when: [{ field: 'method', is: ['video'] }] }), /keeps the condition/);
      refused(change(s, q, { kind: 'longText' }), /kind of answer stays/);
      refused(change(s, q, { field: 'elsewhere' }), /kind of answer stays/);
      refused(change(s, q, { field: undefined }), /kind of answer stays/);
    },
  );

  it('answers of a question that figures are made from are reworded, never fewer and never more', () => {
    const options = findQuestion(form, at('visit', 'outcome'))?.question.options ?? [];
    const texts = options.map((o) => ({ ...o, text: `${o.text}!` }));
    expect(wrong(change('visit', 'outcome', { options: texts }))).toEqual([]);
    refused(change('visit', 'outcome', { options: options.slice(1) }), /not removed/);
    refused(change('visit', 'outcome', { options: [...options, { value: 'x', text: 'X' }] }), /are fixed/);
  });

  it('measured questions of the form’s own stay, always shown, with their kind', () => {
    refused(change('rights', 'rightsUnderstood', { retired: true }), /cannot be retired/);
    refused(change('rights', 'rightsUnderstood', { always: undefined }), /although its group is closed/);
    refused(change('rights', 'rightsUnderstood', { nonAnswers: undefined }), /stays as it is/);
    refused(change('close', 'illTreatment', { sharing: undefined }), /office only and stays so/);
    refused(changeSection(form, 'close', { closable: true }), /although its group is closed/);
  });

  it('what must be answered stays so, where no report is received without it', () =>
    refused(change('visit', 'visitor1', { must: undefined }), /No report can be received/));

  it('a section that was published is not removed, nor made to be about something else', () => {
    refused({ ...form, sections: form.sections.filter(({ id }) => id !== 'facilities') }, /was published/);
    refused(changeSection(form, 'facilities', { of: 'detainee' }), /what it is about stays/);
    refused(changeSection(form, 'counts', { when: undefined }), /keeps the condition/);
    refused(changeSection(form, 'rights', { copyable: true }), /copied between detainees/);
    refused(changeSection(form, 'cell', { title: ' ' }), /title/);
  });

  it('a published question keeps its kind and every answer it ever offered', () => {
    refused(change('care', 'food', { kind: 'text' }), /kind of answer stays/);
    const options = findQuestion(form, at('care', 'offeredUnasked'))?.question.options ?? [];
    refused(change('care', 'offeredUnasked', { options: options.slice(1) }), /not removed/);
    expect(
      wrong(change('care', 'offeredUnasked', { options: [...options, { value: 'tv', text: 'TV' }] })),
    ).toEqual([]);
    refused(removeQuestion(form, at('care', 'food')), /retire it instead/);
  });

  it('a question needs words, and two answers where one chooses', () => {
    refused(withNew('close', { text: ' ' }).next, /Write every question/);
    refused(withNew('close', { kind: 'choice' }).next, /at least two answers/);
    const twice = [
      { value: 'a', text: 'Red' },
      { value: 'b', text: 'Red' },
    ];
    refused(withNew('close', { kind: 'choices', options: twice }).next, /same answer twice/);
    refused(withNew('close', { raises: { is: ['perhaps'], area: 'safety' } }).next, /by which answer/);
  });

  it('a new question fills no typed field and takes no name that means something else', () => {
    refused(withNew('close', { field: 'comments' }).next, /cannot fill a field/);
    refused(withNew('close', { kind: 'ladder' }).next, /cannot fill a field/);
    for (const id of ['notes', 'waited', 'seen', 'constructor', 'food']) {
      const sections = form.sections.map((s) =>
        s.id === 'close'
          ? { ...s, questions: [...s.questions, { id, text: 'New?', kind: 'text' as const }] }
          : s,
      );
      refused({ ...form, sections }, /cannot be known as/);
    }
    const twin = { id: 'food', text: 'Twice?', kind: 'yesNo' as const };
    const sections = form.sections.map((s) =>
      s.id === 'rights' ? { ...s, questions: [...s.questions, twin] } : s,
    );
    refused({ ...form, sections }, /stands in the form twice/);
  });

  it('conditions name what is asked, by answers it has, and never go in a circle', () => {
    const when = (field: string, is: unknown[] = [true]) => [{ field, is: is as boolean[] }];
    refused(withNew('close', { when: when('food') }).next, /does not ask/);
    expect(wrong(withNew('care', { when: when('food') }).next)).toEqual([]);
    refused(withNew('care', { when: when('nothing') }).next, /does not ask/);
    refused(withNew('care', { when: when('sex', ['purple']) }).next, /by which answer/);
    refused(withNew('care', { when: [{ field: 'sex' }] }).next, /by which answer/);
    refused(withNew('care', { when: [{ field: 'hoursHeld', is: [true] }] }).next, /by which answer/);
    expect(wrong(withNew('care', { when: [{ field: 'hoursHeld', above: 3 }] }).next)).toEqual([]);
    refused(withNew('care', { when: when('own1') }).next, /only by its own answer/);
    const circle = changeQuestion(withNew('care', { when: when('food') }).next, at('care', 'food'), {
      when: when('own1'),
    });
    refused(circle, /only by its own answer/);
    refused(changeSection(form, 'facilities', { when: when('kitchen') }), /own answer|does not ask/);
  });

  it('what others show by cannot be retired under them', () => {
    const by = form.sections
      .flatMap((s) => s.questions)
      .find((q) => q.when?.some((t) => t.field === 'tactRecordings'));
    refused(change('tact', 'tactRecordings', { retired: true }), /which is retired/);
    const both = changeQuestion(
      change('tact', 'tactRecordings', { retired: true }),
      at('tact', by?.id ?? ''),
      {
        retired: true,
      },
    );
    expect(wrong(both)).toEqual([]);
  });
});

it('what a detainee or a matter calls so hides what the visit does, as conditions find it', () => {
  const options = (of: 'visit' | 'matter') =>
    askable(form, of).find(({ name }) => name === 'outcome')?.options;
  expect(options('matter')).toEqual(findQuestion(form, at('matter', 'matterOutcome'))?.question.options);
  expect(options('visit')).toEqual(findQuestion(form, at('visit', 'outcome'))?.question.options);
  const reasons = askable(form, 'detainee').find(({ name }) => name === 'seen.reason')?.options;
  expect(reasons).toContainEqual({ value: 'asleep', text: 'Asleep' });
  expect(reasons).toContainEqual({ value: 'visitors ran out of time', text: 'You ran out of time' });
});

it('an own question by which figures’ questions show is locked like them', () => {
  const sections = form.sections.map((s) => ({
    ...s,
    questions: s.questions.map((q) =>
      q.id === 'praise' ? { ...q, when: [{ field: 'suiteStatus', is: ['open'] }] } : q,
    ),
  }));
  const previous = { ...form, sections };
  expect(locks(previous).get('visit suiteStatus')).toBe('leads to measured');
  const next = changeQuestion(previous, at('visit', 'suiteStatus'), { retired: true });
  expect(objections(previous, next).map(({ question }) => question)).toContain('suiteStatus');
});
