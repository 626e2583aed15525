import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Contact } from '#shared/records/contact.ts';
import { freshId, newOffice, type Office } from '#test/office.ts';

let office: Office;
beforeAll(async () => {
  office = await newOffice();
});
afterAll(() => office.end());

const adds = async (contact: Omit<Contact, 'id'>): Promise<string> => {
  const id = freshId();
  await office.ask('contacts.save', { id, patch: [{ path: [], now: { id, ...contact } as never }] });
  return id;
};
const opens = async (from: string, more: object = {}): Promise<string> => {
  const id = freshId();
  await office.ask('cases.create', { id, kind: 'enquiry', received: '2026-05-05', from, ...more });
  return id;
};
const names = async (text: string) =>
  (await office.ask('contacts.list', { text })).rows.map(({ name }) => name);
const get = (id: string) => office.ask('contacts.get', { id });

test('somebody is suggested by whatever they give, however it is written, with the reason and never alone', async () => {
  const jose = await adds({
    name: 'Dr José Núñez-Smith',
    aliases: ['Pepe Smith'],
    mail: 'Jose@Example.org',
    telephone: '+44 (0)1905 123 456',
    address: '1 High Street\nWorcester\nWR1 2AB',
  });
  await adds({ name: 'Mary Jones', mail: 'mary@example.org', address: 'WR1 2AB' });
  const why = async (sought: object) =>
    (await office.ask('contacts.suggest', sought)).find(({ contact }) => contact.id === jose)?.why;
  expect(await why({ mails: ['jose@example.ORG'] })).toEqual(['the same e-mail address']);
  expect(await why({ names: ['NUNEZ SMITH, Jose'] })).toEqual(['the same name']);
  expect(await why({ names: ['Mr Pepe Smith'] })).toEqual(['another name of theirs']);
  expect(await why({ names: ['J. Smith'] })).toEqual(['the same initial and surname']);
  expect(await why({ telephones: ['01905 123456'] })).toEqual(['the same telephone number']);
  expect(await why({ addresses: ['Flat 2, wr12ab'] })).toEqual(['the same postcode']);
  expect(await why({ names: ['Jos'] })).toEqual(['a name that begins so']);
  expect(await why({ names: ['Robert Brown'], mails: [''] })).toBeUndefined();
  expect(await office.ask('contacts.suggest', { addresses: ['WR1 2AB'] })).toHaveLength(2);
  expect(await names('nunez wr12ab')).toEqual(['Dr José Núñez-Smith']);
  expect(await names('mary JON')).toEqual(['Mary Jones']);
});

test('two records of one person become one that everything means, and come apart as they were', async () => {
  const ann = await adds({ name: 'Ann Taylor', mail: 'ann@example.org', notes: 'Rings on Mondays.' });
  const annie = await adds({
    name: 'Annie Taylor',
    mail: 'annie@example.org',
    telephone: '01905 999888',
    adjustments: 'Large print.',
  });
  const [own, other] = [await opens(ann), await opens(annie)];
  const review = freshId();
  await office.ask('reviews.start', { id: review, received: '2026-05-06', applicant: annie });
  const before = [await get(ann), await get(annie)];
  const pairs = await office.ask('contacts.duplicates', {});
  expect(pairs.rows.some(({ one, other: two }) => [one.id, two.id].includes(annie))).toBe(false);

  const preview = await office.ask('contacts.compare', { id: ann, other: annie });
  expect(preview.fields.map(({ field }) => field)).toEqual(['name', 'mail', 'telephone', 'adjustments']);
  expect([preview.stands.cases.length, preview.goes.cases.length, preview.goes.reviews.length]).toEqual([
    1, 1, 1,
  ]);
  await office.ask('contacts.merge', { id: ann, other: annie, choices: { name: 'own' } });
  expect(await get(annie)).toMatchObject({
    id: ann,
    name: 'Ann Taylor',
    telephone: '01905 999888',
    otherMails: ['annie@example.org'],
    adjustments: 'Large print.',
  });
  const seen = await office.ask('contacts.view', { id: annie });
  expect(seen.cases.map(({ id }) => id).sort()).toEqual([own, other].sort());
  expect(seen.reviews.map(({ id }) => id)).toEqual([review]);
  expect(seen.merged.map(({ name }) => name)).toEqual(['Annie Taylor']);
  expect(await names('annie')).toEqual(['Ann Taylor']);
  expect(await office.ask('search.find', { text: 'annie' })).toMatchObject([
    { id: ann, title: 'Ann Taylor' },
  ]);
  expect((await office.ask('reviews.get', { id: review })).applicant?.id).toBe(ann);
  expect((await office.ask('reviews.get', { id: review })).review.applicant).toBe(annie);
  expect((await office.ask('reviews.list', { filter: { applicant: ann } })).rows).toHaveLength(1);
  expect((await office.ask('cases.get', { id: other })).from?.id).toBe(ann);
  expect((await office.ask('cases.list', { filter: { from: ann } })).rows).toHaveLength(2);
  expect((await office.refusal('contacts.merge', { id: annie, other: ann, choices: {} })).tag).toBe(
    'movedOn',
  );

  await office.ask('contacts.save', {
    id: ann,
    patch: [{ path: ['telephone'], was: '01905 999888', now: '01905 1' }],
  });
  expect((await office.ask('contacts.unmerge', { id: annie })).kept).toEqual(['telephone']);
  expect(await get(annie)).toEqual(before[1]);
  expect(await get(ann)).toEqual({ ...before[0], telephone: '01905 1' });
  expect((await office.ask('cases.get', { id: other })).from?.name).toBe('Annie Taylor');
});

test('who looks alike is pointed out until somebody says that they are two', async () => {
  const father = await adds({ name: 'Mr Peter Hall', address: '3 Mill Lane, HR4 9AB' });
  const son = await adds({ name: 'Hall, Peter' });
  const found = async () =>
    (await office.ask('contacts.duplicates', {})).rows.find(({ one, other }) =>
      [father, son].every((id) => [one.id, other.id].includes(id)),
    );
  expect((await found())?.why).toEqual(['the same name']);
  await office.ask('contacts.different', { id: son, other: father });
  expect(await found()).toBeUndefined();
});

test('a restriction has its days, is listed when it is due, and stands beside whatever they write', async () => {
  const id = await adds({ name: 'Rita Ring' });
  const restriction = freshId();
  const begun = {
    id: restriction,
    decided: '2026-01-05',
    channels: ['phone' as const],
    words: 'Letters only.',
    starts: '2026-01-10',
    review: '2026-02-10',
  };
  const wrong = { ...begun, review: '2026-01-10' };
  expect((await office.refusal('contacts.restrict', { id, restriction: wrong })).tag).toBe('restrictionDays');
  await office.ask('contacts.restrict', { id, restriction: begun });
  const due = async () => (await office.ask('contacts.list', { show: 'due' })).rows.map((one) => one.id);
  expect(await due()).toEqual([id]);
  expect((await office.ask('contacts.around', { id })).restrictions).toMatchObject([{ state: 'due' }]);
  const did = (what: object) => office.ask('contacts.restriction', { id, restriction, what: what as never });
  await did({ kind: 'appeal', words: 'Asked to be rung again; refused.' });
  await did({ kind: 'goes on', review: '2999-01-01' });
  expect(await due()).toEqual([]);
  await did({ kind: 'ended', on: '2026-03-01' });
  expect((await office.ask('contacts.around', { id })).restrictions).toEqual([]);
  expect((await office.ask('contacts.list', { show: 'restricted' })).rows).toEqual([]);
});

test('an open review, or a complaint after which one may come, is told beside every other case of theirs', async () => {
  const id = await adds({ name: 'Carl Crane' });
  const complaint = await opens(id, { kind: 'complaint about the force', received: '2026-11-01' });
  const old = await opens(id, { kind: 'complaint about the force', received: '2020-01-01' });
  await office.ask('cases.step', { id: old, step: freshId(), what: 'Signpost or pass on to the force' });
  await office.ask('cases.close', { id: old, closing: freshId(), outcome: 'Passed on' });
  const review = freshId();
  await office.ask('reviews.start', { id: review, received: '2026-05-06', applicant: id });
  const around = await office.ask('contacts.around', { id, besides: freshId() });
  expect(around.reviews.map((one) => one.id)).toEqual([review]);
  expect(around.possible.map((one) => one.id)).toEqual([complaint]);
  expect((await office.ask('contacts.around', { id, besides: complaint })).possible).toEqual([]);
});

test('everything about a person leaves in one file with an index, everybody else in it marked', async () => {
  const id = await adds({ name: 'Sam Subject', mail: 'sam@example.org', telephone: '01905 111222' });
  const twin = await adds({ name: 'S Subject-Old', notes: 'An older record.' });
  await office.ask('contacts.merge', { id, other: twin, choices: {} });
  await adds({ name: 'Nora Neighbour', mail: 'nora@example.org' });
  const agent = await adds({ name: 'Lara Lawyer' });
  const one = await opens(twin, {
    onBehalfOf: id,
    summary:
      'My neighbour <b>Nora Neighbour</b> (nora@example.org, 07700 900123) wrote to sam@example.org. Ring 01905 111222.',
  });
  await office.ask('cases.note', {
    id: one,
    note: freshId(),
    words: '=cmd() Asked Alexandra Office about it.',
  });
  await office.ask('files.add', {
    type: 'caseFile',
    id: one,
    file: freshId(),
    name: '../../etc/pass wd.txt',
    bytes: btoa('Hello'),
  });
  const review = freshId();
  await office.ask('reviews.start', { id: review, received: '2026-05-06', applicant: id });
  await office.ask('reviews.save', {
    id: review,
    patch: [{ path: ['representative'], now: { person: agent } }],
  });

  const made = await office.ask('contacts.accessFile', { id });
  expect(made.name).toMatch(/^Subject access [\d-]+\.zip$/);
  const parts = unzipSync(Buffer.from(made.bytes, 'base64'));
  const text = (path: string) => Buffer.from(parts[path] ?? []).toString();
  const paths = Object.keys(parts);
  expect(paths.every((path) => !path.includes('..') && !path.startsWith('/'))).toBe(true);
  const [index, person] = [text('index.html'), text('person.html')];
  for (const path of paths.filter((p) => p !== 'index.html'))
    expect(index).toContain(path.split('/').map(encodeURIComponent).join('/'));
  expect(person).toContain('An older record.');
  const page = text(paths.find((path) => path.startsWith('cases/')) ?? '');
  expect(page).toContain('&lt;b&gt;<mark>[third party: Nora Neighbour]</mark>&lt;/b&gt;');
  expect(page).toContain('<mark>[third party: nora@example.org]</mark>');
  expect(page).toContain('<mark>[third party: 07700 900123]</mark>');
  expect(page).toContain('wrote to sam@example.org. Ring 01905 111222.');
  expect(page).toContain('<mark>[third party: Alexandra Office]</mark>');
  expect(page).toContain('Somebody of the office');
  expect(text(paths.find((path) => path.startsWith('reviews/')) ?? '')).toContain(
    '[third party: Lara Lawyer]',
  );
  for (const what of ['Nora Neighbour', 'nora@example.org', 'Alexandra Office', 'Lara Lawyer'])
    expect(index).toContain(what);
  expect(text(paths.find((path) => path.startsWith('files/')) ?? '')).toBe('Hello');
});

test('two whose names together are more than one record holds are not merged, and it is said which to choose', async () => {
  const aliases = (of: string) => Array.from({ length: 12 }, (_, i) => `${of} ${i}`);
  const [one, two] = [
    await adds({ name: 'Many Names', aliases: aliases('Former') }),
    await adds({ name: 'More Names', aliases: aliases('Other') }),
  ];
  const both = { id: one, other: two, choices: { aliases: 'both' } } as const;
  const refused = await office.refusal('contacts.merge', both);
  expect(refused).toEqual({ tag: 'mergedTooMuch', fields: ['other names'] });
  await office.ask('contacts.merge', { ...both, choices: { aliases: 'own', name: 'own' } });
  expect((await get(two)).id).toBe(one);
});
