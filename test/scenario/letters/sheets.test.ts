import { strFromU8, unzipSync } from 'fflate';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '#shared/times.ts';
import { addSuite, freshId, newOffice, type Office } from '#test/office.ts';
import { run, strangersBook, strangersDocument, type Typed } from '#test/unit/sheets/strangers.ts';
import { fills } from '../reports.ts';
import { raised } from './concerns.ts';

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));
const plain = (xml: string) =>
  xml
    .replaceAll(/<\/w:p>|<\/t>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&');
const month = '2026-11';

describe('the monthly sheet of a suite', () => {
  let office: Office;
  let suite: string;
  beforeAll(async () => {
    office = await newOffice();
  });
  beforeEach(async () => {
    suite = await addSuite(office, 'Millford');
  });
  afterAll(() => office.end());

  const made = async (due?: string) => {
    const begun = await office.ask('sheets.begin', { suite, month });
    const { id } = await office.ask('sheets.make', { suite, month, due: due ?? begun.due, notNames: [] });
    return id;
  };
  const readIn = (id: string, rows: Typed[][]) =>
    office.ask('sheets.read', { id, bytes: base64(strangersBook(rows)) });

  it('asks what custody may read, in the words for publication, and shows nothing of the rest', async () => {
    const one = await raised(office, {
      suite,
      matter: 'Raw words of visitors.',
      publication: 'The call bell was faint.',
    });
    const kept = await raised(office, { suite, sharing: 'office', matter: 'Words about an officer.' });
    await raised(office, { suite: await addSuite(office, 'Oakham') });
    const id = await made();
    const { rows } = await office.ask('sheets.get', { id });
    expect(rows.map(({ reference, matter }) => [reference, matter])).toEqual([
      [one.reference, 'The call bell was faint.'],
    ]);
    for (const as of ['xlsx', 'docx'] as const) {
      const file = await office.ask('sheets.file', { id, as });
      const parts = unzipSync(bytesOf(file.bytes));
      const all = plain(
        Object.values(parts)
          .map((part) => strFromU8(part))
          .join('\n'),
      );
      for (const said of [one.reference, 'The call bell was faint.', 'What was done', 'Millford'])
        expect(all).toContain(said);
      for (const hidden of [kept.reference, 'Words about an officer', 'Raw words', 'office only'])
        expect(all).not.toContain(hidden);
    }
  });

  it('goes as a mail to the suite, with the workbook and its cover words', async () => {
    const { reference } = await raised(office, { suite });
    await office.ask('suites.save', { id: suite, patch: fills({ mail: 'custody@force.example' }) });
    const id = await made();
    const { bytes, name } = await office.ask('sheets.file', { id, as: 'mail' });
    expect(name).toBe('Concerns Millford 2026-11.eml');
    const mail = await PostalMime.parse(bytesOf(bytes));
    expect(mail.to?.map(({ address }) => address)).toEqual(['custody@force.example']);
    expect(mail.subject).toBe(
      'Independent custody visiting, Millford: concerns awaiting an answer, November 2026',
    );
    expect(mail.text).toContain('Dear colleagues at Millford');
    const [attached] = mail.attachments;
    expect(attached?.filename).toBe('Concerns Millford 2026-11.xlsx');
    const parts = unzipSync(new Uint8Array(attached?.content as ArrayBuffer));
    expect(strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array())).toContain(reference);
    const inspector = {
      id: freshId(),
      post: 'custody inspector',
      name: 'Inspector Hale',
      from: '2020-01-01',
    };
    const postholders = [{ ...inspector, mail: 'hale@force.example' }];
    await office.ask('suites.save', { id: suite, patch: fills({ postholders }) });
    const again = await office.ask('sheets.file', { id, as: 'mail' });
    const toThem = await PostalMime.parse(bytesOf(again.bytes));
    expect(toThem.to?.map(({ address }) => address)).toEqual(['hale@force.example']);
    expect(toThem.text).toContain('Dear Inspector Hale');
  });

  it('sent back as it went out says nothing, and each of its rows is empty', async () => {
    const one = await raised(office, { suite, matter: '=HYPERLINK("http://x") was on the screen & <b>' });
    const id = await made();
    for (const as of ['xlsx', 'docx'] as const) {
      const { bytes } = await office.ask('sheets.file', { id, as });
      expect(await office.ask('sheets.read', { id, bytes })).toEqual({
        rows: [],
        empty: [one.reference],
        missing: [],
      });
    }
  });

  it('comes back from a stranger with columns moved and rows missing; what is accepted answers the concern', async () => {
    const [one, two, three] = [
      await raised(office, { suite }),
      await raised(office, { suite }),
      await raised(office, { suite }),
    ];
    const id = await made();
    const read = await readIn(id, [
      ['Custody, Millford'],
      ['By whom', 'Number', 'Our own column', 'What was done', 'Date done or planned'],
      ['Sgt 12', one.reference, 'x', 'New bell fitted', { day: 46_329 }],
      [null, 'C2026/0099', null, 'Who knows', null],
      ['Sgt 12', three.reference, null, { formula: 'A1', shows: 'Mended' }, null],
    ]);
    expect(read.missing).toEqual([two.reference]);
    expect(read.rows.map(({ row, refused }) => [row, refused])).toEqual([
      [3, null],
      [4, 'No concern with this number stands on this sheet.'],
      [5, '“What was done” is a formula, and formulas are not read. Type the words.'],
    ]);
    const accept = {
      id,
      return: freshId(),
      file: 'back.xlsx',
      rows: [{ concern: one.id, done: 'New bell fitted', by: 'Sgt 12', on: '2026-11-03' }],
    };
    expect(await office.ask('sheets.accept', accept)).toMatchObject({ accepted: 1 });
    await office.ask('sheets.accept', accept);
    const { concern, state } = await office.ask('concerns.get', { id: one.id });
    expect(state).toBe('answered');
    expect(concern.answers).toMatchObject([
      {
        from: 'Sgt 12',
        via: 'sheet',
        sheet: id,
        words: 'New bell fitted\n\nDone or planned for: 3 November 2026',
      },
    ]);
    const { sheet, rows } = await office.ask('sheets.get', { id });
    expect(sheet.returns).toMatchObject([{ file: 'back.xlsx', accepted: [one.id] }]);
    expect(rows.map(({ standing }) => standing)).toEqual(['answered', 'waiting', 'waiting']);
  });

  it('takes one answer for a concern: twice in a file, taken already or settled meanwhile is refused', async () => {
    const [one, two] = [await raised(office, { suite }), await raised(office, { suite })];
    const id = await made();
    const document = strangersDocument(
      [
        ['Number', 'What was done'],
        [one.reference, 'Mended'],
        [one.reference, 'Not mended'],
        [two.reference, 'Ordered'],
      ].map((row) => row.map(run)),
    );
    const read = await office.ask('sheets.read', { id, bytes: base64(document) });
    expect(read.rows.map(({ refused }) => refused)).toEqual([
      'It is answered more than once in this file: in rows 2 and 3.',
      'It is answered more than once in this file: in rows 2 and 3.',
      null,
    ]);
    const row = { concern: two.id, done: 'Ordered', by: '' };
    await office.ask('sheets.accept', { id, return: freshId(), file: 'a.docx', rows: [row] });
    expect(
      await office.refusal('sheets.accept', { id, return: freshId(), file: 'a.docx', rows: [row] }),
    ).toEqual({ tag: 'movedOn' });
    await office.ask('concerns.move', { id: one.id, to: 'closed', words: 'The suite closed.' });
    const again = await readIn(id, [
      ['Number', 'What was done'],
      [one.reference, 'Mended'],
      [two.reference, 'Ordered'],
    ]);
    expect(again.rows.map(({ refused }) => refused)).toEqual([
      'It has been settled meanwhile.',
      'An answer to it was taken from this sheet already.',
    ]);
  });

  it('counts silence past its day, and next month asks again', async () => {
    const [one, two] = [await raised(office, { suite }), await raised(office, { suite })];
    const { today } = await office.ask('session.get', {});
    const id = await made(addDays(today, -1));
    await office.ask('sheets.accept', {
      id,
      return: freshId(),
      file: 'a.xlsx',
      rows: [{ concern: one.id, done: 'Mended', by: 'Sgt 12' }],
    });
    const list = await office.ask('sheets.list', {});
    expect(list.find((sheet) => sheet.id === id)).toMatchObject({
      suite: 'Millford',
      rows: 2,
      answered: 1,
      silent: 1,
    });
    const next = await office.ask('sheets.begin', { suite, month: '2026-12' });
    expect(next.rows.map(({ reference, before }) => [reference, before])).toEqual([[two.reference, 1]]);
  });

  it('is one for each month, asks somebody, and names no detainee', async () => {
    expect(await office.refusal('sheets.make', { suite, month, due: '2026-12-01', notNames: [] })).toEqual({
      tag: 'nothingToAsk',
    });
    await raised(office, { suite, matter: 'Peter Winslow was cold.' });
    expect((await office.ask('sheets.begin', { suite, month })).doubts).toEqual(['Peter Winslow']);
    expect(await office.refusal('sheets.make', { suite, month, due: '2026-12-01', notNames: [] })).toEqual({
      tag: 'namesInLetter',
      words: ['Peter Winslow'],
    });
    await office.ask('sheets.make', { suite, month, due: '2026-12-01', notNames: ['Peter Winslow'] });
    expect(await office.refusal('sheets.make', { suite, month, due: '2026-12-01', notNames: [] })).toEqual({
      tag: 'sheetExists',
    });
  });

  it('is not read from a file that is none, or has a macro', async () => {
    await raised(office, { suite });
    const id = await made();
    expect(await office.refusal('sheets.read', { id, bytes: base64(new Uint8Array([1, 2, 3])) })).toEqual({
      tag: 'badSheet',
      detail: 'it is neither an .xlsx nor a .docx file.',
    });
    const macro = strangersBook([['Number', 'What was done']], {
      parts: { 'xl/vbaProject.bin': new Uint8Array(4) },
    });
    expect(await office.refusal('sheets.read', { id, bytes: base64(macro) })).toMatchObject({
      tag: 'badSheet',
    });
  });
});
