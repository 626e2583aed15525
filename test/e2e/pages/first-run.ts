import { expect, type Page } from '@playwright/test';
import { heading } from './frame.ts';

export const passphrase = 'four unrelated words here';

const next = (page: Page) => page.getByRole('button', { name: 'Continue' }).click();

/** The five screens, each filled in and left. */
export const firstRun = (page: Page) => ({
  textSize: async (size = 'Standard') => {
    await expect(heading(page, 'Welcome to ICV Desk')).toBeVisible();
    await page.getByLabel(size, { exact: true }).check();
    await next(page);
  },
  who: async (person = 'Jo Coordinator', body = 'Office of the Commissioner') => {
    await page.getByLabel('I set up a new office on this computer').check();
    await page.getByLabel('Your name').fill(person);
    await page.getByLabel('Your office').fill(body);
    await next(page);
  },
  /** With what an office gave: the address and a code, or a file. */
  invited: async (by: { hub: string; code: string } | { file: string }, name = 'JV') => {
    if ('file' in by) {
      await page.getByLabel('My office gave me an invitation file').check();
      const payload = { name: 'invitation.json', mimeType: 'application/json', buffer: Buffer.from(by.file) };
      await page.getByLabel('Invitation file', { exact: true }).setInputFiles(payload);
    } else {
      await page.getByLabel('My office gave me an invitation code').check();
      await page.getByLabel('Address of the office').fill(by.hub);
      await page.getByLabel('Invitation code', { exact: true }).fill(by.code);
    }
    await page.getByLabel('Short name for the unlock screen').fill(name);
    await next(page);
  },
  join: async () => {
    await page.getByRole('button', { name: 'Join the office' }).click();
    await expect(heading(page, 'ICV Desk is ready')).toBeVisible();
  },
  unlock: async (typed = passphrase, again = typed) => {
    await page.getByLabel('Passphrase', { exact: true }).fill(typed);
    await page.getByLabel('The same passphrase again').fill(again);
    await next(page);
  },
  start: async (start: RegExp) => {
    await page.getByLabel(start).check();
    await page.getByRole('button', { name: 'Set up ICV Desk' }).click();
    // An example is a whole office with its years: on a busy machine that takes its time.
    await expect(heading(page, 'ICV Desk is ready')).toBeVisible({ timeout: 90_000 });
  },
  /** Gives the recovery code. */
  done: async (): Promise<string> => {
    const code = await page.locator('.desk-code').innerText();
    await page.getByLabel('I have written it down or printed it').check();
    await page.getByRole('button', { name: 'Open ICV Desk' }).click();
    await expect(heading(page, 'Home')).toBeVisible();
    return code;
  },
});

/** From an empty folder to an open office; gives the recovery code. */
export const setUp = async (page: Page, start: RegExp): Promise<string> => {
  const screens = firstRun(page);
  await screens.textSize();
  await screens.who();
  await screens.unlock();
  await screens.start(start);
  return screens.done();
};
