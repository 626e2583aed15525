import { draft } from '#test/scenario/reports.ts';
import { expect, test } from './office.ts';
import { heading, openPlace, saved } from './pages/frame.ts';

test('A double click adds one item, and answers nothing on the page that opens', async ({ page, office }) => {
  const id = await draft(office, { outcome: 'completed', method: 'in-person' });
  /** What stands in the items of a list besides their ids. */
  const said = async (list: 'detainees' | 'matters') =>
    ((await office.ask('visits.get', { id })).visit[list] ?? []).map(({ id: _, order: __, ...more }) => more);
  const twice = (name: string) => page.getByRole('button', { name, exact: true }).dblclick();

  await openPlace(page, `/visits/${id}/edit/detainees`);
  await expect(heading(page, 'Detainees')).toBeVisible();
  await twice('Add a detainee');
  await expect(heading(page, /Detainee$/)).toBeVisible();
  // Whatever the width puts where the mouse rests.
  for (const [width, n] of [
    [1366, 2],
    [700, 3],
    [340, 4],
  ] as const) {
    await page.setViewportSize({ width, height: 768 });
    await twice('Save and add another');
    await expect(heading(page, new RegExp(`Detainee ${n} of ${n}$`))).toBeVisible();
    await saved(page);
    expect(await said('detainees')).toEqual(Array(n).fill({}));
  }

  // A click of its own is heard on the same page.
  await page.getByLabel('Custody record number').click();
  await page.getByLabel('Custody record number').fill('AB/1');
  await page.getByRole('group', { name: 'Adult or under 18?' }).getByLabel('Adult').click();
  await saved(page);
  expect((await said('detainees')).at(-1)).toEqual({ custodyNumber: 'AB/1', ageGroup: 'adult' });

  await openPlace(page, `/visits/${id}/edit/matters`);
  await twice('Add a matter');
  await expect(heading(page, /Matter$/)).toBeVisible();
  await saved(page);
  expect(await said('matters')).toEqual([{}]);
});
