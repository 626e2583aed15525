import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

type Look = {
  name: string;
  width: number;
  height: number;
  forcedColors: 'none' | 'active';
  /** What of axe is asked; nothing where only reflow is looked at. */
  rules?: axe.RunOptions;
};

/**
 * The ways in which people look at a page. The second width is that of 1366 at a zoom of 200%. Forced colours change
 * nothing but colours, so what axe knows of colours is asked there; a width changes none, so there the rest is asked.
 */
export const looks: readonly Look[] = [
  { name: 'light', width: 1366, height: 768, forcedColors: 'none', rules: {} },
  {
    name: 'forced colours',
    width: 1366,
    height: 768,
    forcedColors: 'active',
    rules: { runOnly: { type: 'tag', values: ['cat.color'] } },
  },
  {
    name: 'at 200%',
    width: 683,
    height: 384,
    forcedColors: 'none',
    rules: { rules: { 'color-contrast': { enabled: false } } },
  },
  { name: 'at 320 px', width: 320, height: 640, forcedColors: 'none' },
];

/** Serious faults as axe finds them, in words that lead to the place. Its script stays with the document it was put in. */
const faults = async (page: Page, rules: axe.RunOptions): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const violations = await page.evaluate(
    async (options) =>
      (await (globalThis as unknown as { axe: typeof axe }).axe.run(document, options)).violations,
    { resultTypes: ['violations'], ...rules } as axe.RunOptions,
  );
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
  for (const { name, width, height, forcedColors, rules } of looks) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ forcedColors });
    // The narrowest is a matter of reflow alone: what axe finds there it finds at 200% too.
    if (rules) expect.soft(await faults(page, rules), `${screen}, ${name}`).toEqual([]);
    else expect.soft(await sideways(page), `${screen} scrolls sideways`).toBe(0);
  }
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.emulateMedia({ forcedColors: 'none' });
};
