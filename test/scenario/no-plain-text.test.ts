import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson, addSuite, freshId, newOffice, type Office } from '#test/office.ts';
import { killed } from '../crash/child.ts';
import { change, complete, draft, received } from './reports.ts';

/** One word for each kind of place that words go to. Nothing else in the world says them. */
const places = [
  'suite',
  'panel',
  'person',
  'notes',
  'setting',
  'comment',
  'praise',
  'answer',
  'custody-number',
  'detainee',
  'matter',
  'call',
  'query',
  'reply',
  'thanks',
  'reason',
  'corrected',
  'preference',
  'staged',
  'rejected',
  'draft',
] as const;
const word = (place: (typeof places)[number]) => `Xylophage-${place}-Quernstone`;
const killedWord = 'Xylophage-killed-Quernstone';

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((found) => found.isFile())
    .map((found) => join(found.parentPath, found.name));

/** The file as text in the ways in which a word could lie there readable. */
const readings = (path: string): string[] => {
  const bytes = readFileSync(path);
  const texts = [bytes.toString('latin1'), bytes.toString('utf16le'), bytes.subarray(1).toString('utf16le')];
  return [...texts, Buffer.from(texts[0] ?? '', 'base64').toString('latin1')].map((text) =>
    text.toLowerCase(),
  );
};

/** The files in which any of the words can be read. Half a word gives a person away as well. */
const telling = (folder: string): string[] =>
  filesUnder(folder).filter((path) =>
    readings(path).some((text) => text.includes('xylophage') || text.includes('quernstone')),
  );

describe('nothing that was written can be read off the disk', () => {
  let office: Office;
  let report: string;
  beforeAll(async () => {
    office = await newOffice();
    const suite = await addSuite(office, word('suite'));
    const visitor2 = await addPerson(office, word('person'));
    const panel = crypto.randomUUID();
    const now = { id: panel, name: word('panel'), notes: word('notes') };
    await office.ask('panels.save', { id: panel, patch: [{ path: [], now }] });
    const { body } = await office.ask('settings.get', {});
    await office.ask('settings.save', { patch: change('body', body, word('setting')) });
    const item = (said: object) => ({ id: freshId(), order: 'a', ...said });
    const sent = await received(office, suite, visitor2, {
      comments: word('comment'),
      praiseWords: word('praise'),
      'answers.later': { value: word('answer') },
      detainees: [
        item({
          custodyNumber: word('custody-number'),
          seen: { state: 'accepted' },
          sex: 'female',
          ethnicity: 'asian',
          answers: { later: { value: word('detainee') } },
        }),
      ],
      matters: [item({ what: word('matter'), toldTo: word('matter'), outcome: 'outstanding' })],
      calls: [item({ told: word('call'), what: word('call'), on: '2024-05-14', at: '11:00' })],
    });
    await office.ask('visits.readThrough', { id: sent, to: 'queried', words: word('query') });
    await office.ask('visits.answerQuery', { id: sent, words: word('reply') });
    await office.ask('visits.readThrough', { id: sent, to: 'accepted', words: word('thanks') });
    const patch = change('comments', word('comment'), word('corrected'));
    await office.ask('visits.correct', { id: sent, reason: word('reason'), patch });
    report = await draft(office, { ...complete, suite, visitor2, comments: word('draft') });
    await office.ask('preferences.set', { key: word('preference'), value: word('preference') });
    const { id } = await office.ask('imports.begin', { kind: 'suites', file: `${word('staged')}.csv` });
    const text = `name,status\n${word('staged')},open\n${word('rejected')},what\n`;
    await office.ask('imports.chunk', { id, text });
    await office.ask('imports.finish', { id });
    await office.ask('store.backUp', {});
  });
  afterAll(() => office.end());

  it('the search would find the words, were they there', () => {
    const bytes = Buffer.from('a xylophage', 'utf16le');
    expect(bytes.toString('utf16le')).toContain('xylophage');
    expect(readings(import.meta.filename).some((text) => text.includes('xylophage'))).toBe(true);
  });

  it('while the store is open: not in the file, its log, a backup, or anything beside them', () => {
    const files = filesUnder(office.folder).map((path) => path.replace(office.folder, ''));
    expect(files.some((path) => path.endsWith('.db-wal'))).toBe(true);
    expect(files.some((path) => path.includes('backup'))).toBe(true);
    expect(telling(office.folder)).toEqual([]);
  });

  it('in no export of a return is a comment, a name or what was typed about a detainee', async () => {
    for (const as of ['json', 'csv'] as const)
      for (const by of [undefined, 'hour', 'sex', 'ethnicity', 'suite'] as const) {
        const { bytes } = await office.ask('returns.file', {
          return: 'icv',
          period: '2024-25',
          as,
          ...(by && { by }),
        });
        const text = Buffer.from(bytes, 'base64').toString();
        for (const place of [
          'comment',
          'praise',
          'answer',
          'custody-number',
          'detainee',
          'matter',
          'call',
          'query',
          'reply',
          'thanks',
          'reason',
          'corrected',
          'person',
        ] as const)
          expect(text.includes(word(place)), `${place} in ${as}`).toBe(false);
      }
  });

  it('after it was closed', async () => {
    await office.close();
    expect(telling(office.folder)).toEqual([]);
  });

  it('after a kill in the middle of work, with a file half read', async () => {
    const { lines, errors } = await killed(
      '../scenario/writer.ts',
      [office.folder, office.recoveryCode, report, killedWord],
      (line) => (line === 'saved' ? 0 : undefined),
    );
    expect(lines, errors).toContain('saved');
    const [log = ''] = filesUnder(office.folder).filter((path) => path.endsWith('.db-wal'));
    expect(existsSync(log)).toBe(true);
    expect(telling(office.folder)).toEqual([]);
    await office.ask('store.unlock', { recoveryCode: office.recoveryCode });
    expect((await office.ask('visits.get', { id: report })).visit.briefing).toBe(`${killedWord}-typed`);
    expect(telling(office.folder)).toEqual([]);
  });
});
