import { expect, test } from './office.ts';
import { goTo, heading } from './pages/frame.ts';
import { downloaded } from './pages/imports.ts';
import { inspect, stands } from './pages/screens.ts';

test.use({ start: 'example' });

test('a coordinator looks at what the scheme is assessed by, gives evidence, and takes the pack; what was not seen stays on the screen', async ({
  page,
  office,
}) => {
  test.setTimeout(180_000);
  await office.ask('quality.begin', {});

  await test.step('the place from which the scheme is run', async () => {
    await goTo(page, 'Scheme');
    await expect(heading(page, 'Scheme')).toBeVisible();
    await inspect(page, 'the scheme');
  });

  await test.step('criteria, one of them with evidence', async () => {
    await goTo(page, 'Scheme', 'Quality evidence');
    await expect(page.getByRole('table', { name: /^Code compliant/ })).toBeVisible();
    await inspect(page, 'the criteria');
    await page.getByRole('link', { name: /^The membership is independent/ }).click();
    await expect(heading(page, /Criterion 1\.8$/)).toBeVisible();
    await page.getByText('Add evidence').click();
    await page.getByLabel('What shows it').fill('Everybody declares their interests.');
    await page.getByLabel('Of which day').fill('3/11/2025');
    await page.getByLabel('A return', { exact: true }).check();
    await page.getByLabel('Of which period').fill('2025-26');
    await inspect(page, 'a criterion');
    await page.getByRole('button', { name: 'Add the evidence' }).click();
    await expect(page.getByRole('link', { name: 'The return of 2025-26' })).toBeVisible();
  });

  await test.step('the pack, its figures and its file', async () => {
    await page.getByRole('link', { name: 'Quality evidence', exact: true }).click();
    await page.getByRole('button', { name: 'Evidence pack' }).click();
    await expect(page.getByRole('heading', { name: 'What the records prove' })).toBeVisible();
    await page.getByLabel('Year or quarter').selectOption('2025-26');
    await expect(page.getByText('Everybody declares their interests.')).toBeVisible();
    await inspect(page, 'the evidence pack');
    const { name, text } = await downloaded(page, () =>
      page.getByRole('button', { name: 'Save as a web page' }).click(),
    );
    expect(name).toBe('Quality evidence 2025-26.html');
    const { facts } = await office.ask('quality.pack', { period: '2025-26' });
    for (const { sentence } of facts) expect(text).toContain(sentence);
    expect(text).toContain('Invented data');
    await page.getByRole('link', { name: /records behind Later$/ }).click();
    await expect(heading(page, /submitted on the day of the visit: Later$/)).toBeVisible();
    await inspect(page, 'records behind a figure of the pack');
    await page.getByRole('table').getByRole('link').first().click();
    await expect(heading(page, /./)).toContainText(/V2\d{3}/);
  });

  await test.step('what was not seen', async () => {
    await goTo(page, 'Scheme', 'What we have not seen');
    const sentence = page.getByText(/: no visit between 22:00 and 06:00 for \d+ weeks\.$/).first();
    await expect(sentence).toBeVisible();
    await inspect(page, 'what was not seen');
    await page.emulateMedia({ media: 'print' });
    await expect(sentence).toBeHidden();
    await page.emulateMedia({ media: 'screen' });
    await page
      .getByRole('link', { name: /^The \d+ other visits since$/ })
      .first()
      .click();
    await expect(heading(page, 'Visits')).toBeVisible();
    await stands(page);
    await expect(page.getByRole('table').getByRole('row').nth(1)).toBeVisible();
  });
});
