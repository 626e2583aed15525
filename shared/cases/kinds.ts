import type { CaseFile } from '#shared/records/case-file.ts';
import type { CaseKind } from '#shared/records/case-parts.ts';
import type { CaseSettingsOf } from '#shared/records/case-settings.ts';

/** A step that a kind asks for before the case can be closed, and what it rests on. */
export type KindStep = {
  readonly what: string;
  readonly basis: string;
  /** The law on it is doubtful, or the office has to confirm that it does so. */
  readonly confirm?: true;
};

/** What an office owes a kind of case. */
export type KindRules = {
  /** Whether the office's own standards run: acknowledged and answered in so many working days. */
  readonly standards: boolean;
  /** The law under which a request for information is dealt with: its clocks are the law's. */
  readonly request?: 'FOI' | 'EIR' | 'SAR';
  /** Whether somebody else approves a reply before it goes, where the office has not said otherwise. */
  readonly approved: boolean;
  /** Whether only those it names may open it, from the moment it is written down. */
  readonly restricted?: true;
  readonly steps: readonly KindStep[];
};

const chiefConstable =
  'Police Reform Act 2002, Schedule 3: the local policing body is the appropriate authority for its chief officer';
const commissioner =
  'Elected Local Policing Bodies (Complaints and Misconduct) Regulations 2012 (SI 2012/62): complaints go to the Police and Crime Panel';

const plain: KindRules = { standards: true, approved: false, steps: [] };

/** Every kind of case: which clocks it has, which steps it asks for, who sees a reply before it goes. */
export const kindRules: Readonly<Record<CaseKind, KindRules>> = {
  enquiry: plain,
  concern: plain,
  'complaint about the force': {
    ...plain,
    steps: [
      {
        what: 'Signpost or pass on to the force',
        basis:
          'Complaints about the force are handled by its chief officer (Police Reform Act 2002, Schedule 3), unless the office has taken functions on under section 13A',
      },
    ],
  },
  'complaint about the chief constable': {
    ...plain,
    approved: true,
    steps: [
      { what: 'Log the complaint', basis: chiefConstable, confirm: true },
      { what: 'Decide whether it is recorded', basis: chiefConstable, confirm: true },
      {
        what: 'Decide whether it is referred to the IOPC',
        basis: 'Police Reform Act 2002, Schedule 3, paragraph 4',
        confirm: true,
      },
      { what: 'Write to the complainant about the decision', basis: chiefConstable, confirm: true },
    ],
  },
  'complaint about the commissioner': {
    ...plain,
    approved: true,
    steps: [
      { what: 'Send the complaint to the Police and Crime Panel', basis: commissioner, confirm: true },
      {
        what: 'Tell the complainant about the procedure of the Panel',
        basis: commissioner,
        confirm: true,
      },
    ],
  },
  'complaint about office staff': { ...plain, approved: true },
  'complaint about a volunteer': { ...plain, approved: true },
  petition: plain,
  'whistle-blowing': {
    ...plain,
    approved: true,
    restricted: true,
    steps: [
      {
        what: 'Agree how the person is kept safe and told about progress',
        basis: 'Employment Rights Act 1996, Part IVA, and the policy of the office',
        confirm: true,
      },
    ],
  },
  compliment: plain,
  'MP or councillor letter': { ...plain, approved: true },
  'town or parish council': plain,
  media: { ...plain, approved: true },
  'copied-in only': { standards: false, approved: false, steps: [] },
  'FOI request': { standards: false, request: 'FOI', approved: true, steps: [] },
  'EIR request': { standards: false, request: 'EIR', approved: true, steps: [] },
  'subject access request': { standards: false, request: 'SAR', approved: true, steps: [] },
  'data-protection complaint': {
    standards: true,
    approved: true,
    steps: [
      {
        what: 'Tell the person the outcome',
        basis: 'Data Protection Act 2018, section 164A: without undue delay',
      },
    ],
  },
  'review-related': plain,
};

/** Whether anything is owed to whoever wrote: who was only copied in owes nothing. */
export const owesReply = ({ kind }: Pick<CaseFile, 'kind'>): boolean => kind !== 'copied-in only';

/** Whether a reply of this kind is approved before it goes: as the office has set it, or as the kind begins. */
export const needsApproval = (kind: CaseKind, kinds: CaseSettingsOf['kinds'] | undefined): boolean =>
  kinds?.[kind]?.approved ?? kindRules[kind].approved;

/** The steps that its kind asks for and nobody has taken yet, in their order. */
export const stepsToTake = ({ kind, steps }: Pick<CaseFile, 'kind' | 'steps'>): readonly KindStep[] =>
  kindRules[kind].steps.filter(({ what }) => !steps.some((taken) => taken.what === what));
