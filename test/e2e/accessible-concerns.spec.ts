import { addSuite, freshId } from '#test/office.ts';
import { raised } from '#test/scenario/letters/concerns.ts';
import { expect, type Page, test } from './office.ts';
import { heading, openPlace, summary } from './pages/frame.ts';
import { inspect, stands } from './pages/screens.ts';

test.use({ start: 'example' });

/** Looks at each place in turn, under a name that holds no id. */
const walk = async (page: Page, places: Readonly<Record<string, string>>) => {
  for (const [screen, place] of Object.entries(places)) {
    await openPlace(page, place);
    await stands(page);
    await inspect(page, screen);
  }
};

test.describe('Every screen of what follows from visits can be used by everybody', () => {
  test.beforeEach(() => test.setTimeout(240_000));

  test('concerns', async ({ page, office }) => {
    const ofState = async (state: 'escalated' | 'closed') => {
      const { rows } = await office.ask('concerns.list', { filter: { show: state }, limit: 1 });
      return `/concerns/${rows[0]?.id}`;
    };
    await walk(page, {
      'a concern that waits for the police': await ofState('escalated'),
      'a concern that is closed': await ofState('closed'),
    });
    await openPlace(page, '/concerns/new');
    await stands(page);
    await page.getByRole('button', { name: 'Raise the concern' }).click();
    await expect(summary(page)).toBeVisible();
    await inspect(page, 'a new concern, errors');
  });

  test('what is done about a concern', async ({ page, office }) => {
    const suite = await addSuite(office, 'Millford');
    const { id } = await raised(office, { suite, severity: 'immediate' });
    await openPlace(page, `/concerns/${id}`);
    await stands(page);
    await page.getByRole('button', { name: 'Somebody was told' }).click();
    await page.getByRole('button', { name: 'Write down who was told' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await inspect(page, 'who was told, errors');
    await openPlace(page, '/concerns');
    await openPlace(page, `/concerns/${id}`);
    await page.getByRole('button', { name: 'Enter an answer' }).click();
    await page.getByRole('button', { name: 'Enter the answer' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await inspect(page, 'an answer, errors');
  });

  test('letters as they were issued, and templates', async ({ page, office }) => {
    const { rows } = await office.ask('concerns.list', { filter: { show: 'escalated' }, limit: 1 });
    const { letters } = await office.ask('concerns.get', { id: rows[0]?.id ?? '' });
    await walk(page, {
      'a letter that was issued': `/letters/${letters[0]?.id}`,
      templates: '/templates',
    });
  });

  test('monthly sheets, from what one would ask to what came back', async ({ page, office }) => {
    const suite = await addSuite(office, 'Millford');
    const { id: concern } = await raised(office, { suite, matter: 'Peter Winslow was cold.' });
    const month = '2026-11';
    await walk(page, { 'what a sheet would ask': `/concerns/sheets/new/${suite}/${month}` });
    await page.getByRole('button', { name: 'Make the sheet' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await inspect(page, 'what a sheet would ask, errors');
    const notNames = ['Peter Winslow'];
    const { id } = await office.ask('sheets.make', { suite, month, due: '2026-12-01', notNames });
    const taken = {
      id,
      return: freshId(),
      file: 'back.xlsx',
      rows: [{ concern, done: 'A blanket', by: '' }],
    };
    await office.ask('sheets.accept', taken);
    await walk(page, {
      sheets: '/concerns/sheets',
      'a sheet': `/concerns/sheets/${id}`,
      'a sheet on paper': `/concerns/sheets/${id}/paper`,
    });
  });

  test('a record check that is corrected', async ({ page, office }) => {
    const { rows } = await office.ask('checks.list', { filter: { show: 'done' }, limit: 1 });
    const done = rows[0]?.id;
    expect(done).toBeDefined();
    await walk(page, {
      'record checks': '/checks',
      'what there is to correct in a check': `/checks/${done}/correct`,
      'the record, corrected': `/checks/${done}/correct/record`,
      'the time line, corrected': `/checks/${done}/correct/timeline`,
      'the correction of a check': `/checks/${done}/correct/review`,
    });
  });

  test('record checks, one that is written, and their form', async ({ page, office }) => {
    const id = freshId();
    await office.ask('checks.start', { id });
    await walk(page, {
      samples: '/checks/samples',
      'the form of record checks': '/forms/checks',
      'the form of record checks, changed': '/forms/checks/edit',
      'what there is to do in a check': `/checks/${id}/edit`,
      'the record': `/checks/${id}/edit/record`,
      'the end of a check, with what must be put right': `/checks/${id}/edit/review`,
    });
  });

  test('plans and their recommendations', async ({ page, office }) => {
    const [first] = await office.ask('plans.list', {});
    const plan = `/plans/${first?.plan.id}`;
    const { items } = await office.ask('plans.get', { id: first?.plan.id ?? '' });
    const item = `${plan}/items/${items[0]?.item.id}`;
    await walk(page, {
      plans: '/plans',
      'a plan': plan,
      'a plan, changed': `${plan}/edit`,
      'a recommendation': item,
      'a recommendation, changed': `${item}/edit`,
    });
    await openPlace(page, '/plans/new/edit');
    await page.getByRole('button', { name: 'Save the plan' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await inspect(page, 'a new plan, errors');
  });

  test('what stands open at a suite, asked at the next visit', async ({ page, office }) => {
    const suite = await addSuite(office, 'Millford');
    await raised(office, { suite });
    const id = freshId();
    await office.ask('visits.start', { id });
    const at = { path: ['suite'], now: suite };
    await office.ask('visits.save', { id, patch: [at, { path: ['date'], now: '2026-02-01' }] });
    await openPlace(page, `/visits/${id}/edit/found`);
    await stands(page);
    await expect(heading(page, /./)).toBeVisible();
    await inspect(page, 'what was found of earlier concerns');
  });
});
