import { expect, test } from 'vitest';
import { correspondence } from '#shared/imports/correspondence.ts';
import { caseFacts } from '#shared/measures/case-facts.ts';
import type { CaseFile } from '#shared/records/case-file.ts';
import { caseRules } from '#shared/records/case-rules.ts';
import { context } from './context.ts';

const row = {
  reference: 'OLD/17',
  received: '07/02/2023',
  kind: 'concern',
  channel: 'e-mail',
  area: 'Shropshire',
  themes: 'Road safety; Antisocial behaviour;Road safety',
  acknowledged: '2023-02-09',
  answered: '',
  closed: '',
  outcome: '',
};
const read = (cells: Record<string, string>, existing?: CaseFile) => {
  const outcome = correspondence.read({ ...row, ...cells }, context, existing);
  return outcome.ok ? (outcome.documents[0].document as CaseFile) : outcome.problems;
};
const known = () => read({}) as CaseFile;

test('a row becomes an open case with each of its themes once, and what is blank is not known', () => {
  const found = known();
  expect(found).toMatchObject({
    kind: 'concern',
    channel: 'email',
    received: '2023-02-07',
    themes: ['Road safety', 'Antisocial behaviour'],
    acknowledged: { on: '2023-02-09' },
    closings: [],
  });
  expect(found).not.toHaveProperty('answered');
  expect(caseRules.objection(undefined, found)).toBeUndefined();
});

test('a closed row is closed with its outcome, a request with that of its decision however it is spelt', () => {
  const found = read({ kind: 'FOI', answered: '2023-03-01', closed: '2023-03-02', outcome: 'Not-held' });
  expect(found).toMatchObject({
    kind: 'FOI request',
    events: [{ from: 'open', to: 'closed', by: 'import' }],
    closings: [{ on: '2023-03-02', outcome: 'not held' }],
  });
  expect(caseRules.objection(undefined, found as CaseFile)).toBeUndefined();
});

test('what was not acknowledged in a file that speaks of it was not acknowledged in time, unless it was answered at once', () => {
  const inTarget = (cells: Record<string, string>, existing?: CaseFile) =>
    caseFacts(read(cells, existing) as CaseFile).happened[0]?.acknowledgedInTarget;
  expect(inTarget({ acknowledged: '' })).toBe(0);
  expect(inTarget({ acknowledged: '', answered: '2023-02-10' })).toBe(1);
  expect(inTarget({ acknowledged: '', answered: '2023-03-10' })).toBe(0);
  const { acknowledged: _, ...silent } = row;
  const outcome = correspondence.read(silent, context);
  const unknown = (outcome.ok && outcome.documents[0].document) as CaseFile;
  expect(caseFacts(unknown).happened[0]?.acknowledgedInTarget).toBeNull();
  // What was imported before this was kept says nothing either, until a file does.
  const { acknowledgementUnknown: __, ...imported } = unknown.imported ?? { reference: '', file: '' };
  const earlier = { ...unknown, imported };
  expect(caseFacts(earlier).happened[0]?.acknowledgedInTarget).toBeNull();
  for (const one of [unknown, earlier]) expect(inTarget({ acknowledged: '' }, one)).toBe(0);
  expect(inTarget({}, unknown)).toBe(1);
});

test.for([
  ['Whistleblowing', 'whistle-blowing'],
  ['complaint about the Commissioner or deputy', 'complaint about the commissioner'],
  ['freedom of information', 'FOI request'],
  ['Subject-access', 'subject access request'],
  ['Parish council', 'town or parish council'],
  ['MP', 'MP or councillor letter'],
])('a file that says %s means a case of the kind %s', ([said, kind]) => {
  expect(read({ kind: said ?? '' })).toMatchObject({ kind });
});

test('a row that cannot be is refused with its column and why', () => {
  expect(read({ answered: '2023-02-01' })).toMatchObject([{ column: 'answered' }]);
  expect(read({ outcome: 'Answered' })).toMatchObject([{ column: 'outcome' }]);
  expect(read({ kind: 'love letter', received: '31/02/2023' })).toMatchObject([
    { column: 'received' },
    { column: 'kind' },
  ]);
});

test('the same row changes nothing, also where people have worked on the case since', () => {
  const found = known();
  expect(read({}, found)).toBe(found);
  const worked: CaseFile = { ...found, area: 'outside', themes: ['Drugs'] };
  expect(read({}, worked)).toBe(worked);
});

test('a corrected row changes what it says anew and leaves what people wrote', () => {
  const worked: CaseFile = { ...known(), themes: ['Drugs'] };
  const corrected = read({ answered: '2023-03-01', closed: '2023-03-01' }, worked) as CaseFile;
  expect(corrected).toMatchObject({
    themes: ['Drugs'],
    answered: { on: '2023-03-01' },
    closings: [{ on: '2023-03-01' }],
  });
  expect(caseRules.objection(worked, corrected)).toBeUndefined();
  expect(read({ answered: '2023-03-01', closed: '2023-03-01' }, corrected)).toBe(corrected);
});

test('a file does not close what people have closed in another way', () => {
  const at = '2023-02-20T10:00:00.000Z';
  const closed: CaseFile = {
    ...known(),
    events: [{ id: '1', from: 'open', to: 'closed', by: 'somebody', at }],
    closings: [{ id: '2', on: '2023-02-20', by: 'somebody', outcome: 'Passed on' }],
  };
  expect(read({ closed: '2023-03-01', outcome: 'Answered' }, closed)).toBe(closed);
});
