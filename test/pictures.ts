import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { serveDesk } from '#desk/http.ts';
import { rendererFolder, sources } from '#desk/machine.ts';
import { findChromium } from './e2e/chromium.ts';
import { newOffice, type Office } from './office.ts';
import { conflictingOffice } from './pictures-conflict.ts';
import { scriptOptions } from './script-options.ts';

scriptOptions(
  'pictures',
  'Make the pictures of README.md from the running example, in the same browser as the tests',
);

const folder = fileURLToPath(new URL('../docs/pictures', import.meta.url));

/** The example's report of three detainees, half filled in, and the one of them who is begun. */
const halfDone = async (office: Office): Promise<{ id: string; detainee: string }> => {
  const { rows } = await office.ask('visits.list', { filter: { show: 'unfinished' }, limit: 10 });
  for (const { id } of rows) {
    const [, begun] = (await office.ask('visits.get', { id })).visit.detainees ?? [];
    if (begun) return { id, detainee: begun.id };
  }
  throw new Error('no report of the example is half filled in');
};

const office = await newOffice('example');
const served = await serveDesk(office.desk, { rendererFolder, sources });
const browser = await chromium.launch(await findChromium());
try {
  mkdirSync(folder, { recursive: true });
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  await page.goto(served.link());
  const { id, detainee } = await halfDone(office);
  const { latest } = await office.ask('returns.periods', {});

  const save = (name: string) => ({
    path: join(folder, `${name}.png`),
    animations: 'disabled' as const,
    caret: 'hide' as const,
  });
  /** Goes to a place and waits for what stands there. */
  const open = async (place: string, shown: string) => {
    await page.goto(`${served.url}#${place}`);
    await page.getByText(shown, { exact: true }).first().waitFor();
    // Nothing has focus, so that the same page always makes the same picture.
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  };
  /** @param from the heading that stands at the top of the picture, where that is not the top of the page */
  const picture = async (name: string, place: string, shown: string, from?: string) => {
    await open(place, shown);
    const heading = page.getByRole('heading', { name: from ?? '', exact: true });
    if (from) await heading.evaluate((element) => element.scrollIntoView());
    await page.screenshot(save(name));
    console.log(`docs/pictures/${name}.png`);
  };

  await picture('home', '/', 'Due a visit');
  await picture('detainees', `/visits/${id}/edit/detainees`, 'Add another detainee');
  await picture('detainee', `/visits/${id}/edit/detainees/${detainee}`, 'Save and add another', 'Rights');
  await picture('check', `/visits/${id}/check`, 'Are you sure?');
  await picture('board', '/board', 'By suite');
  await picture('rota', '/rota', 'By week and suite', 'By week and suite');
  await picture('form', '/forms/edit/sections/care', 'Questions');
  await picture('return', `/returns/${latest}`, 'Attempted', 'Main figures');
  await picture('returns', '/returns', 'Work out any period');
  await picture('charts', `/returns/${latest}`, 'Attempted', 'Charts');
  await picture('prepare', `/returns/of/custody-quarter/${latest}`, 'Main figures');
  const [review] = (await office.ask('reviews.list', {})).rows;
  if (review) await picture('review', `/reviews/${review.id}`, 'What happened');
  const [owed] = (await office.ask('cases.list', { filter: { show: 'late' } })).rows;
  if (owed) await picture('case', `/cases/${owed.id}`, 'What happened');

  await open('/forms/newest/sheet', 'The whole form as a blank');
  await page.emulateMedia({ media: 'print' });
  const paper = page.getByRole('region', { name: 'Page 1 of 2' });
  // The margin that the printer leaves.
  await paper.evaluate((element) => {
    element.style.padding = '24px';
  });
  await paper.screenshot(save('sheet'));
  console.log('docs/pictures/sheet.png');

  const conflicting = await conflictingOffice();
  const settling = await serveDesk(conflicting.desk, { rendererFolder, sources });
  await page.emulateMedia({ media: 'screen' });
  await page.goto(settling.link());
  await page.goto(`${settling.url}#/sync/conflicts`);
  await page.getByRole('heading', { name: 'Different answers to one question' }).waitFor();
  await page.getByRole('radio').first().waitFor();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.screenshot(save('conflict'));
  console.log('docs/pictures/conflict.png');
  await settling.close();
  await conflicting.end();
} finally {
  await browser.close();
  await served.close();
  await office.end();
}
