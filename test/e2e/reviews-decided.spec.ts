import { addDays } from '#shared/times.ts';
import { expect, type Laptop, startDesks, test } from './desks.ts';
import { goTo, openPlace, saved } from './pages/frame.ts';
import {
  allMet,
  applied,
  closed,
  decided,
  declared,
  ended,
  examined,
  figure,
  foundOverall,
  foundValid,
  given,
  isOver,
  issued,
  joined,
  learnt,
  met,
  passed,
  returned,
  taken,
  takenAllTheSame,
  takenOn,
  writtenDown,
} from './pages/reviews.ts';
import { inspect } from './pages/screens.ts';

// One office for all of these lives: each has a review of its own, and the last test counts them all.
test.describe.configure({ mode: 'serial' });

let end: () => Promise<void>;
let [cara, asa, dee] = [] as unknown as Laptop[] as [Laptop, Laptop, Laptop];

test.beforeAll(async ({ browser, interfaceFolder }) => {
  const { end: close, ...desks } = await startDesks(browser, interfaceFolder);
  end = close;
  cara = await joined(desks, desks.coordinator, 'Cara Caseworker', 'caseworker');
  asa = await joined(desks, desks.visitor, 'Asa Assessor', 'assessor');
  dee = await joined(desks, await desks.another(), 'Dee Decider', 'decider');
  await all();
  for (const { page } of [cara, asa, dee]) await page.reload();
});
test.afterAll(() => end());

const all = async () => {
  for (const { ask } of [cara, asa, dee, cara, asa, dee]) await ask('sync.now', {});
};

test('a review goes from caseworker to assessor to decider, on three desks, and its refused recommendation is followed', async () => {
  const id = await takenOn(cara);
  await openPlace(cara.page, `/reviews/${id}/assign`);
  await cara.page.getByLabel('Assessor', { exact: true }).selectOption({ label: 'Asa Assessor' });
  await inspect(cara.page, 'file and assessor');
  await cara.page.getByRole('button', { name: 'Give it to them' }).click();
  await expect(cara.page.getByText(/Has not declared yet/)).toBeVisible();
  await all();

  await declared(asa.page, id);
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
  await allMet(cara.page);
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

  const decision = await issued(cara.page, id, 'reviewDecision', 'Ada Applicant', { looked: true });
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
  expect(await issued(cara.page, id, 'reviewRecommendation', 'Professional Standards')).toContain(
    'Apologise',
  );
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
  await closed(cara.page, id);
});

test('one after an investigation is written down, examined by its own findings and not upheld', async () => {
  const { page } = cara;
  const id = await writtenDown(cara, 'Inez Investigated');
  await openPlace(page, `/reviews/${id}/body`);
  await expect(page.getByLabel('No', { exact: true })).toHaveCount(7);
  for (const no of await page.getByLabel('No', { exact: true }).all()) await no.check();
  await page.getByRole('button', { name: 'Save the answers' }).click();
  await expect(page.getByText('This body decides it:')).toBeVisible();
  // The office numbers it, and letters give the number.
  await all();
  const acknowledgement = await issued(page, id, 'reviewAcknowledgement', 'Inez Investigated');
  expect(acknowledgement).toContain('your complaint to Wrekenshire Police');
  await openPlace(page, `/reviews/${id}/validity`);
  await met(page, 'The complaint was recorded under Schedule 3');
  await met(page, 'No second application for the same outcome');
  await met(page, 'Not withdrawn');
  await foundValid(page);
  await taken(page, id);
  const notice = 'paragraph 25 of Schedule 3';
  expect(await issued(page, id, 'reviewNotice', 'Professional Standards')).toContain(notice);
  await given(page, id, 'Asa Assessor');
  await all();

  await examined(asa.page, id, {
    text: 'My door was broken.',
    category: 'Handling of or damage to property/premises',
    finding: 'Not upheld',
    reasons: 'The warrant allowed it.',
  });
  await foundOverall(asa.page, id, {
    answer: 'Yes: the photographs show it.',
    finding: 'Not upheld',
    reasons: 'The investigation followed each line.',
  });
  await learnt(asa.page, id, 'Photographs are sent with the outcome.');
  await returned(asa.page, id, 'The outcome was reasonable and proportionate.');
  await all();
  await passed(page, id);
  await all();
  await openPlace(dee.page, '/reviews?show=decision');
  const { review } = await dee.ask('reviews.get', { id });
  const waiting = dee.page.getByRole('table', { name: 'Reviews: Awaiting decision' });
  await expect(waiting).toContainText(review.reference ?? 'no number');
  await decided(dee.page, id, 'Not upheld', 'The investigation followed each line.');
  await all();

  const decision = await issued(page, id, 'reviewDecision', 'Inez Investigated');
  for (const said of [
    'paragraph 25 of Schedule 3 to the Police Reform Act 2002',
    'My door was broken.',
    'The review is not upheld: the outcome of the complaint was reasonable and proportionate.',
    'Nothing is recommended to the force.',
  ])
    expect(decision).toContain(said);
  await closed(page, id);
});

test('one that came late is taken by whoever decides, with reasons, and upheld', async () => {
  const { page } = cara;
  const id = await applied(cara, { applicant: 'Lou Late', route: 'investigated', outcomeBefore: 40 });
  await all();
  await takenAllTheSame(dee.page, id, 'In hospital for a month.');
  await all();
  expect(await issued(page, id, 'reviewAcknowledgement', 'Lou Late')).toContain('Dear Lou Late');
  await openPlace(page, `/reviews/${id}/validity`);
  await expect(page.getByText('In hospital for a month.').first()).toBeVisible();
  for (const group of await page.locator('.desk-check').all())
    await group.getByLabel('Met', { exact: true }).check();
  await foundValid(page);
  await taken(page, id);
  await given(page, id, 'Asa Assessor');
  await all();
  await examined(asa.page, id, {
    text: 'I was told nothing.',
    category: 'Delivery of duties and service',
    finding: 'Upheld',
    reasons: 'No letter was sent.',
  });
  await returned(asa.page, id, 'It was not reasonable.');
  await all();
  await passed(page, id);
  await all();
  await decided(dee.page, id, 'Upheld', 'No letter was ever sent.');
  await all();
  const decision = await issued(page, id, 'reviewDecision', 'Lou Late');
  expect(decision).toContain('The review is upheld');
  expect(decision).toContain('No letter was ever sent.');
});

test('one is forwarded to the IOPC, one is not valid, and of one the complaint itself is withdrawn', async () => {
  const { page } = cara;
  const iopc = await applied(cara, { applicant: 'Ida Iopc', route: 'investigated' });
  const invalid = await applied(cara, { applicant: 'Ivo Invalid' });
  const withdrawn = await applied(cara, { applicant: 'Wil Withdrawn' });
  await all();
  await openPlace(page, `/reviews/${iopc}/body`);
  await page.getByLabel('Yes', { exact: true }).first().check();
  await page.getByLabel('What makes it so').fill('It is about the Chief Constable.');
  await page.getByRole('button', { name: 'Save the answers' }).click();
  await page.getByRole('link', { name: 'Forward the whole complaint to the IOPC' }).click();
  await ended(page, iopc, ['The whole complaint is forwarded to the IOPC'], 'A senior officer.');
  expect(await issued(page, iopc, 'reviewForwarded', 'Ida Iopc')).toContain(
    'because it is about the conduct of a senior officer.',
  );
  await isOver(page, iopc);

  await openPlace(page, `/reviews/${invalid}/validity`);
  await met(page, 'The outcome was already given', 'Not met');
  await page.getByLabel('Why: The outcome was already given').fill('The force is still looking into it.');
  await page.getByRole('button', { name: 'Save what was checked' }).click();
  await expect(page.getByText('It is not valid: what is not met stands below.')).toBeVisible();
  await ended(page, invalid, ['It is not valid'], 'The force is still looking into it.');
  const why = 'The force is still looking into it.';
  expect(await issued(page, invalid, 'reviewInvalid', 'Ivo Invalid')).toContain(why);
  await isOver(page, invalid);

  await ended(
    page,
    withdrawn,
    ['It is withdrawn', 'The complaint itself'],
    'He is content with the apology.',
  );
  expect(await issued(page, withdrawn, 'reviewWithdrawn', 'Wil Withdrawn')).toMatch(
    /We ended the review on .* without a decision\./,
  );
  const told = await issued(page, withdrawn, 'reviewComplaintWithdrawn', 'Professional Standards');
  expect(told).toContain('He is content with the apology.');
  await isOver(page, withdrawn);
});

test('the end of each stands in the queues and in the return of reviews', async () => {
  const { page, ask } = cara;
  await openPlace(page, '/reviews?show=over');
  const over = page.getByRole('table', { name: 'Reviews: Over' });
  for (const state of ['Closed', 'Forwarded to the IOPC', 'Not valid', 'Withdrawn'])
    await expect(over.getByText(state, { exact: true }).first()).toBeVisible();
  await goTo(page, 'Reviews');
  const open = page.getByRole('table', { name: 'Reviews: Open' });
  await expect(open.getByRole('row')).toHaveCount(2);
  await expect(open).toContainText('Lou Late');

  const { today } = await ask('session.get', {});
  await openPlace(page, `/returns/${addDays(today, -30)}..${today}?return=reviews`);
  for (const [name, count] of [
    ['Reviews received', '6'],
    ['Reviews completed', '3'],
    ['Reviews upheld', '2'],
    ['Reviews not upheld', '1'],
    ['Reviews invalid', '1'],
    ['Reviews withdrawn', '1'],
    ['Reviews forwarded to the IOPC', '1'],
    ['Reviews open', '0'],
  ] as const)
    await expect(figure(page, name)).toHaveText(count);
});
