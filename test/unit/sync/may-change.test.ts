import { describe, expect, it } from 'vitest';
import { registry } from '#shared/records/registry.ts';
import type { RecordType } from '#shared/records/types.ts';
import { changeOf } from '#shared/sync/aside.ts';
import { putting } from '#shared/sync/patch.ts';
import {
  begun,
  everybody,
  id,
  newOffice,
  north,
  type Office,
  penId,
  person,
  report,
  suite,
  type Who,
  withDraft,
  withReport,
} from './office.ts';

type Row = [what: string, office: () => Office, deed: (o: Office, by: Who) => { kind: string }, may: Who[]];

const makes = (type: RecordType, document: { id: string }) => (o: Office, by: Who) =>
  o.sends(by, type, document.id, [putting([], document)]);
const edits = (type: RecordType, record: string, more: object) => (o: Office, by: Who) => {
  const before = o.document<object>(type, record);
  return o.sends(by, type, record, changeOf(before, { ...before, ...more }, registry[type].groups));
};
const setting = { id: id(5), body: 'Ours', invented: false, yearBegins: 4, delayThreshold: 10 };
const settings = { ...setting, headlineConsent: 'consent.ofOffered', asksSatisfactory: false, areas: [] };
const form = { id: id(4), of: 'visit', version: 1, title: 'Visit', publishedOn: '2026-05-04', sections: [] };
const penned = () => {
  const office = withDraft();
  office.takesPen('ann');
  return office;
};
const queried = () => {
  const office = withReport();
  office.moves('pat', 'received', 'queried', 'Which cell?');
  return office;
};
const holder = (who: Who) => ({ person: person(who), device: id(209), since: '2026-05-05T12:00:00.000Z' });

const table: Row[] = [
  ['settings', newOffice, makes('setting', settings as never), ['clara']],
  [
    'a suite',
    newOffice,
    makes('suite', { id: suite, name: 'S', statuses: [], targets: [] } as never),
    ['clara'],
  ],
  ['a panel', newOffice, makes('panel', { id: north, name: 'North' } as never), ['clara']],
  ['a form', newOffice, makes('form', form as never), ['clara']],
  [
    'somebody new',
    newOffice,
    makes('person', { id: id(300), name: 'New', roles: ['visitor'] } as never),
    ['clara', 'adam'],
  ],
  [
    'somebody’s roles',
    newOffice,
    edits('person', person('bob'), { roles: ['coordinator'] }),
    ['clara', 'adam'],
  ],
  [
    'the numbers detained in a month',
    newOffice,
    makes('throughput', { id: id(7), suite, month: '2026-05', total: 3 } as never),
    ['pat', 'sue', 'clara'],
  ],
  ['a report begun', newOffice, makes('visit', begun()), ['ann', 'bob', 'dora', 'pat', 'sue', 'clara']],
  [
    'a report from a file',
    newOffice,
    makes('visit', begun({ imported: { reference: 'OLD/1', file: 'old.csv' } })),
    ['clara'],
  ],
  ['a draft', withDraft, edits('visit', report, { comments: 'Quiet' }), ['ann', 'bob', 'pat', 'clara']],
  ['a draft made ready', withDraft, (o, by) => o.moves(by, 'draft', 'ready'), ['ann', 'bob', 'pat', 'clara']],
  [
    'a report corrected',
    withReport,
    (o, by) =>
      o.corrects(by, (v) => {
        v.comments = 'Quiet';
      }),
    ['ann', 'bob', 'pat', 'clara'],
  ],
  ['a report read', withReport, (o, by) => o.moves(by, 'received', 'read'), ['pat', 'clara']],
  [
    'a question about a report',
    withReport,
    (o, by) => o.moves(by, 'received', 'queried', '?'),
    ['pat', 'clara'],
  ],
  ['a report accepted', withReport, (o, by) => o.moves(by, 'received', 'accepted'), ['pat', 'clara']],
  [
    'a question answered',
    queried,
    (o, by) => o.moves(by, 'queried', 'answered', 'Cell 7'),
    ['ann', 'bob', 'pat', 'clara'],
  ],
  ['a pen claimed for oneself', withDraft, (o, by) => o.takesPen(by), ['ann', 'bob']],
  ['a pen moved', penned, edits('pen', penId, { holder: holder('bob') }), ['ann', 'pat', 'clara']],
];

describe('who may change what', () => {
  it.each(table)('%s', (_, office, deed, may) => {
    const did = everybody.filter((by) => {
      const here = office();
      return ['accepted', 'merged'].includes(deed(here, by).kind);
    });
    expect(did).toEqual(may);
  });

  it('an office keeps its last coordinator', () => {
    const office = newOffice();
    const ends = { roles: ['visitor'] };
    expect(edits('person', person('clara'), ends)(office, 'adam')).toEqual({
      kind: 'refused',
      reason: 'lastCoordinator',
    });
    edits('person', person('pat'), { roles: ['coordinator'] })(office, 'adam');
    expect(edits('person', person('clara'), ends)(office, 'adam').kind).toBe('accepted');
  });

  it('whoever says in a report’s life or corrections that they are somebody else is not believed', () => {
    const office = withDraft();
    const event = {
      id: id(800),
      from: 'draft',
      to: 'ready',
      by: person('bob'),
      at: '2026-05-04T12:00:00.000Z',
    };
    expect(office.sends('ann', 'visit', report, [putting(['events', `#${event.id}`], event)])).toEqual({
      kind: 'refused',
      reason: 'notTheirChange',
    });
  });
});
