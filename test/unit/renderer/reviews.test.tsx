import { expect, test } from 'vitest';
import { commands, offeredTo } from '#renderer/app/commands.ts';
import { bodyQuestionIds } from '#shared/records/review-parts.ts';
import { freshId } from '#test/office.ts';
import { officeForAll } from '#test/shared-office.ts';
import { openWindow, screen, waitFor, within } from './window.tsx';

const office = await officeForAll();
let open: ReturnType<typeof openWindow>;
let review: string;
const seen = () => office.ask('reviews.get', { id: review });

const known = async (name: string, organisation?: string) => {
  const id = freshId();
  const now = { id, name, ...(organisation && { organisation }) };
  await office.ask('contacts.save', { id, patch: [{ path: [], now }] });
  return id;
};

test('an application is written down with its applicant at once; what is typed is kept when the window closes', async () => {
  await known('Ada Applicant', 'Her namesake');
  const representative = await known('Rex Representative');
  open = openWindow(office.host, '/reviews');
  await open.press('Write down an application');
  await open.heading('Write down an application');
  await open.type('Reasonable adjustments', 'Large print.');
  await open.type('Received by this body on', '2/3/2026');
  await open.type(/^Email of the applicant/, 'ada@example.org');
  await waitFor(async () =>
    expect(JSON.stringify(await office.ask('preferences.get', {}))).toMatch(/Large print.*ada@example.org/),
  );
  open.kill();
  open = openWindow(office.host, '/reviews/new');
  await waitFor(async () => expect((await open.field('Reasonable adjustments')).value).toBe('Large print.'));
  await open.press('Write it down');
  expect((await screen.findByRole('alert')).textContent).toContain('Enter their name');
  await open.type(/^Name of the applicant/, 'Ada Applicant');
  // Somebody known may be meant, and is not unless somebody says so.
  const applicant = await open.group('Who is meant: applicant');
  applicant.getByLabelText('Ada Applicant, Her namesake');
  expect(applicant.getByLabelText<HTMLInputElement>(/^None of these/).checked).toBe(true);
  await open.type(/^Name of the representative/, 'Rex');
  await open.choose('Who is meant: representative', 'Rex Representative');
  await open.choose('They are', 'The complainant');
  await open.choose('How the force handled the complaint', 'Investigated');
  await open.user.selectOptions(await open.field('By'), 'Letter');
  await open.type('Force', 'Wrekenshire Police');
  await open.type('It was sent on', '16/2/2026');
  await open.choose('The 28 days count from', 'The day it was sent');
  await open.press('Write it down');
  await open.heading(/Review for Ada Applicant$/);
  review = location.hash.split('/').at(-1) ?? '';
  await screen.findByText('Large print.');
  const { applicant: whose, review: written } = await seen();
  expect(whose).toMatchObject({ name: 'Ada Applicant', adjustments: 'Large print.' });
  expect(written.representative).toMatchObject({ person: representative });
  expect(written).toMatchObject({ received: '2026-03-02', route: 'investigated', means: 'letter' });
});

test('a review says what is next, by when and why; each clock opens its explanation, and the way leads there', async () => {
  open = openWindow(office.host, `/reviews/${review}`);
  await screen.findByText(/Acknowledge the application\. It was owed by 9 March 2026/);
  const clock = await screen.findByText(/^: Complete a review/);
  const details = clock.closest('details') as HTMLDetailsElement;
  expect(details.open).toBe(false);
  await open.user.click(clock);
  expect(details.open).toBe(true);
  expect(details.textContent).toContain('28 working days');
  await open.follow('Go there: Notices and what was told');
  await open.type('Application acknowledged on', '4/3/2026');
  await open.press('Save the day');
  await waitFor(async () => expect((await seen()).review.acknowledged).toBe('2026-03-04'));
  await open.press('Add the notice');
  await waitFor(async () => expect((await seen()).review.notices).toHaveLength(1));
});

test('which body decides follows from seven answers, and validity is filled in where the record says it', async () => {
  open = openWindow(office.host, `/reviews/${review}/body`);
  await screen.findByRole('button', { name: 'Save the answers' });
  const questions = screen.getAllByRole('group', { name: /^\d\. / });
  expect(questions).toHaveLength(bodyQuestionIds.length);
  for (const question of questions) await open.user.click(within(question).getByLabelText('No'));
  await open.press('Save the answers');
  await screen.findByText('This body decides it:');
  open.go(`/reviews/${review}/validity`);
  const force = await open.group('The force is named');
  expect(force.getByLabelText<HTMLInputElement>('Met').checked).toBe(true);
  await open.choose('The complaint is described', 'Waived');
  await open.press('Save what was checked');
  expect((await screen.findByRole('alert')).textContent).toContain('why it is waived');
  await open.type(/^Why: The complaint is described/, 'It stands in the letter of the force.');
  await open.choose('The date of the complaint is given', 'Met');
  await open.choose('The complaint was recorded under Schedule 3', 'Met');
  await open.choose('No second application for the same outcome', 'Met');
  await open.choose('Not withdrawn', 'Met');
  await open.press('Save what was checked');
  await screen.findByText('It is valid in all respects.');
  open.go(`/reviews/${review}`);
  await open.press('Take the review on');
  await waitFor(async () => expect((await seen()).state).toBe('valid'));
});

test('a withdrawn complaint is told from a withdrawn application, and a review comes back only with a reason', async () => {
  open = openWindow(office.host, `/reviews/${review}/end`);
  await open.choose('How it ends', 'It is withdrawn');
  await open.type('Reasons', 'They are content.');
  await open.press('End the review');
  expect((await screen.findByRole('alert')).textContent).toContain('Choose what is withdrawn');
  await open.choose('What is withdrawn', 'The complaint itself');
  await open.press('End the review');
  await open.heading(/Review for Ada Applicant$/);
  expect((await seen()).review.endings).toMatchObject([{ to: 'withdrawn', withdrawn: 'complaint' }]);
  open.go(`/reviews/${review}/end`);
  await open.type('Why', 'They thought again.');
  await open.press('Reopen the review');
  await open.heading(/Review for Ada Applicant$/);
  expect((await seen()).state).toBe('received');
});

test('a queue and what it is narrowed to stand in the address; what nobody may do is not offered', async () => {
  open = openWindow(office.host, '/reviews?show=mine');
  const queues = within(await screen.findByRole('navigation', { name: 'Queues of reviews' }));
  await waitFor(() => expect(queues.getByRole('link', { current: 'page' }).textContent).toBe('Mine (1)'));
  const received = async () => screen.findByRole('columnheader', { name: /^Received/ });
  await open.user.click(within(await received()).getByRole('button'));
  await open.user.click(within(await received()).getByRole('button'));
  await waitFor(async () => expect((await received()).getAttribute('aria-sort')).toBe('descending'));
  await waitFor(async () =>
    expect(await office.ask('preferences.get', {})).toMatchObject({
      'reviews.sort': { sort: 'received', descending: true },
    }),
  );
  await open.user.selectOptions(
    await screen.findByRole('combobox', { name: 'Route' }),
    'Handled otherwise than by investigation',
  );
  await screen.findByText('There is no review here.');
  expect(location.hash).toContain('route=not+investigated');
  expect(offeredTo(['visitor', 'coordinator']).filter(({ id }) => id.includes('reviews'))).toEqual([]);
  expect(commands.some(({ id }) => id === 'go:/reviews')).toBe(true);
});
