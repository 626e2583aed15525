import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { BlankForm } from '#renderer/visits/paper/BlankPage.tsx';
import { Copy } from '#renderer/visits/paper/CustodyPage.tsx';
import { TwoPages } from '#renderer/visits/paper/SheetPage.tsx';
import { groupColumns, matterLines } from '#renderer/visits/paper/sheet.ts';
import { custodyCopy } from '#shared/forms/custody.ts';
import type { Form, Section } from '#shared/forms/definition.ts';
import type { Visit } from '#shared/records/visit.ts';
import { form, id, settings, spoken, visitTo } from '../shared/reports.ts';

const names = { [id(3)]: 'Hereford', [id(4)]: 'Ann Bright', [id(5)]: 'Bo Clarke' };
const copyOf = (visit: Visit) =>
  renderToStaticMarkup(<Copy copy={custodyCopy(form, visit, settings)} names={names} />);
const words = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll(/\s+/g, ' ');
const count = (html: string, part: string) => html.split(part).length - 1;

const open = visitTo([spoken(1, { groups: { ...spoken(1).groups, care: 'to report' } }), spoken(2)], {
  comments: 'Calm.',
  praise: true,
  praiseWords: 'Patience.',
  matters: [{ id: id(202), order: id(202), what: 'A blanket', detainee: id(101), toldTo: 'Sgt 12' }],
});

/** The same report with all that can be for the office alone. */
const full: Visit = {
  ...open,
  comments: 'Secret: comments kept.',
  answers: {
    ...open.answers,
    illTreatment: { value: true },
    illTreatmentWords: { value: 'Secret: what was heard.' },
  },
  shared: { comments: false },
  detainees: open.detainees?.map((d) => ({
    ...d,
    answers: {
      ...d.answers,
      said: { value: 'Secret: what they said.' },
      respect: { value: false },
      careWords: { value: 'Secret: care.' },
    },
    shared: { careWords: false },
  })),
  matters: [
    { id: id(201), order: id(201), what: 'Secret: a complaint', shared: { what: false } },
    ...(open.matters ?? []),
  ],
  calls: [{ id: id(301), order: id(301), told: 'Secret: the inspector', what: 'Secret: harm' }],
  notes: 'handed over',
  declarations: [{ id: id(9), by: id(4), at: '2026-11-19T12:00:00Z', how: 'own', content: 'a'.repeat(64) }],
};

test('the copy for custody holds nothing that is for the office alone, and no sign that there was any', () => {
  const html = copyOf(full);
  const { comments: _, ...without } = open;
  expect(html).toBe(copyOf(without as Visit));
  expect(html).toContain('Detainee W/0001/26');
  expect(html).toContain('A blanket');
  for (const sign of [
    /secret/i,
    /office/i,
    /only custody|kept|withheld|removed|omitted|redacted/i,
    /ill-treatment/i,
    /what they said/i,
    /no concerns|something to report|not asked about/i,
    /not answered|no number|not filled in|not known/i,
    /declar|urgent|notes made/i,
  ])
    expect(words(html)).not.toMatch(sign);
});

test('the sheet for the suite has twelve lines, a column for every group, and what the letters mean', () => {
  const contacts = [{ id: id(1), name: 'Duty inspector', telephone: '01632 960100' }];
  const html = renderToStaticMarkup(<TwoPages form={form} contacts={contacts} />);
  expect(groupColumns(form).map(({ letter }) => letter)).toEqual(['R', 'H', 'C', 'T', 'L']);
  expect(words(html)).toContain('S spoken to D declined to talk N not available to be seen');
  expect(words(html)).toContain('1 asleep 2 in interview');
  for (const line of ['12', 'Rights', 'Told to', 'Facilities', '01632 960100', 'No names, dates of birth'])
    expect(words(html)).toContain(line);
  expect(words(html)).toMatch(/ 11 12 Met/);
  expect(count(html, '<h1')).toBe(1);
});

test('a question that the office puts on paper is on the sheet, a retired one is not, and letters stay apart', () => {
  const section = (title: string, text: string, more = {}): Section => ({
    id: title.toLowerCase(),
    title,
    of: 'detainee',
    closable: true,
    questions: [{ id: `${title.toLowerCase()}Q`, text, kind: 'yesNo', onPaper: true, ...more }],
  });
  const sections = [section('Care', 'Is it quiet?'), section('Cell', 'Old one?', { retired: true })];
  const own: Form = { ...form, sections: [...sections, section('Call', 'Any calls?')] };
  const html = words(renderToStaticMarkup(<TwoPages form={own} contacts={[]} />));
  expect(html).toContain('Is it quiet?');
  expect(html).not.toContain('Old one?');
  expect(groupColumns(own).map(({ letter }) => letter)).toEqual(['C', 'L', 'A']);
});

test('more questions on paper leave fewer lines for matters, but some always', () => {
  const asked = (n: number): Form => ({
    ...form,
    sections: [
      {
        id: 'many',
        title: 'Many',
        questions: Array.from({ length: n }, (_, i) => ({
          id: `q${i}`,
          text: `Question ${i}?`,
          kind: 'yesNo' as const,
          onPaper: true,
        })),
      },
    ],
  });
  expect([0, 20, 28, 100].map((n) => matterLines(asked(n)))).toEqual([7, 7, 5, 3]);
});

test('the blank form has every question once, in its words and with when it is asked; what is turned off is left out', () => {
  const html = renderToStaticMarkup(<BlankForm form={form} settings={settings} />);
  const asked = form.sections.flatMap((s) => s.questions).filter((q) => q.kind !== 'ladder');
  const headings = asked.filter((q) => q.kind !== 'minutes' && q.id !== 'satisfactory').length;
  expect(count(html, '<h3')).toBe(headings);
  expect(html).not.toContain('Was the visit satisfactory?');
  expect(words(html)).toContain('If “Is there anything to praise the staff for?” is “Yes”: What for?');
  const groups = form.sections.filter((s) => s.closable).length;
  expect(count(html, 'No concerns here')).toBe(groups);
  expect(words(html)).toContain("Yes No Don't know Not asked Refused Not applicable");
  expect(words(html)).not.toContain('“What came of it?” is “The visit was completed” or');
  expect(words(html)).toContain('Copy these pages for each detainee.');
});

test('a question that an office has turned on is on the blank form', () => {
  const html = renderToStaticMarkup(
    <BlankForm form={form} settings={{ ...settings, asksSatisfactory: true }} />,
  );
  expect(html).toContain('Was the visit satisfactory?');
});
