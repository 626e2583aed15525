import { expect, test } from 'vitest';
import { bodyQuestionIds } from '#shared/records/review-parts.ts';
import { withoutNames } from '#shared/reviews/unnamed.ts';
import { addPerson, freshId } from '#test/office.ts';
import { officeForAll } from '#test/shared-office.ts';
import { change } from '../../scenario/reports.ts';
import { openWindow, screen, waitFor, within } from './window.tsx';

const office = await officeForAll();
const asked = { quarter: '2026-27Q1' } as const;

/** A review of the first quarter that was upheld, whose applicant is named in what was recommended. */
const upheld = async (): Promise<string> => {
  const [applicant, id, recommendation] = [freshId(), freshId(), freshId()];
  const now = { id: applicant, name: 'Verity Wildgoose' };
  await office.ask('contacts.save', { id: applicant, patch: [{ path: [], now }] });
  await office.ask('reviews.start', { id, received: '2026-04-02', route: 'investigated', applicant });
  const answers = Object.fromEntries(bodyQuestionIds.map((one) => [one, { answer: 'no' }]));
  await office.ask('reviews.save', {
    id,
    patch: [
      ...change('body', undefined, { answers }),
      ...change('outcome', undefined, { sent: '2026-03-20', counts: 'sent' }),
      ...change('themes', [], ['Property']),
    ],
  });
  const checks = (await office.ask('reviews.get', { id })).validity.checks;
  for (const { id: check } of checks)
    if (check !== 'thisBody' && check !== 'inTime')
      await office.ask('reviews.check', { id, check, result: 'pass' });
  await office.ask('reviews.move', { id, to: 'valid' });
  const { person: me } = await office.ask('session.get', {});
  const assignment = { id: freshId(), assessor: me.id, external: false, on: '2026-04-20' };
  await office.ask('reviews.assign', { id, assignment });
  await office.ask('reviews.declare', { id, declaration: { id: freshId(), conflict: false } });
  await office.ask('reviews.draft', {
    id,
    draft: { id: freshId(), words: 'It was not.', recommends: 'upheld' },
  });
  await office.ask('reviews.move', { id, to: 'returned' });
  const words = 'Ring Verity and apologise to Ms Wildgoose.';
  await office.ask('recommendations.make', {
    id: recommendation,
    review: id,
    kind: 'remedy',
    words,
    madeOn: '2026-05-20',
  });
  const answer = {
    id: freshId(),
    answer: 'refused',
    on: '2026-06-10',
    reasons: 'VERITY WILDGOOSE was rung.',
  } as const;
  await office.ask('recommendations.answer', { id: recommendation, answer });
  return id;
};

test('the pack of a quarter says what was refused, and nowhere who applied', async () => {
  await upheld();
  await office.ask('scheduleTotals.save', { ...asked, totals: { finalisedInSchedule: 40 } });
  const pack = await office.ask('packs.force', asked);
  expect(pack.refused).toMatchObject([
    {
      kind: 'Provide a remedy',
      words: 'Ring (name) and apologise to Ms (name).',
      reasons: '(name) was rung.',
    },
  ]);
  expect(pack.shares).toMatchObject([{ received: 1, finalised: 40, share: '3%' }]);
  for (const as of ['html', 'docx'] as const) {
    const file = await office.ask('packs.forceFile', { ...asked, as });
    const text = Buffer.from(file.bytes, 'base64').toString('latin1');
    expect(text).not.toMatch(/wildgoose|verity/i);
  }
  const open = openWindow(office.host, '/reviews/pack/2026-27Q1');
  const paper = within(
    await screen.findByRole('article', { name: /for Professional Standards, April to June 2026/ }),
  );
  paper.getByRole('row', { name: /Refused, 10 June 2026 \(name\) was rung\.$/ });
  paper.getByText(/Nothing that changed because of a review/);
  expect(document.body.textContent).not.toMatch(/wildgoose/i);
  expect((await open.field('Quarter')).value).toBe('2026-27Q1');
});

test('names are taken out however they are written, and words that only look like them stay', () => {
  const of = (text: string) => withoutNames(text, ['Rose-Marie  Field']);
  expect(of('ROSE-MARIE FIELD, rose-marie field and Mrs Field’s son')).toBe(
    '(name), (name) and Mrs (name) son',
  );
  expect(of('She rose in the field of a Fielding')).toBe('She rose in the field of a Fielding');
  expect(withoutNames('Nothing.', ['', ' '])).toBe('Nothing.');
});

test('lists of reviews are added to, put in order and offered no more, and nothing is taken away', async () => {
  const open = openWindow(office.host, '/settings/lists/sampling');
  await open.press('Add a question');
  await open.type('Number 7', 'Was the complainant asked what they wanted?');
  await open.press('Move up “Was the complainant asked what they wanted?”');
  await open.press('Save the list');
  const lists = () => office.ask('reviews.settings', {});
  const words = async () => (await lists()).sampling.map((one) => one.words);
  await waitFor(async () =>
    expect((await words()).indexOf('Was the complainant asked what they wanted?')).toBe(5),
  );
  open.go('/settings/lists/themes');
  await open.press('Add a theme');
  await open.type('Number 1', 'Property');
  await open.user.click(await open.field('Offered'));
  await open.press('Save the list');
  await waitFor(async () =>
    expect((await lists()).themes).toMatchObject([{ name: 'Property', retired: true }]),
  );
  await open.press('Add a theme');
  await open.type('Number 2', 'property');
  await open.press('Save the list');
  expect((await screen.findByRole('alert')).textContent).toContain('stands in the list twice');
  open.go('/settings/lists/categories');
  const last = within(await screen.findByRole('group', { name: 'Category 11' }));
  await open.user.click(last.getByLabelText('Offered'));
  await open.press('Save the table');
  await waitFor(async () =>
    expect((await lists()).categories.at(-1)).toMatchObject({ name: 'Other', retired: true }),
  );
});

test('whoever decided a review and whoever looks after it are found by “With”, also among all', async () => {
  const id = freshId();
  const caseworker = await addPerson(office, 'Cara Caseworker');
  await office.ask('reviews.start', { id, received: '2026-05-06', route: 'investigated' });
  await office.ask('reviews.save', {
    id,
    patch: change('caseworker', (await office.ask('session.get', {})).person.id, caseworker),
  });
  const { rows } = await office.ask('reviews.list', { filter: { show: 'all', person: caseworker } });
  expect(rows.map((row) => row.id)).toEqual([id]);
});
