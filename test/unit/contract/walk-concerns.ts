import { addSuite, freshId } from '#test/office.ts';
import { change } from '../../scenario/reports.ts';
import type { Go } from './walk.ts';

/** Concerns from the cell to what is published of them. */
export const walkConcerns = async (go: Go, suite: string) => {
  await walkLife(go, suite);
  await walkLetters(go, await raised(go, suite));
  await walkSheets(go);
  const { latest, suites } = await go('said.begin', {});
  const asked = { suite: suites[0]?.id ?? '', period: latest };
  await go('said.get', asked);
  for (const as of ['docx', 'html', 'csv'] as const) await go('said.file', { ...asked, as });
};

const raised = async (go: Go, suite: string): Promise<string> => {
  const id = freshId();
  await go('concerns.raise', {
    id,
    suite,
    raisedOn: '2024-05-14',
    area: 'safety',
    severity: 'immediate',
    sharing: 'custody',
    matter: 'A ligature point in cell 3.',
    from: { kind: 'coordinator' },
  });
  return id;
};

const walkLife = async (go: Go, suite: string) => {
  const id = await raised(go, suite);
  await go('concerns.immediate', {});
  const telling = { id: freshId(), who: 'Duty inspector', on: '2024-05-14', at: '18:20' };
  await go('concerns.tell', { id, telling });
  await go('concerns.save', { id, patch: change('publication', undefined, 'A danger in a cell.') });
  await go('concerns.note', { id, note: freshId(), words: 'Rang twice.' });
  const answer = { id: freshId(), on: '2024-05-15', from: 'Duty inspector', words: 'Removed.' };
  await go('concerns.answer', { id, answer: { ...answer, via: 'telephone' } });
  await go('concerns.move', { id, to: 'closed', words: 'Seen to be removed.' });
  await go('concerns.get', { id });
  await go('concerns.list', { sort: 'severity', limit: 20 });
  await go('concerns.count', { filter: { show: 'all' } });
  await go('concerns.waiting', {});
  await go('concerns.mine', {});
};

/** A letter in words that the office has changed. */
const walkLetters = async (go: Go, concern: string) => {
  const templates = await go('templates.list', {});
  const { template } = templates.find((one) => one.template.of === 'concern') ?? {};
  if (!template) throw new Error('the office has no letter about a concern');
  const body = `${template.body}\n\nWe look forward to your answer.`;
  await go('templates.save', { id: template.id, patch: change('body', template.body, body) });
  await go('letters.begin', { id: concern });
  const to = { addressee: 'custody inspector', to: 'Inspector Grey' } as const;
  const planned = { ...to, about: [concern], template: template.id };
  const { due, ...words } = await go('letters.draft', planned);
  const written = { ...planned, ...words };
  const { doubts } = await go('letters.check', written);
  const id = freshId();
  await go('letters.issue', { ...written, id, due, notNames: doubts.map((doubt) => doubt.words) });
  await go('letters.get', { id });
  for (const as of ['docx', 'mail'] as const) await go('letters.file', { id, as });
};

/** The sheet of a suite with one concern, sent back and taken in. */
const walkSheets = async (go: Go) => {
  const suite = await addSuite({ ask: go }, 'Millford');
  const concern = await raised(go, suite);
  const month = '2024-06';
  const { due, doubts } = await go('sheets.begin', { suite, month });
  const { id } = await go('sheets.make', { suite, month, due, notNames: doubts });
  await go('sheets.get', { id });
  await go('sheets.file', { id, as: 'docx' });
  await go('sheets.file', { id, as: 'mail' });
  const { name, bytes } = await go('sheets.file', { id, as: 'xlsx' });
  await go('sheets.read', { id, bytes });
  const rows = [{ concern, done: 'Removed.', by: 'Sgt 12' }];
  await go('sheets.accept', { id, return: freshId(), file: name, rows });
  await go('sheets.list', {});
};
