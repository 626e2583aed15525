import { expect, test } from '@playwright/test';
import { start } from '../scenario/desk-process.ts';

test('npm start -- --example lands in the example, by a link that works once', async ({ browser }) => {
  const starting = start(['--example'], { ICV_PASSPHRASE: '' }, 'desk/start.ts');
  const link = await starting.line();

  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(link);
  await expect(page).toHaveURL(/^http:\/\/127\.0\.0\.1:\d+\/(#.*)?$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('invented', { exact: false }).first()).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(complaints).toEqual([]);

  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(link);
  await expect(stranger.getByRole('heading')).toHaveText('This link has been used');

  starting.child.kill('SIGINT');
  expect((await starting.ended).code).toBe(0);
});
