import { freshId } from '#test/office.ts';
import { fills } from '#test/scenario/reports.ts';
import { expect, test } from './office.ts';
import { goTo, heading, openPlace } from './pages/frame.ts';
import { inspect, stands } from './pages/screens.ts';

test.use({ start: 'empty' });

test('a caseworker’s pages of a review, looked at in each way people look', async ({ page, office }) => {
  const [id, applicant] = [freshId(), freshId()];
  const contact = { id: applicant, name: 'Ada Applicant', mail: 'ada@example.org' };
  await office.ask('contacts.save', { id: applicant, patch: [{ path: [], now: contact }] });
  const application = { id, received: '2026-03-02', route: 'investigated', applicant } as const;
  await office.ask('reviews.start', application);
  const outcome = { sent: '2026-01-12', counts: 'sent' };
  await office.ask('reviews.save', { id, patch: fills({ adjustments: 'Large print.', outcome }) });

  await goTo(page, 'Reviews');
  await expect(page.getByRole('table', { name: 'Reviews: Open' })).toContainText('Ada Applicant');
  await inspect(page, 'queues of reviews');
  await page
    .getByRole('main')
    .getByRole('link', { name: /Ada Applicant/ })
    .click();
  await expect(heading(page, 'Review for Ada Applicant')).toBeVisible();
  await expect(page.getByText('Large print.')).toBeVisible();
  await inspect(page, 'a review');
  for (const part of ['application', 'body', 'validity', 'notices', 'end']) {
    await openPlace(page, `/reviews/${id}/${part}`);
    await stands(page);
    await inspect(page, `a review: ${part}`);
  }
  await openPlace(page, '/reviews/new');
  await stands(page);
  await inspect(page, 'a new application');
});
