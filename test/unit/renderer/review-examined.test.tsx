import { beforeAll, expect, test } from 'vitest';
import { bodyQuestionIds } from '#shared/records/review-parts.ts';
import { putting } from '#shared/sync/patch.ts';
import { addPerson, freshId } from '#test/office.ts';
import { officeForAll } from '#test/shared-office.ts';
import { openWindow, screen, waitFor, within } from './window.tsx';

/** One person holds every role here, so that a review they assessed is one they cannot decide. */
const office = await officeForAll();
const { person: me } = await office.ask('session.get', {});
const id = freshId();
let open: ReturnType<typeof openWindow>;

const seen = () => office.ask('reviews.get', { id });
/** A window at a page of reviews, where the one before is killed. */
const at = (place: string) => {
  open?.kill();
  open = openWindow(office.host, `/reviews${place}`);
};
/** The window is killed once what was typed is kept, and opened again at the same place. */
const killed = async (place: string, words: string) => {
  await waitFor(async () => expect(JSON.stringify(await office.ask('preferences.get', {}))).toContain(words));
  at(place);
};

beforeAll(async () => {
  await addPerson(office, 'Vera Visitor');
  await office.ask('reviews.start', {
    id,
    received: '2026-05-05',
    route: 'not investigated',
    grounds: 'Nobody asked me.',
  });
  const answers = Object.fromEntries(bodyQuestionIds.map((one) => [one, { answer: 'no' as const }]));
  const patch = [
    putting(['outcome'], { sent: '2026-04-20', counts: 'sent' }),
    putting(['body'], { answers }),
    putting(['acknowledged'], '2026-05-06'),
    putting(['adjustments'], 'Large print.'),
  ];
  await office.ask('reviews.save', { id, patch });
  for (const { id: check, result } of (await seen()).validity.checks)
    if (result === 'open') await office.ask('reviews.check', { id, check, result: 'pass' });
  await office.ask('reviews.move', { id, to: 'valid' });
});

test('the file is asked for and received in that order, and the review is given to an assessor', async () => {
  at(`/${id}/assign`);
  await open.heading(/File and assessor$/);
  await screen.findByText('Large print.');
  await open.type('Asked for on', '8/5/2026');
  await open.type('Received on', '7/5/2026');
  await open.press('Save the dates');
  expect((await screen.findByRole('alert')).textContent).toContain(
    'cannot be received before it was asked for',
  );
  await open.type('Received on', '12/5/2026');
  await open.press('Save the dates');
  await waitFor(async () => expect((await seen()).review.fileReceived).toBe('2026-05-12'));
  await open.press('Give it to them');
  await screen.findByRole('link', { name: 'Choose the assessor' });
  const assessor = await open.field('Assessor');
  expect(within(assessor).queryByText('Vera Visitor')).toBeNull();
  await open.user.selectOptions(assessor, me.name);
  await open.user.click(await open.field('They are from outside the office'));
  await open.press('Give it to them');
  await screen.findByText(/From outside the office, given it on/);
  await screen.findByText(/Has not declared yet/);
});

test('an assessor declares first that there is no conflict; until then nothing of the examination opens', async () => {
  at(`/${id}/examination`);
  await open.heading(/Examination$/);
  expect(screen.queryByRole('link', { name: 'The outcome as a whole' })).toBeNull();
  await open.press('Declare');
  await screen.findByRole('link', { name: 'Choose whether you have a conflict of interest' });
  await open.choose('Do you have a conflict of interest in this review?', 'No, I have none');
  await open.press('Declare');
  await screen.findByText(/declared on .* that there is no conflict of interest/);
  expect(await screen.findByRole('link', { name: 'The outcome as a whole' })).toBeTruthy();
});

test('an allegation has its category from the table, and its finding has reasons; what is typed outlives the window', async () => {
  const place = `/${id}/allegations/new`;
  at(place);
  await open.type('What is alleged', 'I was spoken to rudely.');
  await killed(place, 'I was spoken to rudely.');
  await waitFor(async () =>
    expect((await open.field('What is alleged')).value).toBe('I was spoken to rudely.'),
  );
  await open.user.selectOptions(await open.field('Category'), 'Individual behaviours');
  await open.user.selectOptions(await open.field('Subcategory'), 'Impolite language/tone');
  await open.type('What the force decided', 'The service was acceptable.');
  await open.type('Was the complainant told enough, and clearly, of what was found and why?', 'No.');
  await open.choose('Was the outcome of this allegation reasonable and proportionate?', 'Upheld');
  await open.press('Save the allegation');
  await screen.findByRole('link', { name: 'Enter the reasons for the finding' });
  await open.type('Reasons', 'Nobody was asked.');
  await open.press('Save the allegation');
  await open.follow(/^Allegation 1: I was spoken to rudely/);
  await waitFor(async () => expect((await open.field('Subcategory')).value).toBe('Impolite language/tone'));
  expect((await seen()).review.allegations).toMatchObject([
    {
      text: 'I was spoken to rudely.',
      category: 'Individual behaviours',
      subcategory: 'Impolite language/tone',
      forceDecision: 'The service was acceptable.',
      said: { information: 'No.' },
      finding: 'upheld',
      reasons: 'Nobody was asked.',
    },
  ]);
});

test('the four prompts of the office inform one question about the outcome as a whole', async () => {
  at(`/${id}/examination/overall`);
  const { prompts } = await office.ask('reviews.settings', {});
  expect(prompts).toHaveLength(4);
  for (const { words } of prompts) await open.type(words, `About ${words.slice(0, 20)}`);
  await open.choose('Was the outcome reasonable and proportionate?', 'Upheld');
  await open.type('Reasons', 'It was not.');
  await open.press('Save the examination');
  await open.heading(/Examination$/);
  const { examination } = (await seen()).review;
  expect(examination).toMatchObject({ finding: 'upheld', reasons: 'It was not.' });
  expect(Object.keys(examination?.said ?? {}).toSorted()).toEqual(prompts.map((one) => one.id).toSorted());
});

test('each version of the draft stays as it was, two are compared, and returning it ends the examination', async () => {
  at(`/${id}/draft`);
  await open.type('The draft', 'It was rude. The outcome was wrong.');
  await open.press('Keep it as version 1');
  const second = await open.field(/^Version 2, beginning with/);
  expect(second.value).toBe('It was rude. The outcome was wrong.');
  await open.type(/^Version 2, beginning with/, 'It was rude. The outcome was not reasonable.');
  await open.press('Keep it as version 2');
  await open.field(/^Version 3, beginning with/);
  const against = await open.field('Compare it with');
  await open.user.selectOptions(against, '0');
  const compared = within(await screen.findByRole('region', { name: 'What version 2 changed of version 1' }));
  expect(compared.getByText('The outcome was wrong.').tagName).toBe('DEL');
  expect(compared.getByText('The outcome was not reasonable.').tagName).toBe('INS');
  expect((await seen()).review.drafts.map(({ words }) => words)).toEqual([
    'It was rude. The outcome was wrong.',
    'It was rude. The outcome was not reasonable.',
  ]);
  await open.press('Return the review');
  await open.press('Return it');
  await waitFor(async () => expect((await seen()).state).toBe('returned'));
});

test('a draft passes its check only with all that is asked of it', async () => {
  const { quality } = await office.ask('reviews.settings', {});
  at(`/${id}/quality`);
  await open.choose('Did the draft pass?', 'Yes');
  await open.press('Enter the check');
  await screen.findByRole('link', {
    name: 'Tick everything that is met: a draft passes only with all of it',
  });
  const met = await open.group('What is met');
  for (const { words } of quality) await open.user.click(met.getByLabelText(words));
  await open.press('Enter the check');
  await screen.findByText('Version 2 passed');
});

test('whoever assessed a review reads plainly that somebody else decides it', async () => {
  at(`/${id}/decision`);
  await screen.findByText(/^You assessed this review.*so somebody else has to decide it/);
  expect(screen.queryByRole('button', { name: 'Decide the review' })).toBeNull();
  await screen.findByText('It was rude. The outcome was not reasonable.');
});

test('what is recommended is of the kinds of the route; a refusal has reasons and what became of it is told', async () => {
  at(`/${id}/recommendations`);
  const kinds = await open.group('What is recommended');
  expect(kinds.queryByLabelText('Notify the prosecutors')).toBeNull();
  await open.user.click(kinds.getByLabelText('Provide a remedy'));
  await open.type('In the words of the decision', 'Apologise to the complainant.');
  await open.press('Make the recommendation');
  await open.follow('Apologise to the complainant.');
  await open.heading(/Recommendation$/);
  await open.choose('What the force answered', 'Refused');
  await open.press('Enter the answer');
  await screen.findByRole('link', { name: 'Enter the reasons the force gives' });
  await open.type('The force’s reasons', 'It did before.');
  await open.press('Enter the answer');
  await screen.findByText('The force answered: refused');
  await open.choose('What is there to add?', 'A step of the force');
  await open.type('What the force did', 'A letter was sent.');
  await open.type('What shows it', 'The letter of 3 May.');
  await open.press('Add it');
  await screen.findByText('Shown by: The letter of 3 May.');
  await open.choose('What is there to add?', 'The complainant was told of the answer');
  await open.press('Add it');
  await screen.findByText('The complainant was told of the answer', { selector: 'strong' });
  at('/recommendations?show=refused');
  const table = within(await screen.findByRole('table', { name: 'Recommendations' }));
  expect(table.getByRole('link', { name: 'Apologise to the complainant.' })).toBeTruthy();
  expect(table.getByText('It did before.')).toBeTruthy();
});

test('themes and learning stand apart from recommendations, and are told by the quarter of receipt', async () => {
  at(`/${id}/learning`);
  await open.type('Another theme', 'Contact');
  await open.press('Save the themes');
  await waitFor(async () => expect((await seen()).review.themes).toEqual(['Contact']));
  await open.choose('Which is it?', 'Learning');
  await open.type('What was observed or learnt', 'Ask before closing.');
  await open.press('Add it');
  await screen.findByText('Ask before closing.', { selector: 'blockquote' });
  at('/learning');
  const quarter = await open.field('Reviews received in');
  await open.user.selectOptions(quarter, '2026-27Q1');
  const themes = within(await screen.findByRole('table', { name: 'Themes' }));
  expect(themes.getByRole('rowheader', { name: 'Contact' })).toBeTruthy();
  await screen.findByText('Ask before closing.');
});
