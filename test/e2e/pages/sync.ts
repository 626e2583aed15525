import { expect, type Page } from '@playwright/test';
import { firstRun } from './first-run.ts';
import { heading, openPlace } from './frame.ts';

/** From an empty folder into the office that invites, up to the last screen of the first run. */
export const join = async (
  page: Page,
  by: Parameters<ReturnType<typeof firstRun>['invited']>[0],
): Promise<void> => {
  const screens = firstRun(page);
  await screens.textSize();
  await screens.invited(by);
  await screens.unlock();
  await screens.join();
};

/** The second of the two facts. */
export const sentFact = (page: Page) =>
  page.getByRole('region', { name: 'Saved and sent' }).getByRole('link').first();

/** Tries now, and waits for what the page answers. */
export const tryNow = async (page: Page, answer: RegExp): Promise<void> => {
  await openPlace(page, '/sync');
  await expect(heading(page, 'Waiting to be sent')).toBeVisible();
  await page.getByRole('button', { name: 'Try now' }).click();
  await expect(page.locator('.govuk-inset-text')).toHaveText(answer);
};

export const reached = /The office was reached/;
