import { expect, type Locator, type Page } from '@playwright/test';
import { heading, openPlace, saved } from './frame.ts';

export const months = Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `2026-11-20` as its three boxes. */
export const parts = (date: string) => {
  const [year = '', month = '', day = ''] = date.split('-');
  return { Day: String(Number(day)), Month: String(Number(month)), Year: year };
};

/** A day of so many days ago, by the calendar of the tests. */
export const daysAgo = (days: number): string =>
  new Date(Date.now() - days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/London' });

/** What a visitor ticks in place of a signature. */
export const statement = 'I declare that this report says what I saw and was told';

/** One report as it is filled in, by the names of its questions. */
export const report = (page: Page) => {
  const group = (question: string) => page.getByRole('group', { name: question, exact: true });
  const field = (question: string): Locator => page.getByLabel(question, { exact: true });
  return {
    field,
    section: async (title: string) => {
      await page.getByRole('link', { name: title }).click();
      await expect(heading(page, title)).toBeVisible();
    },
    choose: (question: string, answer: string) => group(question).getByLabel(answer, { exact: true }).check(),
    chosen: (question: string) => group(question).getByRole('radio', { checked: true }),
    date: async (question: string, date: string) => {
      for (const [name, text] of Object.entries(parts(date)))
        await group(question).getByLabel(name).fill(text);
    },
    continue: () => page.getByRole('button', { name: 'Continue' }).click(),
    tasks: () => page.getByRole('link', { name: 'Back to the list of sections' }).click(),
    check: async () => {
      await page.getByRole('button', { name: 'Check and finish' }).click();
      await expect(heading(page, 'Check and finish')).toBeVisible();
    },
    /** Declares the report one has checked, and sends it. */
    send: async (name: string) => {
      await field(statement).check();
      await page.getByRole('button', { name: 'Make ready' }).click();
      const question = page.getByRole('dialog', { name: `Send the report “${name}”?` });
      await question.getByRole('button', { name: 'Yes, make it ready' }).click();
      await expect(heading(page, 'The office has received your report')).toBeVisible();
    },
    problems: (kind: 'Must fix' | 'Are you sure?') => page.getByRole('region', { name: kind }),
  };
};

/** Starts a report from Home and waits for its list of sections. */
export const startReport = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Start a visit report' }).click();
  await expect(heading(page, 'Visit report')).toBeVisible();
};

/** The id of the report one is in, from the address. */
export const reportId = (page: Page): string => /visits\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';

/** Says of a visit whose suite and second visitor are known that it was completed on a day; stands at its counts. */
export const completedVisit = async (page: Page, date: string): Promise<void> => {
  const form = report(page);
  await form.date('Date of the visit', date);
  await form.choose('What came of it?', 'The visit was completed');
  await form.choose('How was the visit made?', 'In person');
  await form.continue();
  await form.field('Arrived at the station').fill('1000');
  await form.field('Admitted to custody').fill('1005');
  await form.field('Left').fill('1130');
  await form.continue();
};

type Begun = { suite: string; date: string; second: string };

/** Begins a report of a completed visit from Home, up to when the visitors left; stands at its counts. Gives its id. */
export const beginVisit = async (page: Page, { suite, date, second }: Begun): Promise<string> => {
  const form = report(page);
  await openPlace(page, '/');
  await startReport(page);
  const id = reportId(page);
  await form.section('The visit');
  await form.field('Which suite did you visit?').selectOption(suite);
  await form.field('Second visitor').selectOption(second);
  await completedVisit(page, date);
  return id;
};

/** Declares the report one has written and leaves it to be sent. */
export const makeReady = async (page: Page): Promise<void> => {
  const form = report(page);
  await saved(page);
  await form.tasks();
  await form.check();
  await form.field(statement).check();
  await page.getByRole('button', { name: 'Make ready' }).click();
  await page.getByRole('button', { name: 'Yes, make it ready' }).click();
  await expect(heading(page, 'Ready to send')).toBeVisible();
};
