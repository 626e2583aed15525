import { addVolunteer, addWantedSuite, plannedPlace, volunteersToo, weekFromNow } from '#test/rota.ts';
import { expect, test } from './office.ts';
import { goTo, heading, openPlace, saved } from './pages/frame.ts';
import { inspect, stands } from './pages/screens.ts';

test.use({ start: 'empty' });

test('a quarter is planned: availability, proposed pairs, one changed by hand, published, printed, and a visit begun from it', async ({
  page,
  office,
}) => {
  test.setTimeout(240_000);
  const { today } = await office.ask('session.get', {});
  const me = await volunteersToo(office);
  const suite = await addWantedSuite(office, 'Northgate');
  await addWantedSuite(office, 'Southfield');
  const ann = await addVolunteer(office, 'Ann Archer');
  await addVolunteer(office, 'Bea Brook');
  const cy = await addVolunteer(office, 'Cy Cole', { vettingExpires: '2020-02-01' });
  await plannedPlace(office, { suite, week: weekFromNow(today, 0), first: me, second: ann });

  // When I am free, by keyboard: a choice in each row, saved as it is made.
  await goTo(page, 'Rota');
  await page.getByRole('link', { name: 'My own places, and when I am free' }).click();
  await expect(heading(page, 'My part of the rota')).toBeVisible();
  // Each quarter is read by itself: the last row is the last once all of them stand.
  await stands(page);
  const first = page.getByRole('radio', { name: /: Not said$/ }).last();
  await first.focus();
  await page.keyboard.press('ArrowLeft');
  await saved(page);
  await page.reload();
  await expect(page.getByRole('radio', { name: /: Away$/ }).last()).toBeChecked();
  await inspect(page, 'one’s own part of the rota');

  // Pairs are proposed with why, and taken as drafts.
  await openPlace(page, '/rota');
  // The page one comes from leads to a quarter after as well: it has to be gone.
  await expect(page.getByRole('link', { name: 'My own places, and when I am free' })).toBeVisible();
  await expect(heading(page, /\d{4}.*Rota$/)).toBeVisible();
  const now = (await heading(page, 'Rota').textContent()) ?? '';
  await page.getByRole('link', { name: 'Quarter after' }).click();
  await expect(heading(page, 'Rota')).not.toHaveText(now);
  await page.getByRole('button', { name: 'Propose pairs' }).click();
  await expect(heading(page, 'Proposed pairs')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /^Northgate: / }).first()).toBeChecked();
  await expect(page.getByText(/this quarter/).first()).toBeVisible();
  await inspect(page, 'proposed pairs');
  await page
    .getByRole('button', { name: /^Take all \d+ as drafts$/ })
    .first()
    .click();
  await expect(heading(page, 'Rota')).toBeVisible();
  const table = page.getByRole('table', { name: /^The rota of/ });
  await expect(table.getByText('Draft').first()).toBeVisible();
  await inspect(page, 'the rota with drafts');

  // One is changed by hand: what must not stand is said, and stands with a reason.
  await table
    .getByRole('link', { name: /Northgate, week of/ })
    .first()
    .click();
  await page.getByLabel('Second of the pair').selectOption(cy);
  await expect(page.getByText(/The vetting of Cy Cole is not in date/).first()).toBeVisible();
  await page.getByLabel('Why does it stand all the same?').fill('The renewal is on its way.');
  await inspect(page, 'a place that is changed by hand');
  await page.getByRole('button', { name: 'Save the place' }).click();
  await expect(page.getByText('Stands because: The renewal is on its way.').first()).toBeVisible();

  // Published, once it was seen what volunteers will then see.
  await page.getByRole('link', { name: /^Rota, / }).click();
  await page.getByRole('button', { name: 'Publish the drafts' }).click();
  await expect(page.getByRole('row', { name: /Northgate .*Cy Cole/ })).toBeVisible();
  await inspect(page, 'what will be published');
  await page.getByRole('button', { name: /^Publish these \d+ places$/ }).click();
  await expect(table).toBeVisible();
  await expect(table.getByText('Draft')).toHaveCount(0);

  // On paper: weeks and names alone.
  await page.getByRole('button', { name: 'Print or save' }).click();
  const paper = page.getByRole('article', { name: /^Rota, / });
  await expect(paper.getByRole('cell', { name: /Cy Cole/ })).toBeVisible();
  await inspect(page, 'the rota on paper');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(paper).toBeVisible();
  await page.emulateMedia({ media: 'screen' });

  // The report of this week's own place is begun from Home, with all that is known of it.
  await goTo(page, 'Home');
  await page.getByRole('button', { name: /^Write the report/ }).click();
  await expect(heading(page, 'Visit report')).toBeVisible();
  await expect(page.getByText('Northgate').first()).toBeVisible();
  await expect(page.getByText(/week of/i)).toHaveCount(0);
});
