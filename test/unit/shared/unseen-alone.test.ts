import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contract } from '#shared/contract.ts';
import { freshId } from '#test/office.ts';
import { officeForAll } from '#test/shared-office.ts';

const office = await officeForAll('example');
const root = join(import.meta.dirname, '../../..');

/** Whatever source of ours, outside of tests, speaks of what was not seen. */
const speaking = (): string[] =>
  ['commands', 'db', 'desk', 'electron', 'hub', 'renderer', 'shared']
    .flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((path) => join(room, path)),
    )
    .filter((path) => /\.tsx?$/.test(path))
    .filter(
      (path) =>
        path.includes('/unseen/') ||
        /unseen\.get|\/unseen(\/|\.ts)/.test(readFileSync(join(root, path), 'utf8')),
    )
    .sort();

test('what was not seen is asked of by its own page alone: no letter, sheet, mail, file or export is made with it', () => {
  expect(speaking()).toEqual([
    'desk/answers.ts',
    'desk/unseen/unseen.ts',
    'renderer/app/places.ts',
    'renderer/app/routes.tsx',
    'renderer/unseen/UnseenPage.tsx',
    'renderer/unseen/index.tsx',
    'shared/calls/unseen.ts',
    'shared/contract.ts',
    'shared/unseen/cannot-say.ts',
    'shared/unseen/throughput.ts',
    'shared/unseen/unseen.ts',
  ]);
  const files = Object.keys(contract).filter((name) => name.startsWith('unseen.'));
  expect(files).toEqual(['unseen.get']);
});

test('what leaves the office of the example holds none of its sentences', async () => {
  const { sentences, against } = await office.ask('unseen.get', {});
  const [suite] = await office.ask('suites.list', {});
  const { latest } = await office.ask('returns.periods', {});
  const { rows } = await office.ask('visits.list', { limit: 1 });
  const texts = await Promise.all([
    office.ask('returns.file', { return: 'icv', period: latest, as: 'json' }),
    office.ask('said.file', { suite: suite?.id ?? '', period: latest, as: 'html' }),
    office.ask('visits.actionMail', { id: rows[0]?.id ?? freshId() }),
  ]);
  const left = texts.map((file) => JSON.stringify('bytes' in file ? atob(file.bytes) : file)).join('\n');
  expect(sentences.length + against.length).toBeGreaterThan(0);
  for (const { text } of [...sentences, ...against]) expect(left).not.toContain(text.split(': ')[1]);
});

test('nobody but the coordinator is told: not whoever runs a panel, visits or keeps the people', async () => {
  const { person } = await office.ask('session.get', {});
  const other = freshId();
  const now = { id: other, name: 'Somebody Else', roles: ['coordinator'] };
  await office.ask('people.save', { id: other, patch: [{ path: [], now }] });
  const left = person.roles.filter((role) => role !== 'coordinator');
  expect(left).toEqual(expect.arrayContaining(['visitor', 'panel-coordinator', 'administrator']));
  const patch = [{ path: ['roles'], was: person.roles, now: left }];
  await office.ask('people.save', { id: person.id, patch });
  expect(await office.refusal('unseen.get', {})).toEqual({ tag: 'notAllowed' });
});
