import { type CaseFile, ownerOf } from '#shared/records/case-file.ts';
import { awaitsApproval } from '#shared/records/case-mails.ts';
import type { Claim } from '#shared/records/claim.ts';
import { type Concern, isOpenConcern } from '#shared/records/concern.ts';
import { familiesOf, familyOf, type Letter, letterFamilies, type Template } from '#shared/records/letter.ts';
import type { NamedReturn } from '#shared/records/named-return.ts';
import type { Pen } from '#shared/records/pen.ts';
import type { PeriodReturn } from '#shared/records/period-return.ts';
import { isJoining, knownTo, type Person } from '#shared/records/person.ts';
import type { RecordCheck } from '#shared/records/record-check.ts';
import { type ReturnWords, tellsOfVisits } from '#shared/records/return-words.ts';
import { assessorOf, type Review, reviewState } from '#shared/records/review.ts';
import { goersOf, type Shift, type Swap, shiftState } from '#shared/records/shift.ts';
import type { RecordType } from '#shared/records/types.ts';
import { isWithOffice, namesOf, type Visit, visitState } from '#shared/records/visit.ts';
import { inTime } from '#shared/reviews/in-time.ts';
import type { Stream } from './wire.ts';

/**
 * Who sees what: a record carries audience keys, a person holds keys, and they see what shares one with them. Access
 * is all or nothing for each record; what has different audiences is a different record.
 *
 * `everyone`; `panel:P` for all of a panel, `panel-staff:P` for those who co-ordinate it; `role:R`; `person:X`, and
 * `person:X:assessor` and `person:X:caseworker` while they are one.
 */
export const everyone = 'everyone';
export const ofPanel = (panel: string): string => `panel:${panel}`;
export const ofPanelStaff = (panel: string): string => `panel-staff:${panel}`;
export const ofRole = (role: Person['roles'][number]): string => `role:${role}`;
export const ofPerson = (person: string): string => `person:${person}`;
/** Held by nobody but an assessor: whatever a review says of whom it was given to, no visitor receives it. */
const ofAssessor = (person: string): string => `${ofPerson(person)}:assessor`;
/** Held by nobody but a caseworker: a case that not every one of them opens names those who do. */
const ofCaseworker = (person: string): string => `${ofPerson(person)}:caseworker`;

/** The keys a person holds, in order. Someone who has left holds none, and sees nothing any more. */
export const keysHeldBy = (p: Person, today: string): string[] => {
  if (hasLeft(p, today)) return [];
  const panel = p.panel
    ? [
        ...(p.roles.includes('visitor') || p.roles.includes('panel-coordinator') ? [ofPanel(p.panel)] : []),
        ...(p.roles.includes('panel-coordinator') ? [ofPanelStaff(p.panel)] : []),
      ]
    : [];
  const assessing = p.roles.includes('assessor') ? [ofAssessor(p.id)] : [];
  const handling = p.roles.includes('caseworker') ? [ofCaseworker(p.id)] : [];
  return [everyone, ...panel, ...p.roles.map(ofRole), ofPerson(p.id), ...assessing, ...handling].sort();
};

/** Whether somebody has left the scheme: they hold no keys, send nothing, and their laptops are told so. */
export const hasLeft = ({ volunteer }: Person, today: string): boolean =>
  volunteer?.status === 'left' || (volunteer?.left !== undefined && volunteer.left <= today);

/** Through which stream a key's records come: one for each person, and one for all who hold the same other keys. */
export const streamOf = (key: string): Stream => (key.startsWith('person:') ? 'own' : 'shared');

const scheme = [ofRole('coordinator')];
const directory = [ofRole('coordinator'), ofRole('administrator')];
const staffRoles: readonly string[] = [
  'panel-coordinator',
  'coordinator',
  'caseworker',
  'assessor',
  'decider',
  'administrator',
];

/**
 * The keys of a record as it now stands; of a conflict those of its record, which the caller passes as `parent`. None
 * means that nobody but the hub has it.
 */
export const audienceOf = (
  type: RecordType,
  document: { id: string },
  parent?: readonly string[],
): string[] => {
  const rule = audiences[type] as (document: never) => string[];
  return type === 'conflict' ? [...(parent ?? [])] : [...new Set(rule(document as never))].sort();
};

type HasPanel = { id: string; panel?: string | undefined };
const inPanel = ({ panel }: HasPanel, keyOf = ofPanel): string[] => (panel ? [keyOf(panel)] : []);

/** The scheme's staff: whoever runs the panel, and whoever runs all of it. */
const ofStaff = (document: HasPanel): string[] => [...inPanel(document, ofPanelStaff), ...scheme];
/** The panel, and whoever runs all of the scheme. */
const ofMembersOf = (document: HasPanel): string[] => [...inPanel(document), ...scheme];
/** Everybody of the scheme reads its plans. */
const members = [ofRole('visitor'), ofRole('panel-coordinator'), ...scheme];

const caseworkers = [ofRole('caseworker')];
/** Whether a review waits for whoever decides: to be decided, to be closed, or to be taken although it was made late. */
const awaitsDecider = (r: Review): boolean => {
  const state = reviewState(r);
  return state === 'returned' || state === 'decided' || (state === 'received' && inTime(r).timing === 'late');
};

const audiences = {
  setting: () => [everyone],
  form: () => [everyone],
  throughput: () => [...scheme, ofRole('panel-coordinator')],
  suite: (s: HasPanel) => [...inPanel(s), ...scheme],
  panel: (p: HasPanel) => [ofPanel(p.id), ...directory],
  // Staff are named in letters, queries and thanks; volunteers are known to their own panel.
  // Who only asks to join is the coordinator's business alone.
  person: (p: Person) =>
    p.roles.some((role) => staffRoles.includes(role))
      ? [everyone]
      : [...inPanel({ id: p.id, panel: knownTo(p) }), ofPerson(p.id), ...(isJoining(p) ? scheme : directory)],
  // A draft is its visitors' alone; the office knows of it by its pen.
  visit: (v: Visit) => [
    ...namesOf(v).map(ofPerson),
    ...(isWithOffice(visitState(v)) ? [...inPanel(v, ofPanelStaff), ...scheme] : []),
  ],
  // Whoever raised or checked it always sees what became of it; the panel sees what stands open, so that the next
  // visitors can look. What is for the office alone, and what is alleged, is nobody else's.
  concern: (c: Concern) => [
    ...c.raisedBy.map(ofPerson),
    ...c.found.flatMap(({ by }) => by.map(ofPerson)),
    ...(isOpenConcern(c) && c.sharing === 'custody' && c.area !== 'allegation' ? inPanel(c) : []),
    ...inPanel(c, ofPanelStaff),
    ...scheme,
  ],
  concernNote: ofStaff,
  // Whoever writes a kind of letter reads its words; nobody else learns that there is one.
  template: (t: Template) => letterFamilies[familyOf(t.of)].writtenBy.map(ofRole),
  // What tells of a review tells it to nobody else, whatever it is about besides.
  letter: (l: Letter) => (familiesOf(l).every((one) => one === 'scheme') ? ofStaff(l) : caseworkers),
  suiteSheet: ofStaff,
  // Whoever reads a custody record keeps what they wrote of it; otherwise it is the scheme's staff's.
  recordCheck: (c: RecordCheck) => [...(c.checker ? [ofPerson(c.checker)] : []), ...ofStaff(c)],
  sample: ofStaff,
  plan: () => members,
  planItem: () => members,
  personContact: (c: { id: string; person: string; panel?: string }) => [ofPerson(c.person), ...ofStaff(c)],
  personFile: () => scheme,
  interest: (i: { id: string; person: string; panel?: string }) => [ofPerson(i.person), ...ofStaff(i)],
  monitoring: () => scheme,
  // A draft of the rota is its planners' alone; those who go somewhere see their places even of another panel.
  shift: (s: Shift) => [
    ...ofStaff(s),
    ...(shiftState(s) === 'draft' ? [] : [...inPanel(s), ...goersOf(s).map(ofPerson)]),
  ],
  availability: (a: { id: string; person: string; panel?: string }) => [ofPerson(a.person), ...ofStaff(a)],
  swap: (s: Swap) => [ofPerson(s.by), ofPerson(s.with), ...ofStaff(s)],
  session: (s: HasPanel) => (s.panel ? ofMembersOf(s) : members),
  claim: (c: Claim) => [ofPerson(c.person), ...scheme],
  criterion: () => scheme,
  // Whoever stands in runs a panel or the scheme; volunteers are not told of it.
  handover: () => [...scheme, ofRole('panel-coordinator')],
  // Nobody of the visiting scheme receives anything of a review. An assessor has those given to them until they
  // return them, whoever decides those that wait for them.
  review: (r: Review) => {
    const assessor = assessorOf(r);
    return [
      ...caseworkers,
      ...(reviewState(r) === 'assigned' && assessor ? [ofAssessor(assessor)] : []),
      ...(awaitsDecider(r) ? [ofRole('decider')] : []),
    ];
  },
  // What was recommended and what the force did about it is what a commissioner holds the force to account with.
  recommendation: () => [...caseworkers, ofRole('decider')],
  contact: () => caseworkers,
  reviewNote: () => caseworkers,
  complaintSample: () => caseworkers,
  scheduleTotals: () => caseworkers,
  returnWords: (w: ReturnWords) => (tellsOfVisits(w) ? scheme : caseworkers),
  namedReturn: ({ of }: NamedReturn) => (of === 'icv' ? scheme : caseworkers),
  periodReturn: (p: PeriodReturn) => (p.return === 'icv' ? scheme : caseworkers),
  // Whoever decides sees a reply that waits to be approved; a case that is confidential goes to those it names alone.
  caseFile: (c: CaseFile) => {
    if (c.confidential) {
      const owner = ownerOf(c);
      return [...(owner ? [owner] : []), ...c.confidential.readers].map(ofCaseworker);
    }
    return [...caseworkers, ...(c.drafts.some(awaitsApproval) ? [ofRole('decider')] : [])];
  },
  // It tells that a case was opened and by whom, and nothing of the case.
  caseOpening: () => [...caseworkers, ofRole('administrator')],
  // It counts a confidential case for all who make returns of correspondence, and has no word of it.
  caseMark: () => caseworkers,
  engagement: () => [...caseworkers, ofRole('decider')],
  assuranceRequest: () => [...caseworkers, ofRole('decider')],
  monthlyFigure: () => caseworkers,
  // A certificate has no word of what was destroyed.
  disposal: () => [...caseworkers, ofRole('administrator')],
  pen: (p: Pen) => [...p.visitors.map(ofPerson), ...inPanel(p, ofPanelStaff), ...scheme],
  conflict: () => [],
} satisfies Record<RecordType, (document: never) => string[]>;
