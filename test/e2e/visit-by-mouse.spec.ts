import { expect, test } from './office.ts';
import { setUp } from './pages/first-run.ts';
import { goTo, heading, openPlace, saved } from './pages/frame.ts';
import { daysAgo, months, report, reportId, startReport } from './pages/report.ts';
import { figure } from './pages/return.ts';

test.use({ start: 'none' });

const date = daysAgo(3);
const name = `Hereford, ${months.format(new Date(date))}`;

test('A visit, by mouse: from an empty folder to a received report, its return and its correction', async ({
  page,
}) => {
  await setUp(page, /West Mercia/);
  const form = report(page);

  await test.step('the second visitor is added as a person', async () => {
    await goTo(page, 'Scheme', 'People');
    await page.getByRole('button', { name: 'Add a person' }).click();
    // The list has a field called Name too.
    await expect(heading(page, 'Add a person')).toBeVisible();
    await page.getByLabel('Name', { exact: true }).fill('Sam Visitor');
    await page.getByLabel('Visitor', { exact: true }).check();
    await page.getByLabel('Volunteer', { exact: true }).selectOption('Accredited');
    await page.getByRole('button', { name: 'Save the person' }).click();
    await expect(heading(page, 'Sam Visitor')).toBeVisible();
  });

  await test.step('the visit', async () => {
    await goTo(page, 'Home');
    await startReport(page);
    await form.section('The visit');
    await form.field('Which suite did you visit?').selectOption('Hereford');
    await form.date('Date of the visit', date);
    await form.choose('What came of it?', 'The visit was completed');
    await form.choose('How was the visit made?', 'In person');
    await form.choose('Purpose', 'Routine');
    await form.field('Second visitor').selectOption('Sam Visitor');
    await expect(form.field('First visitor').locator('option:checked')).toHaveText('Jo Coordinator');
    await form.continue();
  });

  await test.step('times past midnight, and a wait that is asked about', async () => {
    await expect(heading(page, 'Arrival and admission')).toBeVisible();
    await form.field('Arrived at the station').fill('2350');
    await expect(form.field('Why were you kept waiting?')).toHaveCount(0);
    await form.field('Admitted to custody').fill('12.15am');
    await expect(page.getByText('You waited 25 minutes to be admitted.')).toBeVisible();
    await form.field('Left').fill('1:30');
    await expect(page.getByText('You were there for 100 minutes in all.')).toBeVisible();
    await form.field('Why were you kept waiting?').fill('A violent detainee was being booked in.');
    await form.field('Custody sergeant').fill('Sergeant 1234');
    await form.choose('How were you introduced to detainees?', 'Staff introduced us');
    await form.choose('How busy was the suite?', 'Busy');
    await form.continue();
  });

  await test.step('a ladder that leaves somebody unexplained', async () => {
    await expect(heading(page, 'Who was in custody')).toBeVisible();
    await form.field('In custody').fill('12');
    await form.field('Not available to be seen').fill('3');
    await form.field('Available, but not offered a conversation').fill('1');
    await form.field('Offered a conversation').fill('7');
    await form.field('Accepted').fill('5');
    await expect(page.getByText('2 worked out')).toBeVisible();
    await expect(page.getByText('1 of 12 people held are not accounted for.')).toBeVisible();
    await form.continue();
  });

  await test.step('women and children counted apart', async () => {
    await expect(heading(page, 'Women, children and others')).toBeVisible();
    await form.field('Adult women, In custody').fill('2');
    await form.field('Adult women, Offered a conversation').fill('2');
    await form.field('Girls under 18, In custody').fill('1');
    await expect(page.getByText('Adult women: Everyone in custody is accounted for.')).toBeVisible();
    await form.tasks();
  });

  await test.step('nothing wrong with the facilities', async () => {
    await form.section('Facilities');
    await form.choose('Facilities: Anything to report?', 'No concerns here');
    await form.tasks();
  });

  await test.step('comments and praise', async () => {
    await form.section('Before you leave');
    await form.field('General comments').fill('The blankets were thin.\nThe food was warm.');
    await form.choose('Is there anything to praise the staff for?', 'Yes');
    await form.field('What for?').fill('Patience with a child.');
    await form.choose('Did anything suggest ill-treatment?', 'Not asked');
    await form.field('Volunteer time in minutes').fill('240');
    await form.continue();
    await expect(heading(page, 'Visit report')).toBeVisible();
    await saved(page);
  });

  await test.step('the final check keeps doubts apart from what must be fixed, and leads to the question', async () => {
    await form.section('The visit');
    await page.getByRole('button', { name: /^Clear this answer.*How was the visit made\?$/ }).click();
    await form.tasks();
    await form.check();
    const must = form.problems('Must fix');
    await expect(must.getByRole('link')).toHaveText(['Answer: How was the visit made?']);
    await expect(form.problems('Are you sure?').getByRole('link')).toHaveText([
      'You waited 25 minutes and nobody is named who authorised it',
      '1 of 12 people held are not accounted for',
    ]);
    await expect(page.getByRole('button', { name: 'Make ready' })).toHaveCount(0);
    await form.problems('Are you sure?').getByRole('link').first().click();
    await expect(form.field('Who authorised the delay?')).toBeFocused();
    await page.keyboard.type('Inspector 77');
    await form.tasks();
    await form.check();
    await must.getByRole('link').click();
    await expect(page.getByRole('radio', { name: 'In person' })).toBeFocused();
    await form.choose('How was the visit made?', 'In person');
    await form.tasks();
    await form.check();
    await expect(must).toHaveCount(0);
  });

  const id = reportId(page);
  await test.step('it is made ready and receipted', async () => {
    await form.send(name);
    await expect(page.locator('#main')).toContainText(/\d{4}/);
  });

  await test.step('the list has it', async () => {
    await goTo(page, 'Visits');
    await expect(page.locator('.desk-count')).toHaveText('1 report');
    const row = page.getByRole('row', { name: /Hereford/ });
    for (const text of ['Jo Coordinator', 'Sam Visitor', 'Completed', 'With the office'])
      await expect(row).toContainText(text);
  });

  const period = `${date.slice(0, 7)}`;
  await test.step('the return of its month has it, down to the visit', async () => {
    await openPlace(page, `/returns/${period}`);
    await expect(figure(page, 'Visits completed').value).toHaveText('1');
    await expect(figure(page, 'Detainees held').value).toHaveText('12');
    await expect(figure(page, 'Detainees held').row).toContainText('12');
    await figure(page, 'Detainees held').openRecords();
    await expect(
      page
        .getByRole('row', { name: /Hereford/ })
        .getByRole('cell')
        .last(),
    ).toHaveText('12');
    await page.getByRole('link', { name: /Hereford/ }).click();
    await expect(heading(page, name)).toBeVisible();
    await expect(page.getByText('The blankets were thin.')).toBeVisible();
  });

  await test.step('it is corrected with a reason', async () => {
    await page.getByRole('button', { name: 'Correct this report' }).click();
    await form.section('Who was in custody');
    await form.field('In custody').fill('11');
    await saved(page);
    await form.tasks();
    await expect(page.getByRole('listitem').filter({ hasText: 'Who was in custody' })).toContainText(
      '1 answer changed',
    );
    await page.getByRole('button', { name: 'Look at the changes' }).click();
    const was = page.getByRole('row', { name: /Everyone in custody, In custody/ });
    await expect(was.getByRole('cell')).toHaveText(['12', '11']);
    await page.getByRole('button', { name: 'Make this correction' }).click();
    await expect(page.getByRole('alert')).toContainText(/why|reason/i);
    await page.getByLabel('Why is this corrected?').fill('One person was counted twice.');
    await page.getByRole('button', { name: 'Make this correction' }).click();
    await expect(heading(page, name)).toBeVisible();
  });

  await test.step('the visit says what was and what is, and its history who and when', async () => {
    await expect(page.getByText(/Jo Coordinator, .*: One person was counted twice\./)).toBeVisible();
    const row = page.getByRole('row', { name: /Everyone in custody, In custody/ }).first();
    await expect(row.getByRole('cell')).toHaveText(['12', '11']);
    const history = page.getByRole('region', { name: 'History' }).getByRole('listitem');
    await expect(history.first()).toContainText(/correct/i);
    await expect(history.first()).toContainText('Jo Coordinator');
    expect(await history.count()).toBeGreaterThan(1);
  });

  await test.step('and the return has moved', async () => {
    await openPlace(page, `/returns/${period}`);
    await expect(figure(page, 'Detainees held').value).toHaveText('11');
  });
  expect(id).not.toBe('');
});
