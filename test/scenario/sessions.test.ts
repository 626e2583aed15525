import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import type { Session } from '#shared/records/session.ts';
import { addPerson, freshId } from '#test/office.ts';
import { officeForAll } from '#test/shared-office.ts';
import { change } from './reports.ts';

const office = await officeForAll();
let own: string;
let panel: string;
let ann: string;
let bob: string;
beforeAll(async () => {
  own = (await office.ask('session.get', {})).person.id;
  panel = freshId();
  await office.ask('panels.save', { id: panel, patch: [{ path: [], now: { id: panel, name: 'North' } }] });
  [ann, bob] = [await addPerson(office, 'Ann Visitor'), await addPerson(office, 'Bob Visitor')];
  for (const id of [ann, bob])
    await office.ask('people.save', { id, patch: change('panel', undefined, panel) });
});

const held = async (more: Partial<Session>): Promise<string> => {
  const id = freshId();
  const empty = { agenda: [], papers: [], attendance: [], actions: [] };
  const now = {
    id,
    kind: 'panel meeting',
    title: 'Panel meeting',
    on: '2024-05-04',
    panel,
    ...empty,
    ...more,
  };
  await office.ask('sessions.save', { id, patch: [{ path: [], now: JSON.parse(JSON.stringify(now)) }] });
  return id;
};
const action = (words: string, more: Partial<Session['actions'][number]> = {}) => ({
  id: freshId(),
  words,
  ...more,
});

test('all of a panel is invited in one go, once, and attendance is what is said last', async () => {
  const id = await held({});
  const { others } = await office.ask('sessions.get', { id });
  expect(others.map(({ name }) => name)).toEqual(['Ann Visitor', 'Bob Visitor']);
  expect((await office.ask('sessions.invite', { id })).invited).toBe(2);
  expect((await office.ask('sessions.invite', { id })).invited).toBe(0);
  await office.ask('sessions.attend', { id, person: ann, was: 'apologies' });
  await office.ask('sessions.attend', { id, person: ann, was: 'present' });
  await office.ask('sessions.attend', { id, person: bob, was: 'absent' });
  await office.ask('sessions.attend', { id, person: bob });
  const { session } = await office.ask('sessions.get', { id });
  expect(session.attendance).toEqual([{ id: ann, was: 'present' }, { id: bob }]);
  const [row] = (await office.ask('sessions.list', { show: 'past' })).rows;
  expect(row).toMatchObject({ invited: 2, present: 1, own: null, panelName: 'North' });
  await office.ask('sessions.uninvite', { id, person: bob });
  expect((await office.ask('sessions.get', { id })).session.attendance).toHaveLength(1);
});

test('the next meeting takes over what is still open, and earlier minutes stay as they were', async () => {
  const first = await held({
    on: '2024-06-01',
    kind: 'scheme meeting',
    actions: [action('Ask about cell 7.', { owner: ann, due: '2024-06-20' }), action('Thank the inspector.')],
  });
  const second = await held({ on: '2024-09-01', kind: 'scheme meeting' });
  await held({ on: '2024-09-01', kind: 'panel meeting' });
  const taken = async (id: string) =>
    (await office.ask('sessions.get', { id })).takenOver.map((one) => one.action.words);
  expect(await taken(second)).toEqual(['Ask about cell 7.', 'Thank the inspector.']);
  const { session } = await office.ask('sessions.get', { id: first });
  const [asked] = session.actions;
  await office.ask('sessions.save', {
    id: first,
    patch: [{ path: ['actions', `#${asked?.id}`, 'done'], now: '2024-10-01' }],
  });
  expect(await taken(second)).toContain('Ask about cell 7.');
  const third = await held({ on: '2024-12-01', kind: 'scheme meeting' });
  expect(await taken(third)).toEqual(['Thank the inspector.']);
});

test('what is open is listed for whoever owes it and for all, what is owed first in front', async () => {
  await held({ on: '2023-01-01', actions: [action('Mine.', { owner: own, due: '2023-02-01' })] });
  const listed = async (whose: 'mine' | 'all') => office.ask('sessions.actions', { whose });
  expect((await listed('mine')).map((one) => [one.action.words, one.late])).toEqual([['Mine.', true]]);
  const [first, ...rest] = await listed('all');
  expect(first?.action.words).toBe('Mine.');
  expect(rest.map((one) => one.action.words)).toContain('Thank the inspector.');
});

test('a record of training holds what was attended and what was learned elsewhere', async () => {
  const id = await held({
    kind: 'training',
    title: 'Mental health',
    topic: 'Mental health',
    on: '2024-02-01',
  });
  await office.ask('sessions.invite', { id, people: [bob] });
  await office.ask('sessions.attend', { id, person: bob, was: 'present' });
  const cancelled = await held({ kind: 'training', title: 'Cancelled', on: '2024-03-01' });
  await office.ask('sessions.invite', { id: cancelled, people: [bob] });
  await office.ask('sessions.cancel', { id: cancelled, words: 'The trainer was ill.' });
  const trained = [{ id: freshId(), topic: 'First aid', on: '2020-01-01' }];
  const patch = [{ path: ['volunteer', 'trained'], now: trained as never }];
  await office.ask('people.save', { id: bob, patch });
  expect(
    (await office.ask('sessions.attended', { person: bob })).map(({ title, was }) => [title, was]),
  ).toEqual([
    ['Mental health', 'present'],
    ['First aid', 'present'],
  ]);
});

test('a session is found by the words of its agenda, and its minutes are a Word document', async () => {
  const id = await held({
    title: 'Autumn meeting',
    agenda: [
      { id: freshId(), order: '02', title: 'Any other business' },
      {
        id: freshId(),
        order: '01',
        title: 'Showers',
        words: 'Kettlewick wrote.',
        minutes: 'They are mended.',
      },
    ],
  });
  const [hit] = await office.ask('search.find', { text: 'Kettlewick' });
  expect(hit).toMatchObject({ type: 'session', id, title: 'Autumn meeting', date: '2024-05-04' });
  const { name, bytes } = await office.ask('sessions.file', { id, as: 'minutes' });
  expect(name).toBe('Autumn meeting minutes 2024-05-04.docx');
  const words = strFromU8(unzipSync(Buffer.from(bytes, 'base64'))['word/document.xml'] ?? new Uint8Array());
  expect(words).toContain('They are mended.');
  expect(words.indexOf('1. Showers')).toBeLessThan(words.indexOf('2. Any other business'));
});

test('a file stands with the session until it is taken out; no change names one that it does not bring', async () => {
  const id = await held({});
  const paper = { type: 'session', id, file: freshId() } as const;
  await office.ask('files.add', { ...paper, name: 'agenda.txt', bytes: btoa('To be read before.') });
  expect((await office.ask('files.read', paper)).bytes).toBe(btoa('To be read before.'));
  const { session, files } = await office.ask('sessions.get', { id });
  expect(files).toEqual([{ id: paper.file, here: true, sent: true }]);
  const named = { ...session.files?.[0], id: freshId(), hash: 'a'.repeat(64) };
  const patch = [{ path: ['files', `#${named.id}`], now: named as never }];
  expect(await office.refusal('sessions.save', { id, patch })).toEqual({ tag: 'notAllowed' });
  await office.ask('files.remove', paper);
  expect(await office.refusal('files.read', paper)).toEqual({ tag: 'notFound', what: 'file' });
});

test('who has another panel reads what is everybody’s and changes neither; a visitor sees their own panel’s alone', async () => {
  const everybodys = await held({ title: 'For all', panel: undefined });
  const norths = await held({ title: 'For the North' });
  const successor = await addPerson(office, 'Next Coordinator');
  await office.ask('people.save', { id: successor, patch: change('roles', ['visitor'], ['coordinator']) });
  const { roles } = (await office.ask('session.get', {})).person;
  await office.ask('people.save', { id: own, patch: change('roles', roles, ['panel-coordinator']) });
  expect((await office.ask('sessions.get', { id: everybodys })).mayChange).toBe(false);
  expect(await office.refusal('sessions.get', { id: norths })).toEqual({ tag: 'notAllowed' });
  expect(await office.refusal('sessions.invite', { id: everybodys })).toEqual({ tag: 'notAllowed' });
  const paper = {
    type: 'session',
    id: everybodys,
    file: freshId(),
    name: 'a.txt',
    bytes: btoa('A'),
  } as const;
  expect(await office.refusal('files.add', paper)).toEqual({ tag: 'notAllowed' });
  const titles = (await office.ask('sessions.list', { show: 'past' })).rows.map(({ title }) => title);
  expect(titles).toEqual(['For all']);
});
