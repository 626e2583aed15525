import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { bodyQuestionIds } from '#shared/records/review-parts.ts';
import { freshId, passphrase } from '#test/office.ts';
import { fills } from '#test/scenario/reports.ts';
import { type Desks, expect, type Laptop, test } from './desks.ts';
import { openPlace, saved } from './pages/frame.ts';
import { inspect } from './pages/screens.ts';

type Role = 'caseworker' | 'assessor' | 'decider';

/** Somebody of the office at a laptop of their own, whose window is open. */
const joined = async ({ hub }: Desks, laptop: Laptop, name: string, role: Role): Promise<Laptop> => {
  const { code } = await hub.invited(name, role);
  await laptop.ask('store.join', { name: '', passphrase, hub: hub.url, code });
  await laptop.ask('sync.now', {});
  return laptop;
};

/** An application that was acknowledged, found valid and taken on, with its file. */
const takenOn = async ({ ask }: Laptop): Promise<string> => {
  const id = freshId();
  await ask('reviews.start', {
    id,
    received: '2026-03-02',
    route: 'not investigated',
    grounds: 'Nobody asked me.',
  });
  const answers = Object.fromEntries(bodyQuestionIds.map((one) => [one, { answer: 'no' }]));
  const outcome = { sent: '2026-02-16', counts: 'sent' };
  await ask('reviews.save', { id, patch: fills({ outcome, body: { answers }, acknowledged: '2026-03-03' }) });
  for (const { id: check, result } of (await ask('reviews.get', { id })).validity.checks)
    if (result === 'open') await ask('reviews.check', { id, check, result: 'pass' });
  await ask('reviews.move', { id, to: 'valid' });
  return id;
};

/** Writes a letter as its template has it, issues it, and gives what another reader finds in its Word document. */
const issued = async (page: Page, id: string, kind: string, to: string): Promise<string> => {
  await openPlace(page, `/reviews/${id}/letters/new/${kind}`);
  await page.getByLabel('How they are addressed').fill(to);
  const isFirst = kind === 'reviewDecision';
  if (isFirst) await inspect(page, 'a letter to be written');
  await page.getByRole('button', { name: 'Write the letter' }).click();
  await expect(page.getByLabel('Words', { exact: true })).toHaveValue(/Yours sincerely/);
  await saved(page);
  if (isFirst) await inspect(page, 'the words of a letter');
  await page.getByRole('button', { name: 'Issue the letter' }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as Word document' }).click();
  const bytes = new Uint8Array(readFileSync(await (await saving).path()));
  return strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).replaceAll(/<[^>]+>/g, ' ');
};

test('a review goes from caseworker to assessor to decider, on three desks, and its refused recommendation is followed', async ({
  desks,
}) => {
  const cara = await joined(desks, desks.coordinator, 'Cara Caseworker', 'caseworker');
  const asa = await joined(desks, desks.visitor, 'Asa Assessor', 'assessor');
  const dee = await joined(desks, await desks.another(), 'Dee Decider', 'decider');
  const all = async () => {
    for (const { ask } of [cara, asa, dee, cara, asa, dee]) await ask('sync.now', {});
  };
  await all();
  const id = await takenOn(cara);
  for (const { page } of [cara, asa, dee]) await page.reload();

  await openPlace(cara.page, `/reviews/${id}/assign`);
  await cara.page.getByLabel('Assessor', { exact: true }).selectOption({ label: 'Asa Assessor' });
  await inspect(cara.page, 'file and assessor');
  await cara.page.getByRole('button', { name: 'Give it to them' }).click();
  await expect(cara.page.getByText(/Has not declared yet/)).toBeVisible();
  await all();

  await openPlace(asa.page, `/reviews/${id}/examination`);
  await asa.page.getByLabel('No, I have none').check();
  await inspect(asa.page, 'a declaration');
  await asa.page.getByRole('button', { name: 'Declare' }).click();
  await asa.page.getByRole('button', { name: 'Add an allegation' }).click();
  await asa.page.getByLabel('What is alleged').fill('I was spoken to rudely.');
  await asa.page.getByLabel('Category', { exact: true }).selectOption('Individual behaviours');
  await asa.page.getByLabel('Subcategory').selectOption('Impolite language/tone');
  await asa.page.getByLabel('Upheld', { exact: true }).check();
  await asa.page.getByLabel('Reasons').fill('Nobody was asked.');
  await saved(asa.page);
  await inspect(asa.page, 'an allegation');
  await asa.page.getByRole('button', { name: 'Save the allegation' }).click();
  await expect(asa.page.getByText('Individual behaviours: Impolite language/tone')).toBeVisible();
  await inspect(asa.page, 'an examination');
  await openPlace(asa.page, `/reviews/${id}/draft`);
  await asa.page.getByLabel('The draft').fill('It was rude. It was wrong.');
  await asa.page.getByRole('button', { name: 'Keep it as version 1' }).click();
  await asa.page.getByLabel(/^Version 2/).fill('It was rude. It was not reasonable.');
  await asa.page.getByRole('button', { name: 'Keep it as version 2' }).click();
  await asa.page.getByLabel('Compare it with').selectOption({ index: 1 });
  await expect(asa.page.locator('ins')).toContainText('It was not reasonable.');
  await inspect(asa.page, 'two versions of a draft');
  await asa.page.getByRole('button', { name: 'Return the review' }).click();
  await asa.page.getByRole('button', { name: 'Return it', exact: true }).click();
  await expect(asa.page).toHaveURL(/#\/reviews$/);
  await all();

  await openPlace(cara.page, `/reviews/${id}/decision`);
  await expect(cara.page.getByText(/You do not have the role of one who decides/)).toBeVisible();
  await openPlace(cara.page, `/reviews/${id}/quality`);
  await cara.page.getByLabel('Yes', { exact: true }).check();
  for (const box of await cara.page.getByRole('group', { name: 'What is met' }).getByRole('checkbox').all())
    await box.check();
  await inspect(cara.page, 'a quality check');
  await cara.page.getByRole('button', { name: 'Enter the check' }).click();
  await expect(cara.page.getByText('Version 2 passed')).toBeVisible();
  await all();

  await openPlace(dee.page, `/reviews/${id}/decision`);
  await dee.page.getByLabel('Reasons').fill('The complainant was never asked.');
  await saved(dee.page);
  await dee.page.reload();
  await expect(dee.page.getByLabel('Reasons')).toHaveValue('The complainant was never asked.');
  await dee.page.getByLabel('Upheld', { exact: true }).check();
  await dee.page.getByLabel('Part of the scheme of delegation').fill('Section 4.2');
  await inspect(dee.page, 'a decision');
  await dee.page.getByRole('button', { name: 'Decide the review' }).click();
  await expect(dee.page.getByText('Section 4.2')).toBeVisible();
  await openPlace(dee.page, `/reviews/${id}/recommendations`);
  await expect(dee.page.getByLabel('Notify the prosecutors')).toHaveCount(0);
  await dee.page.getByLabel('Provide a remedy').check();
  await dee.page.getByLabel('In the words of the decision').fill('Apologise to the complainant.');
  await inspect(dee.page, 'a recommendation to be made');
  await dee.page.getByRole('button', { name: 'Make the recommendation' }).click();
  await expect(dee.page.getByRole('link', { name: 'Apologise to the complainant.' })).toBeVisible();
  await all();

  const decision = await issued(cara.page, id, 'reviewDecision', 'Ada Applicant');
  for (const said of [
    'Dear Ada Applicant',
    'paragraph 6A of Schedule 3',
    'The review is upheld',
    'Dee Decider, under Section 4.2 of the scheme of delegation',
    'I was spoken to rudely.',
    'The complainant was never asked.',
    'Provide a remedy: Apologise to the complainant.',
  ])
    expect(decision).toContain(said);
  const sent = await issued(cara.page, id, 'reviewRecommendation', 'Professional Standards');
  expect(sent).toContain('Apologise to the complainant.');
  await openPlace(cara.page, `/reviews/${id}/letters`);
  await inspect(cara.page, 'letters of a review');

  await openPlace(cara.page, '/reviews/recommendations');
  await inspect(cara.page, 'the register of recommendations');
  await cara.page.getByRole('link', { name: 'Apologise to the complainant.' }).click();
  await cara.page.getByLabel('Refused').check();
  await cara.page.getByLabel('The force’s reasons').fill('It did before.');
  await cara.page.getByRole('button', { name: 'Enter the answer' }).click();
  await expect(cara.page.getByText('The force answered: refused')).toBeVisible();
  await inspect(cara.page, 'a recommendation that was refused');

  const told = await issued(cara.page, id, 'reviewAnswer', 'Ada Applicant');
  expect(told).toContain('for these reasons: It did before.');
  await openPlace(cara.page, `/reviews/${id}`);
  await cara.page.getByRole('button', { name: 'Close the review' }).click();
  await expect(cara.page.getByText('Nothing more is owed to it.')).toBeVisible();
});
