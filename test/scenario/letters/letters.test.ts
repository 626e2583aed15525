import { strFromU8, unzipSync } from 'fflate';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson, addSuite, freshId, newOffice, type Office } from '#test/office.ts';
import { fills, received } from '../reports.ts';
import { raised } from './concerns.ts';

const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));

/** The text of a Word document as another reader finds it: what stands between the tags, by paragraph. */
const wordsIn = (docx: Uint8Array): string =>
  strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array())
    .replaceAll(/<w:br\/>|<\/w:p>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');

describe('a letter to the police', () => {
  let office: Office;
  let suite: string;
  let inspector: string;
  let reminder: string;
  beforeAll(async () => {
    office = await newOffice();
    suite = await addSuite(office, 'Millford');
    const templates = await office.ask('templates.list', {});
    inspector =
      templates.find(({ template }) => template.name === 'To the custody inspector')?.template.id ?? '';
    reminder = templates.find(({ template }) => template.of === 'reminder')?.template.id ?? '';
  });
  afterAll(() => office.end());

  const plan = (about: string[], template = inspector) => ({
    about,
    template,
    addressee: 'custody inspector' as const,
    to: 'Inspector Grey',
  });
  /** Writes and issues a letter as it comes from its template. */
  const issued = async (about: string[], template = inspector) => {
    const id = freshId();
    const { subject, body, due } = await office.ask('letters.draft', plan(about, template));
    await office.ask('letters.issue', { ...plan(about, template), id, subject, body, due, notNames: [] });
    return { id, due };
  };

  it('takes several concerns of a suite to the inspector, and each is escalated by it', async () => {
    const [one, two] = [await raised(office, { suite }), await raised(office, { suite, severity: 'high' })];
    const begun = await office.ask('letters.begin', { id: one.id });
    expect(begun).toMatchObject({ barred: null, suite: 'Millford' });
    expect(begun.concerns.map(({ reference }) => reference)).toEqual([one.reference, two.reference]);
    const { id, due } = await issued([one.id, two.id]);
    const { letter, concerns } = await office.ask('letters.get', { id });
    expect(letter).toMatchObject({ to: 'Inspector Grey', due });
    expect(letter.body).toContain(`${two.reference}, raised on 5 January 2026 (conditions and facilities)`);
    expect(concerns.map(({ reference }) => reference)).toEqual([one.reference, two.reference]);
    for (const { id: about } of [one, two]) {
      const { concern, state, letters } = await office.ask('concerns.get', { id: about });
      expect(state).toBe('escalated');
      expect(concern.escalations).toMatchObject([{ to: 'custody inspector', due, letter: id }]);
      expect(letters.map((one) => one.id)).toEqual([id]);
    }
    expect((await office.ask('letters.begin', { id: one.id })).to['custody inspector']).toBe(
      'Inspector Grey',
    );
  });

  it('reads the same in the Word document, on the mail, and as it was issued', async () => {
    const { id: about, reference } = await raised(office, { suite, matter: 'Cold & damp: <no> "heating".' });
    const { id } = await issued([about]);
    const docx = await office.ask('letters.file', { id, as: 'docx' });
    expect(docx.name).toMatch(new RegExp(`^Letter ${reference.replace('/', ' ')} .*\\.docx$`));
    const words = wordsIn(bytesOf(docx.bytes));
    for (const said of [
      'Dear Inspector Grey',
      'Cold & damp: <no> "heating".',
      reference,
      'Millford',
      'Alexandra Office',
    ])
      expect(words).toContain(said);
    const core = strFromU8(unzipSync(bytesOf(docx.bytes))['docProps/core.xml'] ?? new Uint8Array());
    expect(core).toContain('<dc:creator>Office of a policing body</dc:creator>');
    const mail = await office.ask('letters.file', { id, as: 'mail' });
    const read = await PostalMime.parse(bytesOf(mail.bytes));
    expect(read.subject).toContain(reference);
    expect(read.headers.find(({ key }) => key === 'x-unsent')?.value).toBe('1');
    expect(read.text).toContain('Cold & damp: <no> "heating".');
  });

  it('is issued once, however often it is asked for', async () => {
    const { id: about } = await raised(office, { suite });
    const { subject, body, due } = await office.ask('letters.draft', plan([about]));
    const letter = { ...plan([about]), id: freshId(), subject, body, due, notNames: [] };
    await office.ask('letters.issue', letter);
    await office.ask('letters.issue', letter);
    expect((await office.ask('concerns.get', { id: about })).concern.escalations).toHaveLength(1);
  });

  it('reminds of an answer without moving the concern or its day', async () => {
    const { id: about } = await raised(office, { suite });
    expect(await office.refusal('letters.draft', plan([about], reminder))).toMatchObject({
      tag: 'letterProblems',
    });
    const { due } = await issued([about]);
    const { id } = await issued([about], reminder);
    const { concern, letters } = await office.ask('concerns.get', { id: about });
    expect(concern.escalations).toMatchObject([{ due }]);
    expect(letters.map((one) => one.id)).toContain(id);
    expect((await office.ask('letters.get', { id })).letter.subject).toMatch(/^Reminder: /);
  });

  it('begins with whoever holds the post on its day, and goes to their address', async () => {
    const place = await addSuite(office, 'Fernham');
    const inspectors = [
      { name: 'Inspector Dale', from: '2019-01-01' },
      { name: 'Inspector Hale', from: '2020-01-01', mail: 'hale@force.example' },
      { name: 'Inspector Vale', from: '2900-01-01' },
    ].map((one) => ({ id: freshId(), post: 'custody inspector', ...one }));
    const head = {
      ...{ id: freshId(), post: 'Head of Custody', name: 'Superintendent Moss' },
      ...{ from: '2019-01-01', to: '2020-01-01' },
    };
    await office.ask('suites.save', { id: place, patch: fills({ postholders: [...inspectors, head] }) });
    const { id: about } = await raised(office, { suite: place });
    const { to } = await office.ask('letters.begin', { id: about });
    expect(to).toEqual({ 'custody inspector': 'Inspector Hale', 'Head of Custody': '' });
    const id = freshId();
    const planned = { ...plan([about]), to: to['custody inspector'] };
    const { subject, body, due } = await office.ask('letters.draft', planned);
    await office.ask('letters.issue', { ...planned, id, subject, body, due, notNames: [] });
    const mail = await PostalMime.parse(
      bytesOf((await office.ask('letters.file', { id, as: 'mail' })).bytes),
    );
    expect(mail.to?.map(({ address }) => address)).toEqual(['hale@force.example']);
  });

  it('is not written about what is for the office alone, or about two suites', async () => {
    const kept = await raised(office, { suite, sharing: 'office' });
    expect((await office.ask('letters.begin', { id: kept.id })).barred).toMatch(/office alone/);
    expect(await office.refusal('letters.draft', plan([kept.id]))).toMatchObject({ tag: 'letterProblems' });
    const other = await raised(office, { suite: await addSuite(office, 'Oakham') });
    const here = await raised(office, { suite });
    expect(await office.refusal('letters.draft', plan([other.id, here.id]))).toEqual({
      tag: 'letterProblems',
      problems: ['One letter is about concerns of one suite.'],
    });
  });

  it('names no detainee: what looks like a name is asked about, and nothing goes meanwhile', async () => {
    const { id: about } = await raised(office, {
      suite,
      matter: 'Detainee Peter Winslow (born 3/4/1990) was given no blanket. The Redwood Trust called.',
    });
    const { subject, body, due } = await office.ask('letters.draft', plan([about]));
    const { doubts } = await office.ask('letters.check', { ...plan([about]), subject, body });
    const words = doubts.map((one) => one.words);
    expect(words).toEqual(['Detainee Peter Winslow', 'born 3/4/1990', 'Redwood Trust']);
    const letter = { ...plan([about]), id: freshId(), subject, body, due };
    expect(await office.refusal('letters.issue', { ...letter, notNames: ['Redwood Trust'] })).toEqual({
      tag: 'namesInLetter',
      words: words.slice(0, 2),
    });
    expect((await office.ask('concerns.get', { id: about })).state).toBe('coordinator');
    const without = body.replace('Peter Winslow (born 3/4/1990) ', '');
    await office.ask('letters.issue', { ...letter, body: without, notNames: ['Redwood Trust'] });
    expect((await office.ask('concerns.get', { id: about })).state).toBe('escalated');
  });

  it('gives a custody record number only where the template asks for one', async () => {
    const visitor = await addPerson(office, 'Bo Clarke');
    const [detainee, matter] = [freshId(), freshId()];
    const visit = await received(office, suite, visitor, {
      [`detainees.#${detainee}`]: {
        id: detainee,
        order: detainee,
        custodyNumber: 'W/0007/26',
        seen: { state: 'accepted' },
        ageGroup: 'adult',
        sex: 'male',
        groups: { rights: 'no concerns', health: 'no concerns', care: 'no concerns', cell: 'no concerns' },
      },
      [`matters.#${matter}`]: {
        id: matter,
        order: matter,
        detainee,
        what: 'W0007/26 had no blanket',
        outcome: 'outstanding',
      },
    });
    const { rows } = await office.ask('concerns.list', { filter: { show: 'all', record: visit } });
    const about = rows.find((row) => row.matter.includes('blanket'))?.id ?? '';
    const { subject, body, due } = await office.ask('letters.draft', plan([about]));
    expect(body).toContain('(a detainee) had no blanket');
    expect(body).not.toMatch(/W.?0007/);
    const letter = { ...plan([about]), id: freshId(), subject, due, notNames: [] };
    expect(await office.refusal('letters.issue', { ...letter, body: `${body}\n\nW/0007/26` })).toMatchObject({
      tag: 'letterProblems',
      problems: ['W/0007/26 is a custody record number, and the template does not ask for one. Take it out.'],
    });
    await office.ask('letters.issue', { ...letter, body });
  });

  it('from a template with an unknown field is not written, and the template says which', async () => {
    const id = freshId();
    const own = {
      id,
      of: 'concern',
      name: 'Ours',
      subject: '{{reference}}',
      body: 'Dear {{to}}\n\nAbout {{refrence}}.',
    };
    expect(await office.refusal('templates.save', { id, patch: [{ path: [], now: own }] })).toEqual({
      tag: 'letterProblems',
      problems: ['{{refrence}} in paragraph 2 is not a field of this kind of letter.'],
    });
    await office.ask('templates.save', {
      id,
      patch: [{ path: [], now: { ...own, body: 'Number {{custodyNumber}}' } }],
    });
    const { id: about } = await raised(office, { suite });
    const { subject, body, due } = await office.ask('letters.draft', plan([about], id));
    expect(
      await office.refusal('letters.issue', {
        ...plan([about], id),
        id: freshId(),
        subject,
        body,
        due,
        notNames: [],
      }),
    ).toMatchObject({
      tag: 'letterProblems',
      problems: [expect.stringContaining('{{custodyNumber}} in paragraph 1 has no value here')],
    });
  });

  it('comes from the office’s own words once it has changed one that it began with', async () => {
    const [{ template }] = (await office.ask('templates.list', {})) as [
      Awaited<ReturnType<typeof office.ask<'templates.list'>>>[number],
    ];
    await office.ask('templates.save', {
      id: template.id,
      patch: [{ path: ['name'], was: template.name, now: 'To the inspector of Millford' }],
    });
    const list = await office.ask('templates.list', {});
    expect(list[0]).toMatchObject({
      template: { id: template.id, name: 'To the inspector of Millford', body: template.body },
      ours: false,
    });
    expect(list.filter((one) => one.template.id === template.id)).toHaveLength(1);
  });

  it('asks for an answer in as many days as the office has set', async () => {
    const { answerDays: was } = await office.ask('settings.get', {});
    expect(was).toBeUndefined();
    await office.ask('settings.save', {
      patch: fills({ answerDays: { immediate: 1, high: 3, routine: 10 } }),
    });
    const { id: about } = await raised(office, { suite });
    const { due } = await office.ask('letters.draft', plan([about]));
    const { today } = await office.ask('session.get', {});
    expect((Date.parse(due) - Date.parse(today)) / 86_400_000).toBe(10);
  });
});
