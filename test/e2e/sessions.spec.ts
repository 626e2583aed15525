import { expect, test } from './office.ts';
import { heading, openPlace } from './pages/frame.ts';
import { inspect, stands } from './pages/screens.ts';

test.use({ start: 'example' });

test('a meeting from its agenda to its minutes on paper, attendance taken by keyboard', async ({
  page,
  office,
}) => {
  test.setTimeout(300_000);
  await openPlace(page, '/sessions');
  await stands(page);
  await inspect(page, 'training and meetings');
  await page.getByRole('button', { name: 'Add training or a meeting' }).click();
  await page.getByLabel('Panel meeting').check();
  await page.getByLabel('Title').fill('Spring meeting');
  await page.getByLabel('Day').fill('4/5/2024');
  await page.getByLabel('Begins at').fill('6.30pm');
  await page.getByLabel('Panel', { exact: true }).selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(heading(page, /Spring meeting$/)).toBeVisible();
  const id = page.url().split('/').at(-1) ?? '';

  await page.getByRole('button', { name: 'Change the agenda' }).click();
  for (const [i, title] of ['Any other business', 'Blankets'].entries()) {
    await page.getByRole('button', { name: 'Add an item' }).press('Enter');
    await page
      .getByRole('group', { name: `Item ${i + 1}` })
      .getByLabel('What it is called')
      .fill(title);
  }
  await page.getByRole('button', { name: 'Move up “Blankets”' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Move down “Blankets”' })).toBeFocused();
  await inspect(page, 'the agenda of a meeting');
  await page.getByRole('button', { name: 'Save the agenda' }).click();

  const paper = { name: 'Blankets.txt', mimeType: 'text/plain', buffer: Buffer.from('How many there are.') };
  await page.getByLabel('Attach a file').setInputFiles(paper);
  await expect(page.getByText(/^Blankets\.txt \(1 kB\)/)).toBeVisible();
  await page.getByRole('button', { name: /^Invite all/ }).click();
  await page.locator('.desk-attendance input').first().focus();
  await expect(page.locator('.desk-attendance input').first()).toBeFocused();
  await page.keyboard.press('p');
  await page.keyboard.press('s');
  await expect(page.getByText(/ invited, 1 present\./)).toBeVisible();

  await page.getByRole('button', { name: 'Write the minutes' }).click();
  await page.getByLabel('1. Blankets').fill('There are too few.');
  await page.getByRole('button', { name: 'Save the minutes' }).click();
  await page.getByRole('button', { name: 'Add an action' }).click();
  await page.getByLabel('What is to be done').fill('Ask for twenty more.');
  await page.getByLabel('Who owes it').selectOption({ index: 1 });
  await page.getByLabel('By', { exact: true }).fill('1/6/2024');
  await inspect(page, 'an action of a meeting');
  await page.getByRole('button', { name: 'Save the action' }).click();
  await expect(page.getByRole('link', { name: 'Ask for twenty more.' })).toBeVisible();
  await inspect(page, 'a meeting');

  await page.getByRole('button', { name: 'Agenda and minutes on paper' }).click();
  await page.getByRole('button', { name: 'Minutes' }).click();
  const minutes = page.getByRole('article', { name: 'Spring meeting: minutes' });
  await expect(minutes).toContainText('There are too few.');
  await inspect(page, 'the minutes on paper');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button')).toHaveCount(0);
  for (const said of ['Present:', 'Apologies:', '1. Blankets', 'Ask for twenty more.', 'Blankets.txt'])
    await expect(minutes).toContainText(said);
  const { session } = await office.ask('sessions.get', { id });
  expect(
    session.attendance
      .map(({ was }) => was)
      .filter(Boolean)
      .sort(),
  ).toEqual(['apologies', 'present']);
  expect(session.agenda.map(({ title }) => title)).toEqual(['Blankets', 'Any other business']);
});
