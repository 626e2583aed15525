import { expect, type Page } from '@playwright/test';
import { goTo } from './frame.ts';

/** Goes to the figures of custody visits of the last period that ended, which belong to no return. */
export const workOut = async (page: Page) => {
  await goTo(page, 'Returns');
  await page.getByRole('link', { name: 'Independent custody visiting: work out any period' }).click();
};

/** A figure of a return by its title: as it stands in the table of all measures, and its records. */
export const figure = (page: Page, title: string) => {
  const row = page
    .getByRole('region', { name: /^All measures, / })
    .getByRole('row')
    .filter({ has: page.locator('summary', { hasText: new RegExp(`^${title}$`) }) });
  return {
    row,
    value: row.locator('strong'),
    openRecords: async () => {
      await row.locator('summary').click();
      await row.getByRole('link', { name: /behind/ }).click();
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    },
  };
};
