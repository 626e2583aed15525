import { expect, type Office, test } from './office.ts';
import { setUp } from './pages/first-run.ts';
import { goTo, saved } from './pages/frame.ts';
import { byKeyboard, byMouse } from './pages/hand.ts';
import { daysAgo, months, statement } from './pages/report.ts';
import { figure, workOut } from './pages/return.ts';

test.use({ start: 'none' });

const date = daysAgo(2);
const name = `Worcester, ${months.format(new Date(date))}`;
const pin = '402913';

/** Six people as they stand on the sheet: two children, one asleep, one whom the inspector refused. */
const people = [
  { number: 'W/0101/26', met: 'Yes, they agreed to talk', age: 'Adult', sex: 'Male' },
  { number: 'W/0102/26', met: 'Yes, they agreed to talk', age: 'Adult', sex: 'Female' },
  { number: 'W/0103/26', met: 'Yes, they agreed to talk', age: 'Under 18', sex: 'Male' },
  { number: 'W/0104/26', met: 'No, they declined', age: 'Under 18', sex: 'Female' },
  { number: 'W/0105/26', met: 'No, they were not available', age: 'Adult', sex: 'Male', why: 'Asleep' },
  {
    number: 'W/0106/26',
    met: 'No, they were not available',
    age: 'Adult',
    sex: 'Male',
    why: 'You were denied access to them',
  },
] as const;

const [, woman, boy, , asleep, refused] = people;
const spokenTo = people.filter(({ met }) => met.startsWith('Yes'));
const nobody = 'Nothing to report for anyone';
const cell = (number: string, question: string) => `Detainee ${number}: ${question}`;

for (const [how, handOf] of [
  ['by mouse', byMouse],
  ['by keyboard alone', byKeyboard],
] as const)
  test(`A visit with six detainees, ${how}: from a paper sheet to an accepted report`, async ({
    page,
    office,
  }) => {
    test.setTimeout(420_000);
    await setUp(page, /West Mercia/);
    const hand = handOf(page);
    const { type, select, choose, tick, press, follow } = hand;

    await test.step('the second visitor sets a PIN of their own', async () => {
      await addVisitor(office);
      await goTo(page, 'Scheme', 'People');
      await expect(page.getByRole('link', { name: 'Sam Visitor' })).toBeVisible();
      await follow('Sam Visitor', 'Sam Visitor');
      await type('PIN', pin);
      await type('The same PIN again', pin);
      await press('Set the PIN');
      await expect(page.getByText('A PIN is set.')).toBeVisible();
      await goTo(page, 'Home');
      await expect(page.getByRole('button', { name: 'Start a visit report' })).toBeVisible();
    });

    await test.step('the sheet, column by column', async () => {
      await follow('Start a visit report', 'Visit report');
      await follow('Copy from a paper sheet', 'The visit');
      await select('Which suite did you visit?', 'Worcester');
      await hand.date('Date of the visit', date);
      await choose('What came of it?', 'The visit was completed');
      await choose('How was the visit made?', 'In person');
      await type('Arrived at the station', '1430');
      await type('Admitted to custody', '14:34');
      await type('Left', '16:05');
      await follow('Continue', 'Custody record numbers');
      await type('One number on each line', people.map(({ number }) => number).join('\n'));
      await follow('Continue', 'How each was met');
      for (const { number, met } of people) await select(cell(number, 'Did you speak to them?'), met);
      await follow('Continue', 'Those you did not speak to');
      for (const one of people)
        if ('why' in one) await select(cell(one.number, 'Why were they not available?'), one.why);
      await select(cell(asleep.number, 'Did you see them, without speaking?'), 'Yes');
      await follow('Continue', 'Who they are');
      for (const { number, age } of people) await select(cell(number, 'Adult or under 18?'), age);
      for (const { number, sex } of people) await select(cell(number, 'Sex or gender'), sex);
      await follow('Continue', 'What is asked about each');
      for (const { number } of spokenTo)
        await select(cell(number, 'Do they understand their rights?'), 'Yes');
      await select(cell(boy.number, 'Was an appropriate adult called?'), 'Yes');
      await select(cell(boy.number, 'Has the appropriate adult come?'), 'Yes');
      await select(cell(boy.number, 'Is the child being kept here overnight?'), 'No');
      await follow('Continue', 'Anything to report');
      for (const group of ['Rights', 'Health and safety', 'Time in custody', 'Cell'])
        await choose(group, nobody);
      await choose('Care', 'Something to report');
      await tick(`Detainee ${woman.number}`);
      await follow('Continue', 'A few words about each');
      await follow('Continue', 'Tallies');
      await type('In custody', '7');
      await expect(page.getByText('1 of 7 people held are not accounted for.')).toBeVisible();
      await follow('Continue', 'Raised on the day');
      await press('Add a matter');
      await select('Whom is it about?', `Detainee ${woman.number}`);
      await type('What was asked for or raised?', 'A second blanket.');
      await type('Whom did you tell?', 'PS 1234');
      await type('What was the answer?', 'At once.');
      await select('What became of it?', 'Resolved during the visit');
      await follow('Continue', 'What became of your notes?');
      await choose('The paper you made notes on in the suite', 'They are destroyed');
      await follow('Continue', 'Visit report');
    });

    await test.step('what the sheet has no room for', async () => {
      await follow('Detainees', 'Detainees');
      await expect(page.getByRole('heading', { name: /^Detainee W/ })).toHaveCount(6);
      await follow(`Change (Detainee ${woman.number})`, 'Detainee 2 of 6');
      await type('What should be known about their care?', 'One thin blanket, and a draught.');
      await choose('Was she asked in private whether she needs menstrual products?', 'Yes');
      await choose('May you read their custody record?', 'Yes, they agreed');
      await follow('Continue', 'Detainees');
      await follow(`Change (Detainee ${refused.number})`, 'Detainee 6 of 6');
      await type('Who denied you access to them?', 'Inspector 88');
      await type('On what ground?', 'He was said to be violent.');
      await choose('Is the denial recorded in this report, with officer and ground?', 'Yes');
      await choose('Is the denial recorded in the custody record?', 'No');
      await follow('Continue', 'Detainees');
      await follow('Back to the list of sections', 'Visit report');
      await follow('The visit', 'The visit');
      await select('Second visitor', 'Sam Visitor');
      await follow('Back to the list of sections', 'Visit report');
      await follow('Facilities', 'Facilities');
      await choose('Facilities: Anything to report?', 'No concerns here');
      await follow('Back to the list of sections', 'Visit report');
      await follow('Before you leave', 'Before you leave');
      await type('General comments', 'Calm. Kate Marsh was the kindest of them.');
      await choose('Is there anything to praise the staff for?', 'No');
      await choose('Did anything suggest ill-treatment?', 'No');
      await follow('Back to the list of sections', 'Visit report');
      await saved(page);
    });

    await test.step('the final check points at a name, and is told that it is none', async () => {
      await follow('Check and finish', 'Check and finish');
      await expect(page.getByRole('region', { name: 'Must fix' })).toHaveCount(0);
      const doubts = page.getByRole('region', { name: 'Are you sure?' });
      await expect(doubts).toContainText('1 of 7 people held are not accounted for');
      await expect(doubts).toContainText(refused.number);
      await expect(doubts).toContainText('“Kate Marsh”');
      await press('Not a name: Kate Marsh');
      await expect(page.getByRole('button', { name: /Kate Marsh/, pressed: true })).toBeVisible();
    });

    await test.step('it is declared twice, the second time with a PIN, and goes', async () => {
      await follow('Declare on this laptop as Sam Visitor', 'Declaration of Sam Visitor');
      await tick(statement);
      await type('PIN of Sam Visitor', '111222');
      await press('Declare');
      await expect(page.getByRole('alert')).toContainText('4 more tries');
      await type('PIN of Sam Visitor', pin);
      await follow('Declare', 'Check and finish');
      await tick(statement);
      await press('Make ready');
      await expect(page.getByRole('dialog')).toBeVisible();
      await follow('Yes, make it ready', 'The office has received your report');
      await expect(page.getByText('Declared', { exact: false })).toHaveCount(2);
      await follow('Read or print the report', name);
    });

    await test.step('the office reads it and asks', async () => {
      await press('Mark as read');
      await expect(page.getByRole('status').getByText('Marked as read.')).toBeVisible();
      await press('Ask the visitors');
      await type('What do you ask the visitors?', 'Was the draught from the hatch?');
      await press('Send the query');
      await expect(page.getByText('Was the draught from the hatch?').first()).toBeVisible();
      await goTo(page, 'Home');
      const needs = page.getByRole('region', { name: 'Needs you' });
      await expect(needs).toContainText('Was the draught from the hatch?');
      await follow(`${name}, V${date.slice(0, 4)}/0001`, name);
    });

    await test.step('the visitors correct it and answer', async () => {
      await follow('correct it', 'Correct this report');
      await follow('Detainees', 'Detainees');
      await follow(`Change (Detainee ${woman.number})`, 'Detainee 2 of 6');
      await type('What should be known about their care?', 'One thin blanket, and a draught from the hatch.');
      await follow('Continue', 'Detainees');
      await follow('Back to the list of sections', 'Correct this report');
      await follow('Look at the changes', 'What this correction changes');
      await expect(page.getByRole('table', { name: 'Changes' })).toContainText(woman.number);
      await type('Why is this corrected?', 'The office asked where from.');
      await follow('Make this correction', name);
      await expect(page.getByRole('heading', { name: 'Correction 1' })).toBeVisible();
      await type('Your answer', 'Yes, from the hatch: see correction 1.');
      await press('Send the answer');
      await expect(page.getByRole('status').getByText('The answer was sent to the office.')).toBeVisible();
    });

    await test.step('the office accepts it with thanks, and the visitors see that', async () => {
      await press('Accept');
      await type('Thanks to the visitors (you can leave this blank)', 'Thank you both.');
      await press('Accept the report');
      await expect(page.getByRole('status').getByText('The report is accepted.')).toBeVisible();
      await goTo(page, 'Home');
      await expect(page.getByRole('region', { name: 'What became of your reports' })).toContainText(
        'Thank you both.',
      );
    });

    await test.step('its people are in the figures, and nobody by number', async () => {
      await workOut(page);
      await expect(page.getByRole('group', { name: 'Period' })).toBeVisible();
      await choose('Period', 'A month or any other dates');
      await type('Month or dates', date.slice(0, 7));
      await follow('Show the return', /\d{4}/);
      await expect(figure(page, 'Detainees held').value).toHaveText('7');
      await expect(figure(page, 'Detainees entered').value).toHaveText('6');
      await expect(figure(page, 'Children entered').value).toHaveText('2');
      await expect(page.getByRole('main')).not.toContainText('W/010');
    });
  });

/** The other visitor is on the list already, as on any day. */
const addVisitor = async (office: Office): Promise<void> => {
  const id = crypto.randomUUID();
  await office.ask('people.save', {
    id,
    patch: [
      {
        path: [],
        now: { id, name: 'Sam Visitor', roles: ['visitor'], volunteer: { status: 'accredited' } },
      },
    ],
  });
};
