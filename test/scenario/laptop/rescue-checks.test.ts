import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import type { RecordCheck } from '#shared/records/record-check.ts';
import { diff } from '#shared/sync/patch.ts';
import { freshId, type JoinedLaptop, joinedLaptop } from './laptop.ts';

const laptops: JoinedLaptop[] = [];
const laptop = () => {
  const one = joinedLaptop();
  laptops.push(one);
  return one;
};
afterEach(() => {
  for (const one of laptops.splice(0)) one.end();
});

const passphrase = 'words for the rescue alone';

/** A record check begun on a laptop, with its first lines and an answer. */
const beginCheck = (one: JoinedLaptop): string => {
  const id = freshId();
  one.ask('checks.start', { id });
  const check = one.read('recordCheck', id) as RecordCheck;
  const entry = freshId();
  const said = {
    ...check,
    custodyNumber: 'KW/4711/26',
    entries: [{ id: entry, order: entry, step: 'detained', done: { on: '2026-03-01', at: '23:10' } }],
    answers: { reasonGiven: { value: 'not recorded' } },
  };
  one.ask('checks.save', { id, patch: diff(check, said) });
  return id;
};

test('a record check that is not done goes out in a rescue file, encrypted, and is gone on with elsewhere', () => {
  const [broken, spare] = [laptop(), laptop()];
  const id = beginCheck(broken);
  const written = broken.read('recordCheck', id);
  const { path, changes } = broken.ask('sync.rescueOut', { passphrase });
  expect(changes).toBe(1);
  expect(readFileSync(path).includes('KW/4711/26')).toBe(false);
  expect(spare.ask('sync.rescueIn', { path, passphrase })).toEqual({ changes: 1, known: 0, files: 0 });
  expect(spare.read('recordCheck', id)).toEqual(written);
  expect(spare.ask('checks.get', { id }).state).toBe('draft');
  spare.ask('checks.save', { id, patch: [{ path: ['summary'], now: 'Read on.' }] });
  expect(spare.ask('sync.rescueIn', { path, passphrase })).toEqual({ changes: 0, known: 1, files: 0 });
  expect((spare.read('recordCheck', id) as RecordCheck).summary).toBe('Read on.');
});
