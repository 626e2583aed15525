import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { goTo } from './frame.ts';

const columns =
  'reference,suite,date,outcome,visitor_1,visitor_2,arrived,admitted,left,held,offered,accepted,comments';

/** A row of a file of visits. */
export const visitRow = (n: number, some: { suite?: string; date?: string } = {}): string => {
  const { suite = 'Hereford', date = `2026-0${1 + (n % 9)}-1${n % 10}` } = some;
  return `OLD/${n},${suite},${date},completed,,,10:00,10:05,11:00,9,6,4,Imported comment ${n}`;
};

export const visitsFile = (rows: readonly string[]) => ({
  name: 'old visits.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([columns, ...rows, ''].join('\r\n')),
});

type File = ReturnType<typeof visitsFile>;

/** The import page, step by step. */
export const importing = (page: Page) => ({
  choose: async (kind: string, file: File) => {
    await goTo(page, 'Settings', 'Import');
    await page.getByRole('group', { name: 'What does the file hold?' }).getByLabel(kind).check();
    await page.getByLabel('File', { exact: true }).setInputFiles(file);
    await page.getByRole('button', { name: 'Read the file' }).click();
  },
  /** What the preview says under a key. */
  says: (key: string) =>
    page
      .locator('.govuk-summary-list__row')
      .filter({ hasText: new RegExp(`^${key}`) })
      .locator('dd'),
});

/** What a press of a button downloads, as text. */
export const downloaded = async (page: Page, press: () => Promise<void>) => {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
};
