import { expect, test } from './office.ts';
import { heading, saved } from './pages/frame.ts';
import { keyboard } from './pages/keyboard.ts';
import { daysAgo, parts, reportId } from './pages/report.ts';

const title = (step: number, name: string) => new RegExp(`step ${step} of 11 ${name}`);

/** Six people as they stand on a sheet: two are children, one is asleep, one was denied to the visitors. */
const sheet = [
  { number: '22WO/1', met: 'Yes, they agreed to talk', age: 'Adult', sex: 'Male' },
  { number: '22WO/2', met: 'Yes, they agreed to talk', age: 'Under 18', sex: 'Female' },
  { number: '22WO/3', met: 'Yes, they agreed to talk', age: 'Under 18', sex: 'Male' },
  { number: '22WO/4', met: 'No, they declined', age: 'Adult', sex: 'Female' },
  { number: '22WO/5', met: 'No, they were not available', why: 'Asleep', age: 'Adult', sex: 'Male' },
  {
    number: '22WO/6',
    met: 'No, they were not available',
    why: 'You were denied access',
    age: 'Adult',
    sex: 'Male',
  },
];

test('A paper sheet with six detainees is copied by keyboard alone, column by column', async ({
  page,
  office,
}) => {
  test.setTimeout(180_000);
  const { to, type, press, choose, select, date, follow, command } = keyboard(page);
  const visit = async () => (await office.ask('visits.get', { id: reportId(page) })).visit;
  /** One column of the sheet: at each row the answer, in the order of the sheet. */
  const column = async (
    question: string,
    answers: readonly (readonly [number: string, answer: string])[],
  ) => {
    for (const [number, answer] of answers) await select(`Detainee ${number}: ${question}`, answer);
  };

  await test.step('the visit', async () => {
    await expect(heading(page, 'Home')).toBeFocused();
    await command('start a visit', 'Visit report');
    await follow('Copy from a paper sheet', title(1, 'The visit'));
    await select('Which suite did you visit?', 'Worcester');
    await date('Date of the visit', parts(daysAgo(2)));
    await choose('What came of it?', 'The visit was completed');
    await choose('How was the visit made?', 'In person');
    await type('Arrived at the station', '1430');
    await type('Admitted to custody', '1435');
    await type('Left', '1605');
    await follow('Continue', title(2, 'Custody record numbers'));
  });

  await test.step('the numbers, once more after going back', async () => {
    const numbers = sheet.map(({ number }) => number).join('\n');
    await type('One number on each line', numbers);
    await follow('Continue', title(3, 'How each was met'));
    await follow('Back to the step before: Custody record numbers', title(2, 'Custody record numbers'));
    await type('More numbers, one on each line', numbers);
    await expect(page.getByText('6 of them are entered already.')).toBeVisible();
    await follow('Continue', title(3, 'How each was met'));
    await saved(page);
    expect((await visit()).detainees?.map((d) => d.custodyNumber)).toEqual(sheet.map((d) => d.number));
  });

  await test.step('how each was met, and why not', async () => {
    await column(
      'Did you speak to them?',
      sheet.map(({ number, met }) => [number, met]),
    );
    await follow('Continue', title(4, 'Those you did not speak to'));
    await column(
      'Why were they not available?',
      sheet.flatMap(({ number, why }) => (why ? [[number, why] as const] : [])),
    );
    await column('Did you see them, without speaking?', [['22WO/5', 'Yes']]);
    await follow('Continue', title(5, 'Who they are'));
  });

  await test.step('who they are', async () => {
    await column(
      'Adult or under 18?',
      sheet.map(({ number, age }) => [number, age]),
    );
    await column(
      'Sex or gender',
      sheet.map(({ number, sex }) => [number, sex]),
    );
    await column('Are they vulnerable?', [['22WO/1', 'Yes']]);
    await follow('Continue', title(6, 'What is asked about each'));
    await column('Do they understand their rights?', [
      ['22WO/1', 'Yes'],
      ['22WO/2', 'No'],
      ['22WO/3', 'Yes'],
    ]);
    await follow('Continue', title(7, 'Anything to report'));
  });

  await test.step('nothing to report, but for one', async () => {
    await choose('Rights', 'Nothing to report for anyone');
    await choose('Care', 'Something to report');
    await to('Detainee 22WO/2');
    await press('Space');
    await follow('Continue', title(8, 'A few words about each'));
    await type('Detainee 22WO/2: What did they say, in their own words?', 'Cold all night.');
    await follow('Continue', title(9, 'Tallies'));
  });

  await test.step('tallies, a matter, and the end of the notes', async () => {
    await type('In custody', '9');
    await follow('Continue', title(10, 'Raised on the day'));
    await to('Add a matter');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Whom is it about?')).toBeFocused();
    await select('Whom is it about?', 'Detainee 22WO/2');
    await type('What was asked for or raised?', 'A second blanket');
    await type('Whom did you tell?', 'PS 12');
    await follow('Continue', title(11, 'What became of your notes'));
    await choose('The paper you made notes on in the suite', 'They are destroyed');
    await follow('Continue', /Visit report/);
    await saved(page);
  });

  const { detainees = [], matters = [], counts, notes } = await visit();
  expect(detainees.map((d) => [d.custodyNumber, d.seen?.state, d.seen?.reason, d.ageGroup, d.sex])).toEqual([
    ['22WO/1', 'accepted', undefined, 'adult', 'male'],
    ['22WO/2', 'accepted', undefined, 'under18', 'female'],
    ['22WO/3', 'accepted', undefined, 'under18', 'male'],
    ['22WO/4', 'declined', undefined, 'adult', 'female'],
    ['22WO/5', 'notAvailable', 'asleep', 'adult', 'male'],
    ['22WO/6', 'notAvailable', 'access denied', 'adult', 'male'],
  ]);
  expect(detainees[1]).toMatchObject({ groups: { rights: 'no concerns', care: 'to report' } });
  expect(detainees[0]).toMatchObject({ vulnerable: true, groups: { care: 'no concerns' } });
  expect(matters).toMatchObject([{ detainee: detainees[1]?.id, what: 'A second blanket', toldTo: 'PS 12' }]);
  expect(counts.total?.held).toBe(9);
  expect(notes).toBe('destroyed');
});
