import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** The ways in which people look at a page. The second width is that of 1366 at a zoom of 200%. */
export const looks = [
  { name: 'light', width: 1366, height: 768, forcedColors: 'none' },
  { name: 'forced colours', width: 1366, height: 768, forcedColors: 'active' },
  { name: 'at 200%', width: 683, height: 384, forcedColors: 'none' },
  { name: 'at 320 px', width: 320, height: 640, forcedColors: 'none' },
] as const;

/** Serious faults as axe finds them, in words that lead to the place. */
const faults = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} at ${target.join(' ')}`));
};

/** How far a page can be scrolled sideways. */
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** A page stands when nothing on it says that it still waits. */
export const stands = async (page: Page): Promise<void> => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText(/^(Reading|Opening|Counting|Working out).*…$/)).toHaveCount(0);
};

/** Looks at the page in every way; what is wrong is told by the name of the screen. */
export const inspect = async (page: Page, screen: string): Promise<void> => {
  for (const { name, width, height, forcedColors } of looks) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ forcedColors });
    // The narrowest is a matter of reflow alone: what axe finds there it finds at 200% too.
    if (width > 320) expect.soft(await faults(page), `${screen}, ${name}`).toEqual([]);
    else expect.soft(await sideways(page), `${screen} scrolls sideways`).toBe(0);
  }
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.emulateMedia({ forcedColors: 'none' });
};
