import { beforeEach, describe, expect, it } from 'vitest';
import { claimId } from '#shared/records/claim.ts';
import { personContactId, personFileId } from '#shared/records/person-file.ts';
import type { RecordType } from '#shared/records/types.ts';
import { availabilityId } from '#shared/rota/input.ts';
import { ofPanelStaff, ofPerson, ofRole } from '#shared/sync/access.ts';
import { putting } from '#shared/sync/patch.ts';
import { id, newOffice, north, type Office, person, south, type Who } from './office.ts';

const office0 = id(0);
const [ann, bob] = [person('ann'), person('bob')];

let office: Office;
beforeEach(() => {
  office = newOffice();
});
const makes = (by: Who, type: RecordType, document: { id: string; [field: string]: unknown }) =>
  office.sends(by, type, document.id, [putting([], document)]);
const sets = (by: Who, type: RecordType, record: string, field: string, now: unknown) =>
  office.sends(by, type, record, [
    { path: [field], was: (office.document(type, record) as Record<string, unknown>)[field], now },
  ] as never);
const refused = (reason: string) => ({ kind: 'refused', reason });
const contact = (more: object = {}) => ({
  id: personContactId(office0, ann),
  person: ann,
  telephone: '01632 960001',
  ...more,
});

describe('What is said of somebody', () => {
  const said = () =>
    [
      ['personContact', contact()],
      [
        'availability',
        { id: availabilityId(office0, ann, '2026-27Q1'), person: ann, quarter: '2026-27Q1', weeks: {} },
      ],
      ['interest', { id: id(700), person: ann, kind: 'police', declared: '2026-05-01' }],
    ] as const;

  it('is nothing that whoever runs another panel brings to their own', () => {
    for (const [type, document] of said()) {
      expect(makes('sue', type, { ...document, panel: south })).toEqual(refused('notAllowed'));
      expect(makes('bob', type, { ...document, panel: north })).toEqual(refused('notAllowed'));
      expect(makes('pat', type, { ...document, panel: south })).toMatchObject({ kind: 'accepted' });
      expect(office.keys(type, document.id)).toEqual(
        [ofPanelStaff(north), ofPerson(ann), ofRole('coordinator')].sort(),
      );
      expect(sets('pat', type, document.id, 'panel', south)).toMatchObject({ kind: 'accepted' });
      expect(office.document(type, document.id)).toMatchObject({ panel: north });
    }
  });

  it('reaches no panel while they only ask to join, and of themselves not even an administrator hears', () => {
    const wren = id(400);
    makes('clara', 'person', {
      id: wren,
      name: 'Wren',
      roles: [],
      panel: north,
      volunteer: { status: 'enquiry' },
    });
    expect(office.keys('person', wren)).toEqual([ofPerson(wren), ofRole('coordinator')].sort());
    const own = { id: personContactId(office0, wren), person: wren, mail: 'wren@example.org', panel: north };
    expect(makes('clara', 'personContact', own)).toMatchObject({ kind: 'accepted' });
    expect(office.keys('personContact', own.id)).toEqual([ofPerson(wren), ofRole('coordinator')].sort());
    sets('clara', 'person', wren, 'volunteer', { status: 'training' });
    sets('clara', 'personContact', own.id, 'panel', north);
    expect(office.keys('personContact', own.id)).toContain(ofPanelStaff(north));
  });
});

it('nobody writes in the place of what is kept once of each person', () => {
  const month = '2026-05';
  for (const [type, document] of [
    ['personContact', contact({ person: bob })],
    ['claim', { id: claimId(office0, ann, month), events: [], person: bob, month, lines: [] }],
    ['claim', { id: id(701), events: [], person: bob, month, lines: [] }],
  ] as const)
    expect(makes('bob', type, document)).toEqual(refused('invalid'));
  const file = {
    id: personFileId(office0, ann),
    person: bob,
    steps: [],
    references: [],
    vetting: [],
    reviews: [],
  };
  expect(makes('clara', 'personFile', file)).toEqual(refused('invalid'));
});

it('the history of an answer to equality monitoring says neither who gave it nor on which laptop', () => {
  const answer = { id: id(702), year: '2026', answers: {} };
  expect(makes('ann', 'monitoring', answer)).toMatchObject({ kind: 'accepted' });
  const rows = office.state.log.filter(({ key }) => key === `monitoring/${answer.id}`);
  expect(rows).toHaveLength(1);
  for (const { change } of rows)
    expect(change).toMatchObject({ device: office0, number: 0, by: office0, at: office.means.now() });
});
