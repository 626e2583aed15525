import type { CalendarId } from './calendar.ts';

/** How long something takes: `calendar days`, `working days` of the rule's calendar, or months by the same date. */
export type Length = { readonly count: number; readonly unit: 'calendar days' | 'working days' | 'months' };

/** More time that a rule allows: so long `in all`, counted from the original start, or so much `more`. */
export type Extension = {
  readonly id: string;
  readonly title: string;
  readonly how: 'in all' | 'more';
} & Length & {
    readonly basis: string;
    /** The law on it is doubtful: to be confirmed before anybody relies on it. */
    readonly confirm?: true;
  };

/** What a clock rests on: the law, which nobody here can change, good practice, or what the office sets itself. */
export const standings = ['law', 'good practice', 'office'] as const;

/** A clock as data. What a case makes of it is worked out from its events, and never stored. */
export type Rule = Length & {
  readonly id: string;
  readonly title: string;
  /** What the clock starts with, as a sentence begins. */
  readonly starts: string;
  /** Whether the day of the start is day 1, or the day after it. For months the same date is meant either way. */
  readonly firstDay: 'the day itself' | 'the day after';
  readonly calendar?: CalendarId;
  /** Where it would end on a day on which nobody works, it ends on the next working day of its calendar. */
  readonly rolls?: true;
  /** What stops the clock while it lasts; the days on which it begins and ends do not count either. */
  readonly pauses?: string;
  /** What starts the clock anew. */
  readonly restarts?: string;
  readonly extensions?: readonly Extension[];
  readonly standing: (typeof standings)[number];
  /** The law, guidance or local setting it rests on. */
  readonly basis: string;
  /** Since when there is this clock. */
  readonly since?: string;
  /** What an office should know of it: doubts about the law, what is no statutory limit. */
  readonly note?: string;
  /** What the note says is doubtful in law, and to be confirmed before anybody relies on it. */
  readonly confirm?: true;
};

const working = (count: number) => ({ count, unit: 'working days' }) as const;
const days = (count: number) => ({ count, unit: 'calendar days' }) as const;
const months = (count: number) => ({ count, unit: 'months' }) as const;

const dataProtectionPauses =
  'While the office waits for what it needs to know who asks or what is asked for (Data (Use and Access) Act 2025)';

/** Every clock there is, by the name that the command line and other systems know it by. */
export const rules = {
  'review-application': {
    title: 'Apply for a review',
    starts: 'The outcome of the complaint was provided',
    ...days(28),
    firstDay: 'the day after',
    pauses: 'The time during which the application was with the wrong body (regulation 29(3))',
    standing: 'law',
    basis: 'Police (Complaints and Misconduct) Regulations 2020 (SI 2020/2), regulation 29(2)',
    since: '2020-02-01',
  },
  'review-acknowledgement': {
    title: 'Acknowledge a review',
    starts: 'The application was received',
    ...working(5),
    firstDay: 'the day after',
    calendar: 'england-and-wales',
    standing: 'office',
    basis: 'Local setting of the office',
  },
  'review-completion': {
    title: 'Complete a review',
    starts: 'The application was received',
    ...working(28),
    firstDay: 'the day after',
    calendar: 'england-and-wales',
    standing: 'office',
    basis: 'Local setting of the office; there is no statutory limit',
  },
  'review-progress': {
    title: 'Tell the applicant how the review goes',
    starts: 'They were last told',
    ...days(28),
    firstDay: 'the day after',
    standing: 'office',
    basis: 'Service standard of the office, after regulation 34 of SI 2020/2',
  },
  'review-outcome': {
    title: 'Tell the applicant the outcome',
    starts: 'The review was decided',
    ...working(5),
    firstDay: 'the day after',
    calendar: 'england-and-wales',
    standing: 'office',
    basis: 'Local standard modelled on regulation 34 of SI 2020/2, which binds the appropriate authority',
  },
  'recommendation-response': {
    title: 'The force answers a recommendation',
    starts: 'The recommendation was made',
    ...days(28),
    firstDay: 'the day after',
    standing: 'law',
    basis: 'Police (Complaints and Misconduct) Regulations 2020 (SI 2020/2), regulation 30',
    note: 'Confirm the number of the regulation before it is quoted in a letter.',
    confirm: true,
  },
  'iopc-learning-response': {
    title: 'Answer a learning recommendation of the IOPC',
    starts: 'The recommendation was made',
    ...days(56),
    firstDay: 'the day itself',
    standing: 'law',
    basis:
      'Police Reform Act 2002, Schedule 3, paragraph 28B: within 56 days beginning with the day it was made',
  },
  'complaint-data': {
    title: 'Publish complaint data',
    starts: 'The IOPC published its own',
    ...months(1),
    firstDay: 'the day itself',
    standing: 'law',
    basis: 'Elected Local Policing Bodies (Specified Information) (Amendment) Order 2021 (SI 2021/547)',
  },
  foi: {
    title: 'Answer a freedom of information request',
    starts: 'The request was received',
    ...working(20),
    firstDay: 'the day after',
    calendar: 'uk-wide',
    pauses: 'From the day a fees notice is given to the day the fee is received (section 10(2))',
    restarts: 'A clarification that was needed to find what is asked for (section 1(3))',
    extensions: [
      {
        id: 'public-interest',
        title: 'To weigh the public interest',
        how: 'more',
        ...working(20),
        basis: 'Freedom of Information Act 2000, section 10(3); normally at most 20 working days more',
        confirm: true,
      },
    ],
    standing: 'law',
    basis: 'Freedom of Information Act 2000, section 10(1) and (6)',
    since: '2005-01-01',
  },
  'foi-internal-review': {
    title: 'Answer a freedom of information internal review',
    starts: 'It was asked for',
    ...working(20),
    firstDay: 'the day after',
    calendar: 'uk-wide',
    extensions: [
      {
        id: 'exceptional',
        title: 'Exceptional circumstances',
        how: 'in all',
        ...working(40),
        basis: 'Code of practice under section 45 of the Freedom of Information Act 2000',
      },
    ],
    standing: 'good practice',
    basis: 'Good practice under the code of practice of section 45 of the Freedom of Information Act 2000',
    note: 'The Act sets no time: confirm the lengths against the code.',
    confirm: true,
  },
  eir: {
    title: 'Answer an environmental information request',
    starts: 'The request was received',
    ...working(20),
    firstDay: 'the day after',
    calendar: 'uk-wide',
    pauses: 'From the day payment in advance is asked for to the day it is received (regulation 8(6))',
    restarts: 'A clarification of what is asked for (regulation 9(4))',
    extensions: [
      {
        id: 'complex',
        title: 'Complex and voluminous',
        how: 'in all',
        ...working(40),
        basis: 'Environmental Information Regulations 2004, regulation 7(1)',
      },
    ],
    standing: 'law',
    basis: 'Environmental Information Regulations 2004, regulation 5(2)',
    since: '2005-01-01',
    note: 'The Regulations name no calendar of their own; the one of section 10 is used: confirm it.',
    confirm: true,
  },
  'eir-internal-review-request': {
    title: 'Ask for an environmental information internal review',
    starts: 'The answer was given, or was due',
    ...working(40),
    firstDay: 'the day after',
    calendar: 'uk-wide',
    standing: 'law',
    basis: 'Environmental Information Regulations 2004, regulation 11(2)',
  },
  'eir-internal-review': {
    title: 'Answer an environmental information internal review',
    starts: 'It was asked for',
    ...working(40),
    firstDay: 'the day after',
    calendar: 'uk-wide',
    standing: 'law',
    basis: 'Environmental Information Regulations 2004, regulation 11(4)',
  },
  'subject-access': {
    title: 'Answer a subject access request',
    starts: 'The request, or proof of identity, authority or a fee if later, was received',
    ...months(1),
    firstDay: 'the day itself',
    calendar: 'england-and-wales',
    rolls: true,
    pauses: dataProtectionPauses,
    extensions: [
      {
        id: 'complex',
        title: 'Complex, or several requests',
        how: 'in all',
        ...months(3),
        basis: 'UK GDPR, Article 12(3): told to the person within the first month',
      },
    ],
    standing: 'law',
    basis: 'UK GDPR, Articles 12(3) and 15',
    since: '2018-05-25',
  },
  'subject-access-extended': {
    title: 'Answer a subject access request that was extended',
    starts: 'The request, or proof of identity, authority or a fee if later, was received',
    ...months(3),
    firstDay: 'the day itself',
    calendar: 'england-and-wales',
    rolls: true,
    pauses: dataProtectionPauses,
    standing: 'law',
    basis: 'UK GDPR, Article 12(3): one month and two further months, counted from the original start',
    since: '2018-05-25',
  },
  'data-protection-complaint': {
    title: 'Acknowledge a data protection complaint',
    starts: 'The complaint was received',
    ...days(30),
    firstDay: 'the day after',
    calendar: 'england-and-wales',
    rolls: true,
    standing: 'law',
    basis: 'Data Protection Act 2018, section 164A; the outcome follows without undue delay',
    since: '2026-06-19',
    note: 'The Act says beginning when it is received: confirm whether the day of receipt is day 1.',
    confirm: true,
  },
  'correspondence-acknowledgement': {
    title: 'Acknowledge correspondence',
    starts: 'It was received',
    ...working(5),
    firstDay: 'the day after',
    calendar: 'england-and-wales',
    standing: 'office',
    basis: 'Local setting of the office',
  },
  'correspondence-answer': {
    title: 'Answer correspondence',
    starts: 'It was received',
    ...working(20),
    firstDay: 'the day after',
    calendar: 'england-and-wales',
    standing: 'office',
    basis: 'Local setting of the office',
  },
} as const satisfies Record<string, Omit<Rule, 'id'>>;

export type RuleId = keyof typeof rules;
export const ruleIds = Object.keys(rules) as RuleId[];

/** A clock by its name. */
export const ruleOf = (id: RuleId): Rule => ({ id, ...rules[id] });
