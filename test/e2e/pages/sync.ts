import { expect, type Page } from '@playwright/test';
import { heading, openPlace } from './frame.ts';

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
