import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Output } from '#shared/contract.ts';
import { factIds } from '#shared/quality/facts.ts';
import { freshId } from '#test/office.ts';
import { officeForAll } from '#test/shared-office.ts';

const office = await officeForAll('example');
const { latest, years } = await office.ask('returns.periods', {});
const year = latest.slice(0, latest.indexOf('Q'));
const packOf = (period: string) => office.ask('quality.pack', { period });
type Figure = Output<'quality.pack'>['facts'][number]['figures'][number];

/** How many records stand behind a figure, asked for as its link asks for them. */
const recordsBehind = async (period: string, fact: string, { behind }: Figure): Promise<number | null> => {
  if (behind.at === 'monitoring') return null;
  if (behind.at === 'records') {
    const { part } = behind;
    const found = await office.ask('quality.records', { period, fact, part, limit: 200 });
    expect(found.next !== null || found.rows.length === found.total).toBe(true);
    return found.total;
  }
  const { at: _, ...asked } = behind;
  return (await office.ask('returns.records', { return: 'icv', period, ...asked })).total;
};

/** Figures that are no number of records: sums, means and the longest. */
const isNoCount = ({ display, behind }: Figure) =>
  !/^\d[\d,]*$/.test(display) ||
  (behind.at === 'measure' && /target|delay\.(mean|max)|Days|hours/.test(behind.measure));

test('every fact is told of the example scheme in a sentence, and each of its figures opens the records it counts', async () => {
  for (const period of [latest, year]) {
    const { facts } = await packOf(period);
    expect(facts.map(({ id }) => id)).toEqual(factIds);
    for (const { id, sentence, definition, figures } of facts) {
      expect(sentence, id).toMatch(/\.$/);
      expect(definition, id).toMatch(/\.$/);
      for (const one of figures) {
        const records = await recordsBehind(period, id, one);
        const counted = Number(one.display.replaceAll(',', ''));
        if (records !== null && !isNoCount(one)) expect(records, `${id} ${one.title}`).toBe(counted);
      }
    }
    const proven = facts.filter((fact) => fact.proven).map(({ id }) => id);
    expect(proven).toEqual(
      expect.arrayContaining([
        'visits.target',
        'visits.hours',
        'delays',
        'reports.read',
        'volunteers.vetting',
      ]),
    );
  }
});

test('parts of a fact add up: no visit and no volunteer stands in two, or in none', async () => {
  const { facts } = await packOf(year);
  const sum = (id: string) =>
    (facts.find((one) => one.id === id)?.figures ?? []).reduce(
      (all, { display }) => all + Number(display.replaceAll(',', '')),
      0,
    );
  const attempted = sum('visits.days');
  expect(attempted).toBeGreaterThan(0);
  expect(sum('visits.hours')).toBe(attempted);
  expect(sum('reports.sameDay')).toBe(attempted);
  expect(sum('reports.read')).toBe(attempted);
  expect(sum('volunteers.vetting')).toBe(sum('volunteers.accreditation'));
});

test('what nothing shows is said, and is no longer said once there is evidence', async () => {
  await office.ask('quality.begin', {});
  expect(await office.ask('quality.begin', {})).toEqual({ added: 0 });
  const list = await office.ask('quality.list', {});
  const bare = list.find(({ criterion }) => !criterion.fact && criterion.evidence.length === 0);
  const { id = '', level, number, text } = bare?.criterion ?? {};
  await office.ask('quality.update', { id, status: 'met', words: 'The Panel was shown it.' });
  const gap = `${level} ${number}: nothing shows it, although it is said to be met.`;
  // It was said today: the pack of a year that ended before speaks of how it stood then.
  expect((await packOf(years.find((one) => one < year) ?? '')).gaps).not.toContain(gap);
  const { today } = await office.ask('session.get', {});
  const now = `${Number(today.slice(0, 4)) - 1}-01-01..${today}`;
  expect((await packOf(now)).gaps).toContain(gap);

  const [concern] = (await office.ask('concerns.list', { filter: { show: 'all' }, limit: 1 })).rows;
  const reference = concern?.reference?.toLowerCase() ?? '';
  await office.ask('quality.addEvidence', { id, on: today, words: 'What became of it.', reference });
  const wrong = { id, on: today, words: 'Nothing.', reference: 'C1999/0001' };
  expect(await office.refusal('quality.addEvidence', wrong)).toMatchObject({ tag: 'notFound' });
  const pack = await packOf(now);
  expect(pack.gaps).not.toContain(gap);
  const shown = pack.levels.flatMap(({ criteria }) => criteria).find((one) => one.id === id);
  expect(shown).toMatchObject({ status: 'met', said: { words: 'The Panel was shown it.' } });
  expect(shown?.evidence[0]).toMatchObject({ record: { type: 'concern', id: concern?.id } });
  expect(shown?.evidence[0]?.title).toContain(concern?.reference);

  const words = 'Nobody who visits works for the police.';
  await office.ask('quality.save', { id, patch: [{ path: ['text'], was: text ?? '', now: words }] });
  expect((await office.ask('quality.get', { id })).replace).toBe(false);
});

test('the pack leaves as a Word document and a web page that say the same, with what is not evidenced', async () => {
  const pack = await packOf(year);
  const plain = (text: string) =>
    text
      .replace(/<[^>]+>/g, ' ')
      .replace(/&amp;/g, '&')
      .replace(/\s+/g, ' ');
  const docx = await office.ask('quality.file', { period: year, as: 'docx' });
  const unpacked = unzipSync(Uint8Array.from(atob(docx.bytes), (c) => c.charCodeAt(0)));
  const html = await office.ask('quality.file', { period: year, as: 'html' });
  const texts = [
    strFromU8(unpacked['word/document.xml'] as Uint8Array),
    new TextDecoder().decode(Uint8Array.from(atob(html.bytes), (c) => c.charCodeAt(0))),
  ].map(plain);
  expect(texts[1]).toContain(pack.notice);
  for (const text of texts) {
    for (const { sentence } of pack.facts) expect(text).toContain(sentence);
    for (const gap of pack.gaps) expect(text).toContain(gap);
    for (const { level, criteria } of pack.levels)
      for (const one of criteria) expect(text).toContain(one.text || level);
  }
});

test('a period that is none, and a criterion or part that is not there, are said in words', async () => {
  expect(await office.refusal('quality.pack', { period: 'last week' })).toMatchObject({ tag: 'badPeriod' });
  expect(await office.refusal('quality.get', { id: freshId() })).toMatchObject({ tag: 'notFound' });
  const asked = { period: latest, fact: 'visits.hours', part: 'Midnight' };
  expect(await office.refusal('quality.records', asked)).toMatchObject({ tag: 'notFound' });
});
