import { beforeAll, expect, test } from 'vitest';
import { addPerson, freshId } from '#test/office.ts';
import { officeForAll } from '#test/shared-office.ts';
import { openWindow, screen, waitFor, within } from './window.tsx';

const office = await officeForAll();
let ann: string;
let open: ReturnType<typeof openWindow>;
beforeAll(async () => {
  ann = await addPerson(office, 'Ann Visitor');
  await addPerson(office, 'Bob Visitor');
});

const meeting = async () => {
  const { rows } = await office.ask('sessions.list', { show: 'past' });
  return office.ask('sessions.get', { id: rows[0]?.id ?? '' });
};

test('a meeting is added; what is typed of it is kept when the window closes', async () => {
  open = openWindow(office.host, '/sessions');
  await open.press('Add training or a meeting');
  await open.heading('Add training or a meeting');
  await open.type('Title', 'Spring meeting');
  await open.type('Begins at', '6.30pm');
  await waitFor(async () =>
    expect(JSON.stringify(await office.ask('preferences.get', {}))).toContain('6.30pm'),
  );
  open.kill();
  open = openWindow(office.host, '/sessions/new');
  await waitFor(async () => expect((await open.field('Title')).value).toBe('Spring meeting'));
  await open.press('Save');
  expect((await screen.findByRole('alert')).textContent).toContain('The day must be a date');
  await open.choose('Kind', 'Scheme meeting');
  await open.type('Day', '4/5/2024');
  await open.press('Save');
  await open.heading(/Spring meeting$/);
  await screen.findByText('4 May 2024, 18:30');
});

test('items of the agenda are put in another order by keyboard, and minutes stand with theirs', async () => {
  const { session } = await meeting();
  open = openWindow(office.host, `/sessions/${session.id}/agenda`);
  for (const [i, title] of ['Any other business', 'Reports of the quarter'].entries()) {
    await open.press('Add an item');
    const item = await open.group(`Item ${i + 1}`);
    await open.user.type(item.getByLabelText('What it is called'), title);
  }
  const up = await screen.findByRole('button', { name: 'Move up “Reports of the quarter”' });
  up.focus();
  await open.user.keyboard('{Enter}');
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Move down “Reports of the quarter”'));
  await open.press('Save the agenda');
  await open.heading(/Spring meeting$/);
  await open.press('Write the minutes');
  await open.type('1. Reports of the quarter', 'All were read.');
  await open.press('Save the minutes');
  await open.heading(/Spring meeting$/);
  await screen.findByText('All were read.', { selector: 'blockquote' });
  const { agenda } = (await meeting()).session;
  expect(agenda.map(({ title, minutes }) => [title, minutes])).toEqual([
    ['Reports of the quarter', 'All were read.'],
    ['Any other business', undefined],
  ]);
});

test('attendance is taken by single letters, one person after the other', async () => {
  const { session } = await meeting();
  open = openWindow(office.host, `/sessions/${session.id}`);
  await open.press(/^Invite all/);
  const first = await open.group('Ann Visitor');
  first.getByLabelText('Present').focus();
  await open.user.keyboard('ps');
  await waitFor(async () =>
    expect((await meeting()).session.attendance.map(({ was }) => was).sort()).toEqual([
      'apologies',
      'present',
      undefined,
    ]),
  );
  await screen.findByText('3 invited, 1 present.');
  expect((await meeting()).session.attendance.find(({ id }) => id === ann)?.was).toBe('present');
});

test('an action has an owner and a day, is late, and says in the end what came of it', async () => {
  const { session } = await meeting();
  open = openWindow(office.host, `/sessions/${session.id}/actions/new`);
  await open.type('What is to be done', 'Ask for a second blanket.');
  await open.user.selectOptions(await open.field('Who owes it'), 'Ann Visitor');
  await open.type('By', '1/6/2024');
  await open.press('Save the action');
  await open.heading(/Spring meeting$/);
  open.go('/sessions/actions');
  const row = within(await screen.findByRole('row', { name: /second blanket/ }));
  expect(row.getByText('Ann Visitor')).toBeTruthy();
  expect(row.getByText('Late')).toBeTruthy();
  await open.follow('Spring meeting, 4 May 2024');
  await open.heading(/Spring meeting$/);
  await open.follow('Ask for a second blanket.');
  await open.type('Done on', '3/6/2024');
  await open.type('What came of it', 'There are two now.');
  await open.press('Save the action');
  await screen.findByText('There are two now.');
  expect(await office.ask('sessions.actions', { whose: 'all' })).toEqual([]);
});

test('the next meeting is like the last, takes over what is open, and both are printed', async () => {
  const { session } = await meeting();
  const action = { id: freshId(), words: 'Thank the inspector.' };
  const patch = [{ path: ['actions', `#${action.id}`], now: action }];
  await office.ask('sessions.save', { id: session.id, patch });
  open = openWindow(office.host, `/sessions/${session.id}`);
  await open.press('Plan the next one');
  await open.heading('The next meeting');
  await open.type('Day', '4/8/2024');
  await open.press('Save');
  await screen.findByText('4 August 2024, 18:30');
  await screen.findByText('Still open from earlier meetings');
  await screen.findByText('3 invited.');
  await open.press('Agenda and minutes on paper');
  const paper = within(await screen.findByRole('article', { name: 'Spring meeting: agenda' }));
  paper.getByText('Thank the inspector.');
  await open.press('Minutes');
  await screen.findByRole('article', { name: 'Spring meeting: minutes' });
});

test('papers are files and places where something is kept; who cancels says why', async () => {
  const { session } = await meeting();
  open = openWindow(office.host, `/sessions/${session.id}`);
  const field = await open.field('Attach a file');
  await open.user.upload(field, new File(['To be read.'], 'paper.txt', { type: 'text/plain' }));
  await screen.findByText(/^paper\.txt \(1 kB\)/);
  await open.user.click(await screen.findByText('Add a paper that is kept elsewhere'));
  await open.type('What it is called', 'Code of Practice');
  await open.press('Add the paper');
  await screen.findByRole('button', { name: 'Take out Code of Practice' });
  await open.press('Take out Code of Practice');
  await open.press('Take out paper.txt');
  await screen.findByText('None yet.');
  await open.user.click(await screen.findByText('Cancel it', { selector: 'summary *' }));
  await open.type('Why is it cancelled?', 'Snow.');
  await open.press('Cancel it');
  await screen.findByText(/Cancelled: Snow\./);
  await open.press('It takes place after all');
  await waitFor(() => expect(screen.queryByText(/Cancelled: Snow\./)).toBeNull());
});

test('a visitor reads a session, what they owe and what they attended, and changes none of it', async () => {
  const { session } = await meeting();
  const { person } = await office.ask('session.get', {});
  await office.ask('sessions.attend', { id: session.id, person: person.id, was: 'present' });
  const action = { id: freshId(), words: 'Read the Code again.', owner: person.id };
  const patch = [{ path: ['actions', `#${action.id}`], now: action }];
  await office.ask('sessions.save', { id: session.id, patch });
  const successor = await addPerson(office, 'Next Coordinator');
  const roles = (was: readonly string[], now: string[]) => [{ path: ['roles'], was: [...was], now }];
  await office.ask('people.save', { id: successor, patch: roles(['visitor'], ['coordinator']) });
  await office.ask('people.save', { id: person.id, patch: roles(person.roles, ['visitor']) });
  open = openWindow(office.host, '/sessions');
  await screen.findByRole('row', { name: /Read the Code again/ });
  const own = await screen.findByRole('table', { name: 'Your own training and meetings' });
  expect(within(own).getAllByRole('row').length).toBeGreaterThan(1);
  expect(screen.queryByRole('button', { name: 'Add training or a meeting' })).toBeNull();
  open.go(`/sessions/${session.id}`);
  await screen.findByText(`${person.name}: present`);
  for (const name of ['Change the agenda', 'Write the minutes', 'Add an action', 'Change when and where'])
    expect(screen.queryByRole('button', { name })).toBeNull();
  expect(screen.queryByLabelText('Attach a file')).toBeNull();
});
