import { addPerson, freshId } from '#test/office.ts';
import { draft, received } from '#test/scenario/reports.ts';
import { expect, test } from './office.ts';
import { openPlace } from './pages/frame.ts';
import { report } from './pages/report.ts';
import { inspect, stands } from './pages/screens.ts';

test.describe('Every screen of a report can be used by everybody', () => {
  test.use({ start: 'example' });

  test('that is written', async ({ page, office }) => {
    test.setTimeout(240_000);
    const [suite] = await office.ask('suites.list', {});
    const { person: me } = await office.ask('session.get', {});
    const person = (await office.ask('people.list', {})).find(({ id }) => id !== me.id);
    const people = { suite: suite?.id, visitor2: person?.id };
    const id = await draft(office, {
      ...people,
      outcome: 'completed',
      arrived: '10:00',
      admitted: '11:00',
      'counts.total': { held: 9, offered: 3 },
    });
    for (const section of ['visit', 'times', 'counts', 'splits', 'close']) {
      await openPlace(page, `/visits/${id}/edit/${section}`);
      await stands(page);
      if (section === 'times') {
        await report(page).field('Left').fill('25:99');
        await report(page).continue();
      }
      await inspect(page, `section ${section}`);
    }
    await openPlace(page, `/visits/${id}/edit`);
    await stands(page);
    await inspect(page, 'list of sections');
    await page.getByRole('button', { name: 'Discard this draft' }).click();
    await inspect(page, 'question before discarding');
    await page.keyboard.press('Escape');
    await openPlace(page, `/visits/${id}/check`);
    await stands(page);
    await inspect(page, 'final check');

    const done = await received(office, suite?.id ?? '', person?.id ?? '');
    await openPlace(page, `/visits/${done}/correct`);
    await stands(page);
    await inspect(page, 'correction');
    await openPlace(page, `/visits/${done}/correct/review`);
    await page.getByRole('button', { name: 'Make this correction' }).click();
    await inspect(page, 'correction, errors');

    await page.keyboard.press('Control+k');
    await inspect(page, 'commands');
    await page.keyboard.press('Escape');
    await openPlace(page, '/people/new');
    await page.getByRole('button', { name: 'Save the person' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await inspect(page, 'person, errors');
  });

  test('that is written about detainees', async ({ page, office }) => {
    test.setTimeout(240_000);
    const detainee = '01900000-0000-7000-8000-000000000001';
    const matter = '01900000-0000-7000-8000-000000000002';
    const id = await draft(office, {
      outcome: 'completed',
      method: 'in-person',
      comments: 'Thanks to PS Kowalczyk.',
      [`detainees.#${detainee}`]: {
        id: detainee,
        order: detainee,
        custodyNumber: 'AB/1',
        seen: { state: 'accepted' },
        groups: { cell: 'to report' },
        answers: { cellWords: { value: 'Cell 4.' }, said: { value: 'I was cold.' } },
      },
      [`matters.#${matter}`]: { id: matter, order: matter, detainee, what: 'A blanket' },
    });
    const edit = `/visits/${id}/edit`;
    await openPlace(page, `${edit}/detainees/${detainee}`);
    await stands(page);
    await report(page).field('When did they come into custody?').fill('25:99');
    await report(page).continue();
    await inspect(page, 'detainee, errors');
    await report(page).field('When did they come into custody?').fill('09:00');
    for (const place of [edit, `${edit}/matters`, `${edit}/matters/${matter}`, `/visits/${id}/check`]) {
      await openPlace(page, place);
      await stands(page);
      await inspect(page, place.replace(id, 'a report').replace(matter, 'a matter'));
    }
    await openPlace(page, `${edit}/detainees`);
    await stands(page);
    await page.getByRole('button', { name: 'Remove' }).click();
    await inspect(page, 'question before removing a detainee');
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Put back' })).toBeVisible();
    await inspect(page, 'list of detainees, one removed');
  });

  test('that is declared, read through and practised', async ({ page, office }) => {
    test.setTimeout(240_000);
    const [suite] = await office.ask('suites.list', {});
    const sam = await addPerson(office, 'Sam Visitor');
    await office.ask('people.setPin', { id: sam, pin: '418293' });
    const id = await received(office, suite?.id ?? '', sam);
    await openPlace(page, `/visits/${id}/declare/${sam}`);
    await stands(page);
    await page.getByRole('button', { name: 'Declare', exact: true }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await inspect(page, 'declaration, errors');

    await openPlace(page, `/visits/${id}`);
    await stands(page);
    await page.getByRole('button', { name: 'Accept', exact: true }).click();
    await inspect(page, 'accepting with thanks');
    await page.getByRole('button', { name: 'Ask the visitors' }).click();
    await page.getByRole('button', { name: 'Send the query' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await inspect(page, 'query, errors');
    await office.ask('visits.readThrough', { id, to: 'queried', words: 'Who was the fourth person?' });
    await expect(page.getByRole('region', { name: 'The office asks you' })).toBeVisible();
    await inspect(page, 'query to the visitors');
    await openPlace(page, '/');
    await expect(page.getByRole('region', { name: 'Needs you' })).toBeVisible();
    await inspect(page, 'home that needs you');

    const exercise = freshId();
    await office.ask('visits.start', { id: exercise, practice: true });
    await openPlace(page, `/visits/${exercise}/receipt`);
    await stands(page);
    await inspect(page, 'end of an exercise');
    await openPlace(page, `/people/${sam}`);
    await stands(page);
    await page.getByRole('button', { name: 'Set a new PIN' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await inspect(page, 'PIN, errors');
  });

  test('that is told of harm', async ({ page, office }) => {
    test.setTimeout(240_000);
    const call = '01900000-0000-7000-8000-000000000002';
    const [suite] = await office.ask('suites.list', {});
    const id = await draft(office, {
      suite: suite?.id,
      outcome: 'completed',
      'answers.illTreatment': { value: true },
      [`calls.#${call}`]: { id: call, order: call, told: 'Coordinator', what: 'What was said to us' },
    });
    const edit = `/visits/${id}/edit`;
    for (const place of ['/urgent', `/visits/${id}/urgent`, `${edit}/calls/${call}`, edit]) {
      await openPlace(page, place);
      await stands(page);
      await inspect(page, place.replace(id, 'report'));
    }
    await openPlace(page, '/settings');
    await page.getByRole('button', { name: 'Add a number' }).click();
    await page.getByRole('button', { name: 'Save the telephone numbers' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await inspect(page, 'telephone numbers, errors');
  });

  test('into which a sheet is copied', async ({ page, office }) => {
    test.setTimeout(240_000);
    const ids = [1, 2].map((n) => `01900000-0000-7000-8000-00000000000${n}`);
    const id = await draft(office, {
      outcome: 'completed',
      method: 'in-person',
      [`detainees.#${ids[0]}`]: {
        id: ids[0],
        order: ids[0],
        custodyNumber: 'AB/1',
        seen: { state: 'accepted' },
        ageGroup: 'under18',
        groups: { cell: 'to report' },
      },
      [`detainees.#${ids[1]}`]: { id: ids[1], order: ids[1], seen: { state: 'notAvailable' } },
      [`matters.#${ids[0]}`]: { id: ids[0], order: ids[0], what: 'A blanket' },
    });
    const notes = `/visits/${id}/edit/notes`;
    await openPlace(page, `${notes}/numbers`);
    await page.getByLabel('More numbers, one on each line').fill('9'.repeat(61));
    await report(page).continue();
    await expect(page.getByText(/is too long for one number/)).toBeVisible();
    await inspect(page, 'copying: numbers, errors');
    for (const step of ['met', 'why', 'people', 'asked', 'groups', 'words', 'tallies', 'matters', 'notes']) {
      await openPlace(page, `${notes}/${step}`);
      await stands(page);
      await inspect(page, `copying: ${step}`);
    }
  });
});
