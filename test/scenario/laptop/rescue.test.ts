import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { readIdentity, writeIdentity } from '#db/identity.ts';
import { openSealed } from '#db/sealed.ts';
import { newFolder, removeFolder } from '../../office.ts';
import { freshId, hub, type JoinedLaptop, joinedLaptop } from './laptop.ts';
import { beginReport, typeIn } from './typing.ts';

const laptops: JoinedLaptop[] = [];
const laptop = () => {
  const one = joinedLaptop();
  laptops.push(one);
  return one;
};
const folder = newFolder();
afterEach(() => {
  for (const one of laptops.splice(0)) one.end();
  removeFolder(folder);
});

const passphrase = 'words for the rescue alone';

test('everything unsent goes out encrypted and comes in elsewhere, drafts included, and nothing is doubled', () => {
  const [broken, spare] = [laptop(), laptop()];
  const sealed = beginReport(broken, { left: '16:00', comments: 'Sealed.' });
  broken.steps.toPush(0);
  typeIn(broken, sealed, { praiseWords: 'Typed since.' });
  const draft = beginReport(broken, { comments: 'Not ready at all.' });
  const out = broken.ask('sync.rescueOut', { passphrase });
  expect(out.changes).toBe(4);
  expect(readFileSync(out.path).includes('Not ready')).toBe(false);
  expect(spare.ask('sync.rescueIn', { path: out.path, passphrase })).toEqual({ changes: 4, known: 0 });
  expect(spare.read('visit', sealed)).toMatchObject({ comments: 'Sealed.', praiseWords: 'Typed since.' });
  expect(spare.read('visit', draft)).toMatchObject({ comments: 'Not ready at all.' });
  expect(spare.ask('sync.rescueIn', { path: out.path, passphrase })).toEqual({ changes: 0, known: 4 });
  const ids = (one: JoinedLaptop) => new Set(one.steps.toPush(0).map((change) => change.id));
  expect(ids(spare)).toEqual(ids(broken));
});

test('a rescue file gives nothing to a wrong passphrase, to another office, or once it is damaged', () => {
  const one = laptop();
  expect(one.refusal('sync.rescueOut', { passphrase })).toEqual({ tag: 'nothingUnsent' });
  beginReport(one, { comments: 'Unsent.' });
  expect(one.refusal('sync.rescueOut', { passphrase: 'short' }).tag).toBe('weakPassphrase');
  const { path } = one.ask('sync.rescueOut', { passphrase });
  expect(one.refusal('sync.rescueOut', { path, passphrase }).tag).toBe('fileExists');
  expect(one.refusal('sync.rescueIn', { path, passphrase: 'another one altogether' }).tag).toBe(
    'wrongPassphrase',
  );
  const file = readFileSync(path);
  writeFileSync(`${path}.torn`, file.subarray(0, file.length - 5));
  expect(one.refusal('sync.rescueIn', { path: `${path}.torn`, passphrase }).tag).toBe('notARescueFile');
  const stranger = laptop();
  writeIdentity(stranger.w, { ...readIdentity(stranger.w), office: freshId() });
  expect(stranger.refusal('sync.rescueIn', { path, passphrase }).tag).toBe('foreignOffice');
  expect(stranger.ask('sync.waiting', {})).toEqual([]);
});

test('what a revoked laptop leaves is read by the office’s key alone', () => {
  const one = laptop();
  expect(one.steps.sealedRest()).toBe('');
  beginReport(one, { comments: 'Left behind.' });
  const opened = openSealed(hub.privateKey, one.steps.sealedRest()) as Buffer;
  expect(gunzipSync(opened).toString('utf8')).toContain('Left behind.');
});
