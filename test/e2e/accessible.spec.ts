import { freshId } from '#test/office.ts';
import { atRest } from '#test/unit/renderer/joined.ts';
import { expect, test } from './office.ts';
import { firstRun } from './pages/first-run.ts';
import { goTo, heading, lock, openPlace, unlock } from './pages/frame.ts';
import { importing, visitRow, visitsFile } from './pages/imports.ts';
import { answering, onALaptopThatJoined } from './pages/joined.ts';
import { inspect, stands } from './pages/screens.ts';

test.describe('Every screen can be used by everybody', () => {
  test.describe('of the first run', () => {
    test.use({ start: 'none' });
    test('also with its errors shown, and the lock', async ({ page }) => {
      const screens = firstRun(page);
      await inspect(page, 'text size');
      await screens.textSize();
      await inspect(page, 'who you are');
      await page.getByRole('button', { name: 'Continue' }).click();
      await inspect(page, 'who you are, nothing chosen');
      await screens.invited({ hub: 'https://127.0.0.1:9', code: 'ABCD-EFGH' });
      await screens.unlock();
      await inspect(page, 'joining');
      await page.getByRole('button', { name: 'Join the office' }).click();
      await expect(page.getByRole('alert')).toBeVisible();
      await inspect(page, 'joining, no office there');
      await page
        .getByRole('link', { name: 'Back' })
        .or(page.getByRole('button', { name: 'Back' }))
        .click();
      await page
        .getByRole('link', { name: 'Back' })
        .or(page.getByRole('button', { name: 'Back' }))
        .click();
      await screens.who('', '');
      await inspect(page, 'who you are, errors');
      await screens.who();
      await inspect(page, 'passphrase');
      await screens.unlock('four unrelated words', 'mistyped');
      await inspect(page, 'passphrase, errors');
      await screens.unlock();
      await inspect(page, 'start');
      await screens.start(/an empty office/);
      await inspect(page, 'recovery code');
      await screens.done();
      await inspect(page, 'home of an empty office');
      await lock(page);
      await inspect(page, 'lock');
      await unlock(page, 'wrong and long enough');
      await expect(page.locator('#secret-error')).toBeVisible();
      await inspect(page, 'lock, wrong passphrase');
    });
  });

  test.describe('of the office', () => {
    test.use({ start: 'example' });

    test('that is read', async ({ page, office }) => {
      test.setTimeout(240_000);
      const [suite] = await office.ask('suites.list', {});
      const [person] = await office.ask('people.list', {});
      const { rows } = await office.ask('visits.list', { filter: { show: 'received' }, limit: 1 });
      const { latest } = await office.ask('returns.periods', {});
      const places = [
        '/',
        '/visits',
        `/visits/${rows[0]?.id}`,
        `/visits/${rows[0]?.id}/receipt`,
        '/suites',
        `/suites/${suite?.id}`,
        '/suites/new',
        '/panels',
        '/throughput',
        '/people',
        `/people/${person?.id}`,
        '/people/new',
        `/returns/${latest}?by=suite`,
        `/returns/${latest}/records/visits.completed`,
        `/search?text=${suite?.name.slice(0, 4)}`,
        '/settings',
        '/visits/out',
        '/people/devices',
        '/sync',
        '/about',
        '/accessibility',
        '/no/such/page',
      ];
      for (const place of places) {
        await openPlace(page, place);
        await stands(page);
        await inspect(page, place);
      }
    });

    test('with attached files', async ({ page, office }) => {
      test.setTimeout(240_000);
      const { rows } = await office.ask('visits.list', { filter: { show: 'received' }, limit: 1 });
      const id = rows[0]?.id ?? '';
      const bytes = Buffer.from('What the paper sheet says').toString('base64');
      const files = {
        type: 'visit',
        id,
        file: freshId(),
        name: 'sheet.txt',
        bytes,
        reason: 'The sheet came later.',
      } as const;
      await office.ask('files.add', files);
      await openPlace(page, `/visits/${id}`);
      await expect(page.getByRole('button', { name: 'Open sheet.txt' })).toBeVisible();
      await inspect(page, 'a report with files');
      await openPlace(page, `/visits/${id}/correct`);
      await stands(page);
      await page.getByRole('button', { name: 'Attach this file' }).click();
      await expect(page.getByRole('alert')).toBeVisible();
      await inspect(page, 'attaching a file to what the office has, with its errors');
    });

    test('that has joined a hub', async ({ page, office }) => {
      test.setTimeout(240_000);
      const { rows } = await office.ask('visits.list', { filter: { show: 'received' }, limit: 1 });
      const report = rows[0]?.id ?? '';
      await answering(page, onALaptopThatJoined(report));
      for (const place of ['/', `/visits/${report}`, '/visits/out']) {
        await openPlace(page, place);
        await stands(page);
        await inspect(page, `${place.replace(report, 'report')}, joined`);
      }
      await openPlace(page, '/sync');
      await page.getByRole('button', { name: 'Try now' }).click();
      await page.getByText('What was sent and received lately').click();
      await expect(page.getByText(/does not answer/).first()).toBeVisible();
      await inspect(page, 'what waits to be sent');
      await page.getByRole('button', { name: 'Let them go' }).click();
      await inspect(page, 'question before a large removal');
      await page.keyboard.press('Escape');

      await openPlace(page, '/sync/connection');
      await page.getByRole('button', { name: 'Test the connection' }).click();
      await expect(page.getByText('The office’s clock')).toBeVisible();
      await inspect(page, 'test of the connection');

      await openPlace(page, '/sync/conflicts');
      await page.getByRole('button', { name: /^Settle this question/ }).click();
      await expect(page.getByRole('alert')).toBeVisible();
      await page.getByLabel('Another text that uses both').check();
      await inspect(page, 'different answers, errors');

      await openPlace(page, '/sync/rescue');
      await page.getByRole('button', { name: 'Make a rescue file' }).click();
      await expect(page.getByRole('alert')).toBeVisible();
      await inspect(page, 'rescue file, errors');

      await openPlace(page, '/people/devices');
      await page.getByText('Invite somebody').click();
      await page.getByLabel('A new person').check();
      await page.getByRole('button', { name: 'Make the invitation' }).click();
      await inspect(page, 'people and devices, errors');
      await page.getByLabel('Name', { exact: true }).fill('Jo New');
      await page.getByRole('button', { name: 'Make the invitation' }).click();
      await page.getByRole('button', { name: 'Unlock by telephone' }).click();
      await inspect(page, 'question before the unlock code');
      await page.getByRole('button', { name: 'Yes, show the code' }).click();
      await expect(page.getByRole('alert', { name: 'Unlock code' })).toBeVisible();
      await inspect(page, 'unlock code and invitation');
      await page.getByRole('button', { name: /^Revoke/ }).click();
      await inspect(page, 'question before revoking');
    });

    test('that has ended a laptop', async ({ page }) => {
      await answering(page, { 'sync.status': { ...atRest, mode: 'revoked' } });
      await page.reload();
      await expect(heading(page, 'The office has ended the use of this laptop')).toBeVisible();
      await inspect(page, 'an ended laptop');
    });

    test('that is printed', async ({ page, office }) => {
      test.setTimeout(240_000);
      const { rows } = await office.ask('visits.list', { filter: { show: 'received' }, limit: 1 });
      const report = `/visits/${rows[0]?.id}`;
      const places = [`${report}/custody`, `${report}/actions`, '/forms/newest/sheet', '/forms/newest/blank'];
      for (const place of places) {
        await openPlace(page, place);
        await stands(page);
        await inspect(page, place);
      }
    });

    test('of its form', async ({ page }) => {
      test.setTimeout(240_000);
      const section = '/forms/edit/sections/care';
      for (const place of [
        '/forms',
        '/forms/edit',
        section,
        `${section}/offeredUnasked`,
        '/forms/edit/sections/rights/rightsUnderstood',
        '/forms/edit/preview/care',
      ]) {
        await openPlace(page, place);
        await stands(page);
        await inspect(page, place);
      }
      await openPlace(page, section);
      await page.getByRole('button', { name: 'Add a question' }).click();
      await page.getByLabel('Only if …').check();
      await page.getByLabel('The answer to').selectOption('Sex or gender');
      await page.getByLabel('Raises a concern').check();
      await page.getByRole('button', { name: 'Continue' }).click();
      await expect(page.getByRole('alert')).toBeVisible();
      await inspect(page, 'a new question of the form, errors');
      await openPlace(page, '/forms/edit/changes');
      await stands(page);
      await inspect(page, 'what changes in the form');
    });

    test('that imports', async ({ page }) => {
      const file = importing(page);
      await goTo(page, 'Settings', 'Import');
      await page.getByRole('button', { name: 'Read the file' }).click();
      await inspect(page, 'import, errors');
      await file.choose('Visits', visitsFile([visitRow(1, { suite: 'Atlantis' })]));
      await expect(heading(page, 'Check what would be imported')).toBeVisible();
      await inspect(page, 'import, problems');
    });
  });
});
