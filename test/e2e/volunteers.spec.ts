import { freshId } from '#test/office.ts';
import { expect, type Page, test } from './office.ts';
import { goTo, heading, openPlace } from './pages/frame.ts';
import { inspect } from './pages/screens.ts';

test.use({ start: 'west-mercia' });

const name = 'Wren Ashdown';
const daysAgo = (days: number) => {
  const day = new Date(Date.now() - days * 86_400_000);
  return `${day.getDate()}/${day.getMonth() + 1}/${day.getFullYear()}`;
};

/** The pages of one person, from any of them. */
const tab = async (page: Page, title: string) => {
  await page
    .getByRole('navigation', { name: `Pages of ${name}` })
    .getByRole('link', { name: title })
    .click();
  await expect(heading(page, title)).toBeVisible();
};

const moveOn = async (page: Page, to: string, day: string, why = '') => {
  const form = page.getByRole('form', { name: 'Move on' });
  if (why) await form.getByLabel('To', { exact: true }).selectOption(to);
  await expect(form.getByLabel('To', { exact: true }).locator('option:checked')).toHaveText(to);
  await form.getByLabel('On', { exact: true }).fill(day);
  if (why) await form.getByLabel('Why', { exact: true }).fill(why);
  await form.getByRole('button', { name: 'Write the step down' }).click();
  await expect(page.locator('.desk-timeline__item', { hasText: to })).toHaveCount(1);
};

test('Somebody asks to join, is vetted, trained and accredited, declares an interest, and is told of before it runs out', async ({
  page,
  office,
}) => {
  test.setTimeout(240_000);
  const trainings = [{ id: freshId(), name: 'Refresher', needed: true, months: 24 }];
  await office.ask('settings.save', { patch: [{ path: ['trainings'], now: trainings }] });

  await test.step('the enquiry', async () => {
    await goTo(page, 'Scheme', 'People');
    await page.getByRole('button', { name: 'Add somebody who asks to join' }).click();
    await expect(heading(page, 'Add somebody who asks to join')).toBeVisible();
    await inspect(page, 'the enquiry');
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByLabel('Asked on').fill(daysAgo(600));
    await page.getByLabel(/^How they heard/).fill('Village fête');
    await page.getByRole('button', { name: 'Add them' }).click();
    await expect(heading(page, 'Way')).toBeVisible();
  });

  await test.step('step by step, and one left out with its reason', async () => {
    await moveOn(page, 'Application', daysAgo(590));
    await moveOn(page, 'Interview', daysAgo(580));
    await moveOn(page, 'Vetting', daysAgo(560), 'The references came with the application.');
    await inspect(page, 'the way');
  });

  await test.step('vetting and references', async () => {
    await tab(page, 'Papers');
    await page.getByLabel('Name of the referee').fill('Pat Referee');
    await page.getByRole('button', { name: 'Add the reference' }).click();
    await expect(page.getByRole('row', { name: /Pat Referee/ })).toBeVisible();
    await page.getByLabel('Outcome').selectOption('Cleared');
    await page.getByRole('button', { name: 'Add the vetting' }).click();
    await expect(page.getByRole('alert')).toContainText('needs the day of the decision');
    await page.getByLabel('Decided on').fill(daysAgo(550));
    await page.getByLabel('Good until').fill(daysAgo(-30));
    await page.getByRole('button', { name: 'Add the vetting' }).click();
    await expect(page.getByRole('row', { name: /Cleared/ })).toBeVisible();
    await inspect(page, 'the papers');
  });

  await test.step('training, probation, accreditation', async () => {
    await tab(page, 'Way');
    await moveOn(page, 'Training', daysAgo(540));
    await moveOn(page, 'Probation', daysAgo(500));
    await moveOn(page, 'Accredited', daysAgo(300));
    await tab(page, 'Training');
    await page.getByLabel('Trained in').selectOption('Refresher');
    await page.getByLabel('On', { exact: true }).fill(daysAgo(535));
    await page.getByRole('button', { name: 'Add the training' }).click();
    await expect(page.getByRole('row', { name: /^Refresher/ })).toContainText('In date');
    await inspect(page, 'the training');
  });

  await test.step('an interest is declared and looked at', async () => {
    await tab(page, 'Interests');
    await page.getByLabel('Which suite?').selectOption({ index: 1 });
    await page.getByLabel('In a few words').fill('My sister works there.');
    await page.getByRole('button', { name: `Declare it for ${name}` }).click();
    await expect(page.getByText('Not looked at yet. Until then it counts.')).toBeVisible();
    await page.getByLabel('Why (may be left blank)').fill('Asked her.');
    await page.getByRole('button', { name: 'Save what was found' }).click();
    await expect(page.getByText(/^Keeps away, Alexandra Office/)).toBeVisible();
    await inspect(page, 'the interests');
    await tab(page, 'Contact');
    await inspect(page, 'the contact');
  });

  await test.step('what runs out stands by its day', async () => {
    await openPlace(page, '/people/standing');
    await expect(heading(page, 'What runs out')).toBeVisible();
    const soon = page.getByRole('table', { name: /next 90 days/ });
    await expect(soon.getByRole('row', { name: new RegExp(name) })).toContainText('Vetting');
    await inspect(page, 'what runs out');
  });

  await test.step('equality monitoring, in totals that tell of nobody', async () => {
    const { questions } = await office.ask('monitoring.form', {});
    const sex = questions.find(({ question }) => question === 'Sex');
    if (!sex) throw new Error('the office does not ask for sex');
    const [female = '', male = ''] = sex.options.map(({ id }) => id);
    for (const option of [...Array(9).fill(female), ...Array(6).fill(male)])
      await office.ask('monitoring.answer', { answers: { [sex.id]: option } });
    await goTo(page, 'Scheme', 'People');
    await page.getByRole('link', { name: 'Equality monitoring' }).click();
    await expect(page.getByText(/The office’s log knows that this laptop sent an answer/)).toBeVisible();
    await inspect(page, 'equality monitoring');
    await page.getByRole('group', { name: 'Sex', exact: true }).getByLabel('Prefer not to say').check();
    await page.getByRole('button', { name: 'Give these answers' }).click();
    await expect(page.getByText('Thank you')).toBeVisible();
    await page.getByRole('link', { name: 'Who we are, in totals' }).click();
    const table = page.getByRole('table', { name: /^Sex \(/ });
    await expect(table.getByRole('row', { name: /^Female/ })).toContainText('9');
    await expect(table.getByRole('row', { name: /^Male/ })).toContainText('not told');
    await expect(table.getByRole('row', { name: /^Prefer not/ })).toContainText('not told');
    await inspect(page, 'who we are');
  });
});
