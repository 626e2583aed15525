import type { RequestKind } from './request-clocks.ts';

/** A provision by which information may be withheld. */
export type Provision = {
  readonly id: string;
  readonly title: string;
  /** Whether it stands by itself, or is weighed against the public interest in disclosing. */
  readonly weighed: boolean;
  /** How it is applied is to be confirmed before anybody relies on it. */
  readonly confirm?: true;
};

const provision = (
  id: string,
  title: string,
  weighed: boolean,
  more: { confirm?: true } = {},
): Provision => ({
  ...{ id, title, weighed },
  ...more,
});
const absolute = (id: string, title: string, more?: { confirm?: true }) => provision(id, title, false, more);
const qualified = (id: string, title: string, more?: { confirm?: true }) => provision(id, title, true, more);

/**
 * The exemptions of the Freedom of Information Act 2000. Which of them are absolute is section 2(3); all others are weighed
 * against the public interest (section 2(2)(b)). Sections 12 and 14 are no exemptions: nothing is weighed under them.
 */
const foi: readonly Provision[] = [
  absolute('section 12', 'Cost of compliance exceeds the appropriate limit'),
  absolute('section 14(1)', 'Vexatious request'),
  absolute('section 14(2)', 'Repeated request'),
  absolute('section 21', 'Reasonably accessible by other means'),
  qualified('section 22', 'Intended for future publication'),
  qualified('section 22A', 'Research'),
  absolute('section 23', 'Supplied by, or about, bodies dealing with security matters'),
  qualified('section 24', 'National security'),
  qualified('section 26', 'Defence'),
  qualified('section 27', 'International relations'),
  qualified('section 28', 'Relations within the United Kingdom'),
  qualified('section 29', 'The economy'),
  qualified('section 30', 'Investigations and proceedings'),
  qualified('section 31', 'Law enforcement'),
  absolute('section 32', 'Court records'),
  qualified('section 33', 'Audit functions'),
  absolute('section 34', 'Parliamentary privilege'),
  qualified('section 35', 'Formulation of government policy', { confirm: true }),
  qualified('section 36', 'Prejudice to the effective conduct of public affairs'),
  qualified('section 37', 'Communications with the Sovereign, and honours', { confirm: true }),
  qualified('section 38', 'Health and safety'),
  qualified(
    'section 39',
    'Environmental information: answered under the Environmental Information Regulations',
  ),
  absolute('section 40(1)', 'Personal data of whoever asks: answered as a subject access request'),
  absolute('section 40(2)', 'Personal data of somebody else, where disclosure would breach the principles', {
    confirm: true,
  }),
  absolute('section 41', 'Provided in confidence'),
  qualified('section 42', 'Legal professional privilege'),
  qualified('section 43(1)', 'Trade secrets'),
  qualified('section 43(2)', 'Commercial interests'),
  absolute('section 44', 'Prohibited by another enactment, or by a court'),
];

/**
 * The exceptions of the Environmental Information Regulations 2004, regulation 12: each is weighed against the public
 * interest (regulation 12(1)(b)), and disclosure is presumed (regulation 12(2)). Personal data is regulation 13.
 */
const eir: readonly Provision[] = [
  qualified('regulation 12(4)(a)', 'Not held when the request was received', { confirm: true }),
  qualified('regulation 12(4)(b)', 'Manifestly unreasonable'),
  qualified('regulation 12(4)(c)', 'Too general, and help was given'),
  qualified('regulation 12(4)(d)', 'Material still being completed, unfinished documents or incomplete data'),
  qualified('regulation 12(4)(e)', 'Internal communications'),
  qualified('regulation 12(5)(a)', 'International relations, defence, national security or public safety'),
  qualified('regulation 12(5)(b)', 'The course of justice, a fair trial, criminal or disciplinary inquiries'),
  qualified('regulation 12(5)(c)', 'Intellectual property rights'),
  qualified('regulation 12(5)(d)', 'Confidentiality of proceedings provided by law'),
  qualified('regulation 12(5)(e)', 'Commercial or industrial confidentiality provided by law'),
  qualified('regulation 12(5)(f)', 'Interests of whoever provided it without being obliged to'),
  qualified('regulation 12(5)(g)', 'Protection of the environment'),
  absolute('regulation 13', 'Personal data of somebody else', { confirm: true }),
];

/**
 * What may be left out of an answer to a subject access request: the Data Protection Act 2018, Schedules 2 to 4, and Article
 * 12(5) of the UK GDPR. None is weighed against the public interest as such.
 */
const access: readonly Provision[] = [
  absolute('UK GDPR, Article 12(5)', 'Manifestly unfounded or excessive request'),
  absolute('Schedule 2, paragraph 2', 'Crime and taxation'),
  absolute('Schedule 2, paragraph 5', 'Required by law, or in connection with legal proceedings'),
  absolute('Schedule 2, paragraph 7', 'Functions designed to protect the public'),
  absolute('Schedule 2, paragraph 11', 'Regulatory functions of certain other persons', { confirm: true }),
  absolute('Schedule 2, paragraph 16', 'Information about somebody else'),
  absolute('Schedule 2, paragraph 19', 'Legal professional privilege'),
  absolute('Schedule 2, paragraph 22', 'Management forecasts and planning'),
  absolute('Schedule 2, paragraph 23', 'Negotiations with whoever asks'),
  absolute('Schedule 2, paragraph 24', 'Confidential references'),
  absolute('Schedule 3', 'Health, social work, education and child abuse data', { confirm: true }),
  absolute('Schedule 4', 'Disclosure prohibited or restricted by an enactment', { confirm: true }),
];

export const provisions = {
  'FOI request': foi,
  'EIR request': eir,
  'subject access request': access,
} as const satisfies Record<RequestKind, readonly Provision[]>;

/** Of which Act the provisions of a regime are. */
export const provisionsOf = {
  'FOI request': 'Freedom of Information Act 2000',
  'EIR request': 'Environmental Information Regulations 2004',
  'subject access request': 'Data Protection Act 2018',
} as const satisfies Record<RequestKind, string>;

/** Whether a provision asks that the public interest is weighed; what the table does not know is not asked. */
export const isWeighed = (kind: RequestKind, id: string): boolean =>
  provisions[kind].some((one) => one.id === id && one.weighed);
