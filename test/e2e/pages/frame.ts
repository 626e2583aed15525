import { expect, type Page } from '@playwright/test';

/** The heading of the page one is on. */
export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

/** The one place that says whether everything typed is in the store. */
export const saved = (page: Page) =>
  expect(page.locator('[data-saved]')).toHaveAttribute('data-saved', 'yes');

/** Goes to a place by the menu, and from there to one that its page leads to. */
export const goTo = async (page: Page, place: string, further?: string): Promise<void> => {
  // A place may say how much waits there: “Visits 3 unread”, “Concerns 2 new”.
  const menu = page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: new RegExp(`^${place}( \\d+ (unread|new))?$`) });
  await menu.click();
  if (further) {
    await expect(heading(page, place)).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: further, exact: true }).click();
  }
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
};

export const lock = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await expect(heading(page, 'Unlock ICV Desk')).toBeVisible();
};

/** What went wrong, as it stands at the head of the page. */
export const summary = (page: Page) => page.getByRole('alert').filter({ hasText: 'There is a problem' });

export const secret = (page: Page) => page.getByLabel(/^(Passphrase|Recovery code)$/);

export const unlock = async (page: Page, passphrase: string): Promise<void> => {
  await secret(page).fill(passphrase);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
};

/** Goes to a place by its address, as a bookmark does. */
export const openPlace = (page: Page, place: string) => page.goto(`${new URL(page.url()).origin}/#${place}`);
