import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { serveDesk } from '#desk/http.ts';
import { rendererFolder, sources } from '#desk/machine.ts';
import { findChromium } from './e2e/chromium.ts';
import { newOffice, type Office } from './office.ts';
import { draft } from './scenario/reports.ts';

/** Makes the pictures of README.md from the running example, in the same browser as the tests. */
const folder = fileURLToPath(new URL('../docs/pictures', import.meta.url));

/** A report half filled in, for the pictures of the form. */
const halfDone = async (office: Office): Promise<string> => {
  const [suite] = await office.ask('suites.list', {});
  const [person] = await office.ask('people.list', {});
  const { today } = await office.ask('session.get', {});
  return draft(office, {
    suite: suite?.id,
    visitor2: person?.id,
    date: today,
    outcome: 'completed',
    method: 'in-person',
    arrived: '14:30',
    admitted: '14:36',
    left: '16:05',
    'counts.total': { held: 12, notAvailable: 3, notOffered: 1, offered: 7, accepted: 5 },
  });
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
  const id = await halfDone(office);
  const { latest } = await office.ask('returns.periods', {});

  /** @param from the heading that stands at the top of the picture, where that is not the top of the page */
  const picture = async (name: string, place: string, shown: string, from?: string) => {
    await page.goto(`${served.url}#${place}`);
    await page.getByText(shown, { exact: true }).first().waitFor();
    // Nothing has focus, so that the same page always makes the same picture.
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const heading = page.getByRole('heading', { name: from ?? '', exact: true });
    if (from) await heading.evaluate((element) => element.scrollIntoView());
    await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' });
    console.log(`docs/pictures/${name}.png`);
  };

  await picture('home', '/', 'Due a visit');
  await picture('counts', `/visits/${id}/edit/counts`, 'Declined');
  await picture('visits', '/visits', 'Choose columns');
  await picture('return', `/returns/${latest}`, 'Attempted', 'Main figures');
  await picture('charts', `/returns/${latest}`, 'Attempted', 'Charts');
} finally {
  await browser.close();
  await served.close();
  await office.end();
}
