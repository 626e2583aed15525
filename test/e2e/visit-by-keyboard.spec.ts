import { expect, test } from './office.ts';
import { passphrase } from './pages/first-run.ts';
import { heading, saved } from './pages/frame.ts';
import { keyboard } from './pages/keyboard.ts';
import { daysAgo, months, parts, statement } from './pages/report.ts';
import { figure, workOut } from './pages/return.ts';

test.use({ start: 'none' });

const date = daysAgo(5);
const name = `Worcester, ${months.format(new Date(date))}`;

test('A visit, by keyboard alone: at every press one sees where one is', async ({ page }) => {
  test.setTimeout(180_000);
  const { to, type, press, choose, select, tick, date: typeDate, follow, command } = keyboard(page);

  await test.step('the first run', async () => {
    await expect(heading(page, 'Welcome to ICV Desk')).toBeVisible();
    await page.keyboard.press('Tab');
    await choose('How large should text be?', 'Standard');
    await follow('Continue', /Who are you/);
    await choose('How do you begin?', 'I set up a new office on this computer');
    await type('Your name', 'Jo Coordinator');
    await type('Your office', 'Office of the Commissioner');
    await follow('Continue', /How you unlock/);
    await type('Passphrase', passphrase);
    await type('The same passphrase again', passphrase);
    await follow('Continue', /Practice or real/);
    await choose('What is this store for?', 'Real work in West Mercia');
    await follow('Set up ICV Desk', /ICV Desk is ready/);
    await tick('I have written it down or printed it');
    await follow('Open ICV Desk', 'Home');
  });

  await test.step('the second visitor', async () => {
    await command('go to people', 'People');
    await follow('Add a person', 'Add a person');
    await type('Name', 'Sam Visitor');
    await tick('Visitor');
    await select('Volunteer', 'Accredited');
    await follow('Save the person', 'Sam Visitor');
  });

  await test.step('the visit', async () => {
    await command('start a visit', 'Visit report');
    await follow('The visit', 'The visit');
    await select('Which suite did you visit?', 'Worcester');
    await typeDate('Date of the visit', parts(date));
    await choose('What came of it?', 'The visit was completed');
    await choose('How was the visit made?', 'In person');
    await select('Second visitor', 'Sam');
    await follow('Continue', 'Arrival and admission');
  });

  await test.step('times as people write them', async () => {
    await type('Arrived at the station', '1430');
    await type('Admitted to custody', '2.34pm');
    await expect(page.getByText('You waited 4 minutes to be admitted.')).toBeVisible();
    await type('Left', '16.05');
    await expect(page.getByText('You were there for 95 minutes in all.')).toBeVisible();
    await choose('How were you introduced to detainees?', 'Some of each');
    await follow('Continue', 'Who was in custody');
  });

  await test.step('the counts', async () => {
    await type('In custody', '9');
    await type('Not available to be seen', '2');
    await type('Available, but not offered a conversation', '0');
    await type('Offered a conversation', '6');
    await type('Accepted', '4');
    await expect(page.getByText('1 of 9 people held are not accounted for.')).toBeVisible();
    await follow('Continue', 'Women, children and others');
    await type('Adult men, In custody', '8');
    await type('Boys under 18, In custody', '1');
    await follow('Back to the list of sections', 'Visit report');
  });

  await test.step('nothing wrong with the facilities', async () => {
    await follow('Facilities', 'Facilities');
    await choose('Facilities: Anything to report?', 'No concerns here');
    await follow('Back to the list of sections', 'Visit report');
  });

  await test.step('what was seen', async () => {
    await follow('Before you leave', 'Before you leave');
    await type('General comments', 'Quiet. The yard is being mended.');
    await choose('Is there anything to praise the staff for?', 'Yes');
    await type('What for?', 'Fresh fruit.');
    await choose('Did anything suggest ill-treatment?', 'No');
    await follow('Continue', 'Visit report');
    await saved(page);
  });

  await test.step('the final check leads to the question and back', async () => {
    await follow('Check and finish', 'Check and finish');
    await to('1 of 9 people held are not accounted for');
    await page.keyboard.press('Enter');
    const held = page.getByLabel('In custody', { exact: true });
    await expect(held).toBeFocused();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('8');
    await expect(page.getByText('Everyone in custody is accounted for.')).toBeVisible();
    await follow('Continue', 'Women, children and others');
    await type('Adult men, In custody', '7');
    await page.keyboard.press('Enter');
    await expect(heading(page, 'Detainees')).toBeFocused();
    await follow('Back to the list of sections', 'Visit report');
    await follow('Check and finish', 'Check and finish');
    await expect(page.getByText('Nothing stands out.')).toBeVisible();
  });

  await test.step('it is made ready', async () => {
    await tick(statement);
    await to('Make ready');
    await press('Enter');
    await press('Escape');
    expect(await press('Enter')).toBe('Yes, make it ready');
    await page.keyboard.press('Enter');
    await expect(heading(page, 'The office has received your report')).toBeFocused();
    await follow('Read or print the report', name);
  });

  await test.step('it is found in the list, and its figure in the return', async () => {
    await command('go to visits', 'Visits');
    await expect(page.getByRole('row', { name: /Worcester/ })).toContainText('With the office');
    await command('go to returns', 'Returns');
    await follow('Independent custody visiting: work out any period', /\d{4}/);
    await expect(page.getByRole('heading', { name: 'All measures' })).toBeVisible();
    await choose('Period', 'A month or any other dates');
    await type('Month or dates', date.slice(0, 7));
    await follow('Show the return', /\d{4}/);
    await expect(figure(page, 'Detainees held').value).toHaveText('8');
  });

  await test.step('it is corrected, with a reason', async () => {
    await command('go to visits', 'Visits');
    const row = page.getByRole('row', { name: /Worcester/ }).getByRole('link');
    await follow((await row.innerText()).replace(/\s+/g, ' ').trim(), name);
    await follow('Correct this report', 'Correct this report');
    await follow('Who was in custody', 'Who was in custody');
    await type('Accepted', '5');
    await saved(page);
    await follow('Back to the list of sections', 'Correct this report');
    await follow('Look at the changes', 'What this correction changes');
    await type('Why is this corrected?', 'One more spoke to us.');
    await follow('Make this correction', name);
    await expect(page.getByText(/Jo Coordinator, .*: One more spoke to us\./)).toBeVisible();
  });

  await test.step('the lock', async () => {
    await page.keyboard.press('Control+l');
    await expect(heading(page, 'Unlock ICV Desk')).toBeVisible();
    await type('Passphrase', passphrase);
    await page.keyboard.press('Enter');
    await expect(heading(page, name)).toBeVisible();
  });
});

test.describe('Backwards through a long page', () => {
  test.use({ start: 'example' });

  test('focus is never behind the strip that stays in view', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await workOut(page);
    await expect(page.getByRole('heading', { name: 'Tables' })).toBeVisible();
    // The charts of the suites come after the rest, and make the page longer where nobody has got to yet.
    await expect(page.getByText('Working out the figures')).toHaveCount(0);
    await page.locator('summary').last().focus();
    const { press } = keyboard(page);
    // How many places there are depends on what the checks of this quarter found.
    for (let presses = 0; (await press('Shift+Tab')) !== 'Show the return'; presses++) {
      expect(presses, 'presses back to the top of the page').toBeLessThan(100);
    }
  });
});
