import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { bodyQuestionIds } from '#shared/records/review-parts.ts';
import { addDays } from '#shared/times.ts';
import { freshId, passphrase } from '#test/office.ts';
import { fills } from '#test/scenario/reports.ts';
import { type Desks, expect, type Laptop } from '../desks.ts';
import { heading, openPlace, saved } from './frame.ts';
import { inspect } from './screens.ts';

type Role = 'caseworker' | 'assessor' | 'decider';

/** Somebody of the office at a laptop of their own, whose window is open. */
export const joined = async (
  { hub }: Pick<Desks, 'hub'>,
  laptop: Laptop,
  name: string,
  role: Role,
): Promise<Laptop> => {
  const { code } = await hub.invited(name, role);
  await laptop.ask('store.join', { name: '', passphrase, hub: hub.url, code });
  await laptop.ask('sync.now', {});
  return laptop;
};

type Applied = {
  applicant?: string;
  route?: 'investigated' | 'not investigated';
  /** Days since it came in, and days before that on which the outcome was sent. */
  since?: number;
  outcomeBefore?: number;
};

/** An application whose seven questions were all answered no. */
export const applied = async ({ ask }: Laptop, more: Applied = {}): Promise<string> => {
  const { applicant: name, route = 'not investigated', since = 7, outcomeBefore = 14 } = more;
  const { today } = await ask('session.get', {});
  const received = addDays(today, -since);
  const [id, applicant] = [freshId(), freshId()];
  if (name)
    await ask('contacts.save', { id: applicant, patch: [{ path: [], now: { id: applicant, name } }] });
  await ask('reviews.start', {
    ...{ id, received, route, grounds: 'Nobody asked me.' },
    ...(name && { applicant }),
  });
  const answers = Object.fromEntries(bodyQuestionIds.map((one) => [one, { answer: 'no' }]));
  const outcome = { sent: addDays(received, -outcomeBefore), counts: 'sent' };
  await ask('reviews.save', { id, patch: fills({ outcome, body: { answers } }) });
  return id;
};

/** One that was acknowledged the day after it came, and found valid and taken on. */
export const takenOn = async (laptop: Laptop, more: Applied = {}): Promise<string> => {
  const { ask } = laptop;
  const id = await applied(laptop, more);
  const { review } = await ask('reviews.get', { id });
  await ask('reviews.save', { id, patch: fills({ acknowledged: addDays(review.received, 1) }) });
  for (const { id: check, result } of (await ask('reviews.get', { id })).validity.checks)
    if (result === 'open') await ask('reviews.check', { id, check, result: 'pass' });
  await ask('reviews.move', { id, to: 'valid' });
  return id;
};

/** A day as people type it. */
const typed = (day: string) => day.split('-').map(Number).toReversed().join('/');

/** One after an investigation as it is typed: an application of today, about an outcome of a fortnight ago. */
export const writtenDown = async ({ page, ask }: Laptop, name: string): Promise<string> => {
  const { today } = await ask('session.get', {});
  await openPlace(page, '/reviews/new');
  await page.getByLabel('Name of the applicant').fill(name);
  await page.getByLabel('The complainant', { exact: true }).check();
  await page.getByLabel('Investigated', { exact: true }).check();
  await page.getByLabel('By', { exact: true }).selectOption('Letter');
  await page.getByLabel('Force', { exact: true }).fill('Wrekenshire Police');
  await page.getByLabel('Made on', { exact: true }).fill(typed(addDays(today, -60)));
  await page.getByLabel('What was complained about').fill('My door was broken.');
  await page.getByLabel('Why they ask for a review').fill('Nobody looked at the photographs.');
  await page.getByLabel('It was sent on').fill(typed(addDays(today, -14)));
  await page.getByLabel('The day it was sent', { exact: true }).check();
  await page.getByRole('button', { name: 'Write it down' }).click();
  await expect(heading(page, `Review for ${name}`)).toBeVisible();
  return page.url().split('/').at(-1) ?? '';
};

/** Takes a review on once it was found valid. */
export const taken = async (page: Page, id: string): Promise<void> => {
  await openPlace(page, `/reviews/${id}`);
  await page.getByRole('button', { name: 'Take the review on' }).click();
  await expect(page.getByText('Taken on', { exact: true })).toBeVisible();
};

/** The review has ended, and its page says so. */
export const isOver = async (page: Page, id: string) => {
  await openPlace(page, `/reviews/${id}`);
  await expect(page.getByText('Nothing more is owed to it.')).toBeVisible();
};
/** What somebody found of one check of validity. */
export const met = (page: Page, check: string, answer = 'Met') =>
  page.getByRole('group', { name: check }).getByLabel(answer, { exact: true }).check();

type Looked = { looked?: boolean };

/** Writes a letter as its template has it, issues it, and gives what another reader finds in its Word document. */
export const issued = async (
  page: Page,
  id: string,
  kind: string,
  to: string,
  { looked = false }: Looked = {},
): Promise<string> => {
  await openPlace(page, `/reviews/${id}/letters/new/${kind}`);
  await page.getByLabel('How they are addressed').fill(to);
  if (looked) await inspect(page, 'a letter to be written');
  await page.getByRole('button', { name: 'Write the letter' }).click();
  await expect(page.getByLabel('Words', { exact: true })).toHaveValue(/Yours sincerely/);
  await saved(page);
  if (looked) await inspect(page, 'the words of a letter');
  await page.getByRole('button', { name: 'Issue the letter' }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as Word document' }).click();
  const bytes = new Uint8Array(readFileSync(await (await saving).path()));
  return strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).replaceAll(/<[^>]+>/g, ' ');
};

const pressed = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Gives a review to the assessor, on the laptop of whoever looks after it. */
export const given = async (page: Page, id: string, assessor: string): Promise<void> => {
  await openPlace(page, `/reviews/${id}/assign`);
  await page.getByLabel('Assessor', { exact: true }).selectOption({ label: assessor });
  await pressed(page, 'Give it to them');
  await expect(page.getByText(/Has not declared yet/)).toBeVisible();
};

/** Declares that there is no conflict of interest and enters what is alleged, with what was found of it. */
export const examined = async (
  page: Page,
  id: string,
  alleged: { text: string; category: string; finding: string; reasons: string },
): Promise<void> => {
  await openPlace(page, `/reviews/${id}/examination`);
  await page.getByLabel('No, I have none').check();
  await pressed(page, 'Declare');
  await page.getByRole('button', { name: 'Add an allegation' }).click();
  await page.getByLabel('What is alleged').fill(alleged.text);
  await page.getByLabel('Category', { exact: true }).selectOption(alleged.category);
  await page.getByLabel(alleged.finding, { exact: true }).check();
  await page.getByLabel('Reasons').fill(alleged.reasons);
  await saved(page);
  await pressed(page, 'Save the allegation');
  await expect(page.getByText(`Allegation 1: ${alleged.text}`)).toBeVisible();
};

/** Keeps a draft and returns the review, which ends the examination. */
export const returned = async (page: Page, id: string, words: string): Promise<void> => {
  await openPlace(page, `/reviews/${id}/draft`);
  await page.getByLabel('The draft').fill(words);
  await pressed(page, 'Keep it as version 1');
  await pressed(page, 'Return the review');
  await pressed(page, 'Return it');
  await expect(page).toHaveURL(/#\/reviews$/);
};

/** The draft passes the quality check in everything. */
export const passed = async (page: Page, id: string): Promise<void> => {
  await openPlace(page, `/reviews/${id}/quality`);
  await page.getByLabel('Yes', { exact: true }).check();
  await allMet(page);
  await pressed(page, 'Enter the check');
  await expect(page.getByText('Version 1 passed')).toBeVisible();
};

/** Decides a review, on the laptop of whoever decides. */
export const decided = async (page: Page, id: string, finding: string, reasons: string): Promise<void> => {
  await openPlace(page, `/reviews/${id}/decision`);
  await page.getByLabel(finding, { exact: true }).check();
  await page.getByLabel('Reasons').fill(reasons);
  await pressed(page, 'Decide the review');
  await expect(page.getByRole('button', { name: 'Decide the review' })).toHaveCount(0);
};

/** Ends a review without a decision, and leaves the page of the review open. */
export const ended = async (page: Page, id: string, how: string[], reasons: string): Promise<void> => {
  await openPlace(page, `/reviews/${id}/end`);
  for (const choice of how) await page.getByLabel(choice, { exact: true }).check();
  await page.getByLabel('Reasons').fill(reasons);
  await pressed(page, 'End the review');
  await expect(page).toHaveURL(new RegExp(`#/reviews/${id}$`));
};

/** Whether findings and outcome of an investigation were ones that stand, and what the review comes to. */
export const foundOverall = async (
  page: Page,
  id: string,
  { answer, finding, reasons }: { answer: string; finding: string; reasons: string },
) => {
  await openPlace(page, `/reviews/${id}/examination/overall`);
  await page.getByLabel(/^Were the findings and the outcome ones/).fill(answer);
  await page.getByLabel(finding, { exact: true }).check();
  await page.getByLabel('Reasons').fill(reasons);
  await saved(page);
  await page.getByRole('button', { name: 'Save the examination' }).click();
  await expect(heading(page, 'Examination')).toBeVisible();
};

/** What was observed or learnt of a review. */
export const learnt = async (page: Page, id: string, words: string) => {
  await openPlace(page, `/reviews/${id}/learning`);
  await page.getByLabel('What was observed or learnt').fill(words);
  await page.getByRole('button', { name: 'Add it' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: words })).toBeVisible();
};

/** A figure of the return that is shown. */
export const figure = (page: Page, name: string) =>
  page
    .getByRole('table', { name: /^All measures/ })
    .getByRole('row')
    .filter({ has: page.getByText(name, { exact: true }) })
    .getByRole('cell')
    .first();

/** An assessor says that they have no interest in the review. */
export const declared = async (page: Page, id: string) => {
  await openPlace(page, `/reviews/${id}/examination`);
  await page.getByLabel('No, I have none').check();
  await inspect(page, 'a declaration');
  await page.getByRole('button', { name: 'Declare' }).click();
};

/** Everything that a quality check asks for is met. */
export const allMet = async (page: Page) => {
  for (const box of await page.getByRole('group', { name: 'What is met' }).getByRole('checkbox').all())
    await box.check();
};

/** What was checked is kept, and nothing of it speaks against the application. */
export const foundValid = async (page: Page) => {
  await page.getByRole('button', { name: 'Save what was checked' }).click();
  await expect(page.getByText('It is valid in all respects.')).toBeVisible();
};

/** A review of which nothing more is owed is closed. */
export const closed = async (page: Page, id: string) => {
  await openPlace(page, `/reviews/${id}`);
  await page.getByRole('button', { name: 'Close the review' }).click();
  await expect(page.getByText('Nothing more is owed to it.')).toBeVisible();
};

/** One that came late is taken all the same, by whoever decides. */
export const takenAllTheSame = async (page: Page, id: string, reasons: string) => {
  await openPlace(page, `/reviews/${id}/validity`);
  await page.getByLabel('Yes', { exact: true }).check();
  await page.getByLabel('Reasons').fill(reasons);
  await page.getByRole('button', { name: 'Write it down' }).click();
  await expect(page.getByText('Taken all the same')).toBeVisible();
};
