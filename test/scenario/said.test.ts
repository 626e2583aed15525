import { strFromU8, unzipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { addSuite, newOffice } from '#test/office.ts';
import { raised } from './letters/concerns.ts';

const office = await newOffice();
afterAll(() => office.end());
const suite = await addSuite(office, 'Millford');
const asked = { suite, period: '2025-26Q4' };

const fileOf = async (as: 'docx' | 'html' | 'csv') => {
  const file = await office.ask('said.file', { ...asked, as });
  return { ...file, bytes: new Uint8Array(Buffer.from(file.bytes, 'base64')) };
};

test('the page of a suite and quarter, and every file of it, say the same in publication wording', async () => {
  const publication = '=1+1 <b>bells</b> & "heating" could not be heard.';
  await raised(office, { suite, matter: 'The bell of cell 4 is broken.', publication });
  await raised(office, { suite, matter: 'A raw word of cell 9.' });
  const page = await office.ask('said.get', asked);
  expect(page.rows.map(({ said }) => said)).toEqual([publication]);
  expect(page.unworded).toHaveLength(1);

  const csv = new TextDecoder().decode((await fileOf('csv')).bytes);
  expect(csv).toContain(`"'=1+1 <b>bells</b> & ""heating"" could not be heard."`);
  const html = new TextDecoder().decode((await fileOf('html')).bytes);
  expect(html).toContain('<html lang="en-GB">');
  expect(html).toContain('=1+1 &lt;b&gt;bells&lt;/b&gt; &amp; &quot;heating&quot; could not be heard.');
  const docx = await fileOf('docx');
  expect(docx.name).toBe('You said Millford 2025-26Q4.docx');
  const words = strFromU8(unzipSync(docx.bytes)['word/document.xml'] ?? new Uint8Array());
  expect(words).toContain('=1+1 &lt;b&gt;bells');
  for (const text of [csv, html, words]) expect(text).not.toMatch(/raw word|cell 4|cell 9/);
});

test('a suite or a quarter that is none is said to be none', async () => {
  expect(
    await office.refusal('said.get', { ...asked, suite: asked.suite.replace(/.$/, '0').replace(/^./, '9') }),
  ).toMatchObject({
    tag: 'notFound',
  });
  expect(await office.refusal('said.get', { suite, period: 'spring' })).toMatchObject({ tag: 'badPeriod' });
});
