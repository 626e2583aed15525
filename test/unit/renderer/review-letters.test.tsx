import { expect, test } from 'vitest';
import { addDays, dayWords } from '#shared/times.ts';
import { applied } from '#test/scenario/letters/review-life.ts';
import { officeForAll } from '#test/shared-office.ts';
import { openWindow, screen, waitFor } from './window.tsx';

const office = await officeForAll();
const { today } = await office.ask('session.get', {});
const id = await applied(office, 'Ann Applicant', 'not investigated');
let open = openWindow(office.host, `/reviews/${id}`);
const at = (place: string) => {
  open.kill();
  open = openWindow(office.host, place);
};
const seen = () => office.ask('reviews.get', { id });
const box = (label: string) => screen.findByLabelText(label) as Promise<HTMLInputElement>;

test('the next step leads to its letter, which is kept when the window closes and acknowledges once it is issued', async () => {
  await open.heading(/Ann Applicant/);
  await open.follow(/^Write the letter: Acknowledgement/);
  await open.heading(/Acknowledgement of an application/);
  await screen.findByText('Large print.');
  expect((await box('How they are addressed')).value).toBe('Ann Applicant');
  expect((await box('Their address')).value).toBe('1 High Street\nMillford');
  await open.press('Write the letter');
  await waitFor(async () => expect((await box('Words')).value).toContain('Dear Ann Applicant'));
  // Two braces are typed for one.
  await open.type('Subject', 'Your application {{{{law}}');
  await waitFor(async () =>
    expect(JSON.stringify(await office.ask('preferences.get', {}))).toContain('Your application {{law}}'),
  );
  at(`/reviews/${id}/letters/new/reviewAcknowledgement`);
  await waitFor(async () => expect((await box('Subject')).value).toBe('Your application {{law}}'));
  await screen.findByText('Large print.');
  await screen.findByText(/in the subject has no value here/);
  await open.press('Issue the letter');
  await screen.findByRole('alert');
  expect((await seen()).letters).toEqual([]);
  await open.type('Subject', 'Your application');
  await open.press('Issue the letter');
  await open.heading(/Your application/);
  await screen.findByRole('link', { name: 'Letters of the review' });
  expect((await seen()).review.acknowledged).toBe(today);
});

test('what is told by letter needs no second entry, and asks for what nobody can know', async () => {
  at(`/reviews/${id}/letters`);
  await screen.findByText('It is not decided yet.');
  at(`/reviews/${id}/letters/new/reviewInformation`);
  await open.press('Write the letter');
  expect((await screen.findByRole('alert')).textContent).toContain('Enter what you ask for');
  await open.type('What do you ask for?', 'The outcome letter.');
  const due = addDays(today, 14);
  await open.type('The day by which it is asked for', due.split('-').reverse().join('/'));
  await open.press('Write the letter');
  await waitFor(async () => expect((await box('Words')).value).toContain(`by ${dayWords(due)}`));
  await open.press('Issue the letter');
  await screen.findByRole('link', { name: 'Letters of the review' });
  expect((await seen()).review.told).toMatchObject([{ what: 'information request', quoted: due }]);
});

test('each part of the office’s work has its own templates, and what is not certain in law stands beside them alone', async () => {
  at('/templates');
  await screen.findByRole('table', { name: 'Custody visiting' });
  await screen.findByRole('table', { name: 'Complaint reviews' });
  await open.follow('The decision');
  await screen.findByText(/rule 54.5 of the Civil Procedure Rules/);
  const letter = await screen.findByRole('article');
  expect(letter.textContent).toContain('paragraph 6A of Schedule 3');
  expect(letter.textContent).not.toMatch(/confirm/i);
});
