import { expect, test } from '@playwright/test';
import { newFolder, removeFolder } from '#test/office.ts';
import { start } from '#test/scenario/desk-process.ts';
import { passphrase, setUp } from './pages/first-run.ts';
import { heading, saved } from './pages/frame.ts';
import { report, startReport } from './pages/report.ts';

test('The application killed while somebody types: what was called saved is there, what was not can still be read', async ({
  page,
}) => {
  const folder = newFolder();
  const serve = (port: string) =>
    start(['serve', '--data', folder, '--no-open', '--port', port], { ICV_PASSPHRASE: passphrase });
  const first = serve('0');
  const link = await first.line();
  try {
    await page.goto(link);
    await setUp(page, /West Mercia/);
    await startReport(page);
    await report(page).section('Before you leave');
    const comments = report(page).field('General comments');
    await comments.fill('Saved before.');
    await saved(page);

    first.child.kill('SIGKILL');
    await first.ended;
    await comments.fill('Saved before. Typed after.');
    await expect(page.locator('[data-saved=no]')).toContainText('Not saved yet');
    await expect(page.getByRole('alert').first()).toBeVisible();
    await expect(comments).toHaveValue('Saved before. Typed after.');

    const again = serve(new URL(link).port);
    const fresh = await again.line();
    await expect(heading(page, 'Go back to the terminal and open the link again')).toBeVisible();
    await expect(page.getByText('Saved before. Typed after.')).toBeVisible();
    const window = await page.context().newPage();
    await window.goto(fresh);
    await window.getByRole('region', { name: 'Unfinished' }).getByRole('link').click();
    await report(window).section('Before you leave');
    await expect(report(window).field('General comments')).toHaveValue('Saved before.');
    again.child.kill('SIGTERM');
    await again.ended;
  } finally {
    first.child.kill('SIGKILL');
    removeFolder(folder);
  }
});
