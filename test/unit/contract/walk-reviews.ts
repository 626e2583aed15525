import { bodyQuestionIds, validityIds } from '#shared/records/review-parts.ts';
import { freshId } from '#test/office.ts';
import { change } from '../../scenario/reports.ts';
import type { Go } from './walk.ts';

/** Reviews from an application to what changed because of one, with all that stands beside them. */
export const walkReviews = async (go: Go) => {
  await walkClocks(go);
  const applicant = freshId();
  await go('contacts.save', {
    id: applicant,
    patch: [{ path: [], now: { id: applicant, name: 'Ann Applicant' } }],
  });
  await go('contacts.get', { id: applicant });
  await go('contacts.list', { text: 'ann' });
  await walkExamined(go, applicant);
  await walkEnded(go);
  const decided = await walkDecided(go);
  await walkRecommended(go, decided);
  await go('reviews.move', { id: decided, to: 'closed' });
  await go('reviews.queues', {});
  await go('reviews.workload', {});
  await go('reviews.learning', { period: '2026-27' });
  for (const show of ['mine', 'over'] as const) await go('reviews.list', { filter: { show } });
  const asked = { return: 'reviews', period: '2026-27' } as const;
  await go('returns.compute', { ...asked, by: 'route' });
  await go('returns.records', { ...asked, measure: 'reviews.received' });
  await walkBeside(go);
};

const holidays = ['01-01', '03-30', '04-02', '05-07', '05-28', '08-27', '12-25', '12-26']
  .map((day) => `2029-${day},EWSN,A bank holiday`)
  .join('\n');

const walkClocks = async (go: Go) => {
  const file = { name: 'bank-holidays.csv', text: holidays };
  await go('deadlines.rules', {});
  const events = [{ kind: 'started', on: '2026-03-02' } as const];
  await go('deadlines.work', { rule: 'review-completion', events });
  await go('deadlines.readHolidays', file);
  await go('deadlines.loadHolidays', file);
  await go('reviews.settings', {});
  await go('reviews.set', { set: { themes: [{ id: freshId(), name: 'Delay' }] } });
};

const begun = async (go: Go, more: { applicant?: string } = {}): Promise<string> => {
  const id = freshId();
  await go('reviews.start', { id, received: '2026-05-04', means: 'form', route: 'investigated', ...more });
  return id;
};

/** Taken on, given to an assessor, examined and returned. */
const walkExamined = async (go: Go, applicant: string) => {
  const id = await begun(go, { applicant });
  const answers = Object.fromEntries(bodyQuestionIds.map((one) => [one, { answer: 'no' }]));
  const patch = [
    ...change('outcome', undefined, { sent: '2026-04-20', counts: 'sent' }),
    ...change('body', undefined, { answers }),
    ...change('acknowledged', undefined, '2026-05-06'),
  ];
  await go('reviews.save', { id, patch });
  for (const check of validityIds) await go('reviews.check', { id, check, result: 'pass' });
  await go('reviews.override', { id, body: 'IOPC', reason: 'It may be one of a series.' });
  await go('reviews.override', { id, body: null });
  await go('reviews.notice', { id, notice: { id: freshId(), to: 'appropriate authority' } });
  await go('reviews.move', { id, to: 'valid' });
  const { person } = await go('session.get', {});
  await go('reviews.assign', { id, assignment: { id: freshId(), assessor: person.id, external: false } });
  await go('reviews.declare', { id, declaration: { id: freshId(), conflict: false } });
  const draft = freshId();
  await go('reviews.draft', {
    id,
    draft: { id: draft, words: 'It was reasonable.', recommends: 'not upheld' },
  });
  await go('reviews.learn', { id, learning: { id: freshId(), kind: 'learning', words: 'Ring back.' } });
  await go('reviews.move', { id, to: 'returned' });
  await go('reviews.checkQuality', { id, check: { id: freshId(), draft, passed: true } });
  await go('reviews.tell', { id, told: { id: freshId(), what: 'progress' } });
  await walkLetter(go, id);
  await go('reviews.note', { id, note: freshId(), words: 'Rang twice.' });
  await go('reviews.get', { id });
};

/** One that came late and is taken all the same, and is withdrawn then. */
const walkEnded = async (go: Go) => {
  const id = await begun(go);
  await go('reviews.save', {
    id,
    patch: change('outcome', undefined, { sent: '2026-01-05', counts: 'sent' }),
  });
  await go('reviews.takeLate', { id, accepted: true, reasons: 'In hospital.' });
  const ending = {
    id: freshId(),
    to: 'withdrawn',
    withdrawn: 'application',
    reasons: 'Content now.',
  } as const;
  await go('reviews.end', { id, ending });
};

/** Nobody decides what they assessed: here one that another office has examined. */
const walkDecided = async (go: Go): Promise<string> => {
  const { id: file } = await go('imports.begin', { kind: 'reviews', file: 'reviews.csv' });
  await go('imports.chunk', { id: file, text: 'reference,received,valid\nR 1,2026-05-05,yes\n' });
  await go('imports.finish', { id: file });
  await go('imports.accept', { id: file });
  await go('imports.step', { id: file });
  const { rows } = await go('reviews.list', { filter: { show: 'all', state: 'valid' } });
  const id = rows.find(({ reference }) => reference === 'R 1')?.id ?? '';
  const assessor = freshId();
  const now = { id: assessor, name: 'Asa Assessor', roles: ['assessor'] };
  await go('people.save', { id: assessor, patch: [{ path: [], now }] });
  await go('reviews.assign', { id, assignment: { id: freshId(), assessor, external: true } });
  await go('reviews.move', { id, to: 'returned' });
  const decision = { id: freshId(), decision: 'upheld', reasons: 'It was not.' } as const;
  await go('reviews.decide', { id, decision });
  return id;
};

/** A letter from what can be written to the letter as it was issued. */
const walkLetter = async (go: Go, id: string) => {
  const { kinds } = await go('reviewLetters.begin', { id });
  const kind = kinds.find((one) => one.kind === 'reviewProgress')?.kind;
  const template =
    (await go('templates.list', {})).find((one) => one.template.of === kind)?.template.id ?? '';
  const plan = { id, template, who: 'applicant', to: 'Ann Applicant' } as const;
  const { due: _, ...words } = await go('reviewLetters.draft', plan);
  const written = { ...plan, ...words, body: 'It waits to be decided.' };
  await go('reviewLetters.check', written);
  const letter = freshId();
  await go('reviewLetters.issue', { ...written, letter });
  await go('letters.get', { id: letter });
};

const walkRecommended = async (go: Go, review: string) => {
  const id = freshId();
  await go('recommendations.make', { id, review, kind: 'remedy', words: 'Apologise.' });
  const answer = { id: freshId(), answer: 'refused', on: '2026-06-01', reasons: 'It has.' } as const;
  await go('recommendations.answer', { id, answer });
  await go('recommendations.add', { id, what: { kind: 'step', id: freshId(), words: 'A letter.' } });
  await go('recommendations.add', { id, what: { kind: 'told', id: freshId() } });
  await go('recommendations.add', { id, what: { kind: 'changed', id: freshId(), words: 'A new form.' } });
  await go('recommendations.get', { id });
  await go('recommendations.list', { show: 'refused' });
};

const walkBeside = async (go: Go) => {
  const id = freshId();
  await go('samples.start', { id, reference: 'CO/12/26' });
  await go('samples.save', { id, patch: change('findings', undefined, 'Well handled.') });
  await go('samples.get', { id });
  await go('samples.list', {});
  await go('scheduleTotals.save', { quarter: '2026-27Q1', totals: { finalisedInSchedule: 40 } });
  await go('scheduleTotals.list', { year: '2026-27' });
  await go('packs.force', { quarter: '2026-27Q1' });
  await go('packs.forceFile', { quarter: '2026-27Q1', as: 'html' });
};
