import type { ReturnSection } from '#shared/records/named-return.ts';

/**
 * What elected local policing bodies publish of complaints (SI 2011/3050, paragraph 7C of its Schedule, which SI
 * 2021/547 put there), beside the figures of their reviews.
 */
export const reviewSections = [
  {
    id: 'account',
    title: 'How the Chief Constable is held to account',
    hint: 'How complaints are handled in the force, what was asked of the Chief Constable about it, and what came of that.',
  },
  {
    id: 'performance',
    title: 'How we decided reviews',
    hint: 'What the figures mean: what went well, what took too long, and why.',
  },
  {
    id: 'quality',
    title: 'How the quality of reviews is assured',
    hint: 'Who examines and who decides, and how drafts and decisions are checked.',
  },
  {
    id: 'learning',
    title: 'What was learnt',
    hint: 'What reviews showed, what was recommended, and what changed because of it. Name nobody.',
  },
  { id: 'next', title: 'What comes next', hint: 'What the office will do in the next period.' },
] as const satisfies readonly ReturnSection[];

/**
 * The law under which reviews are published, and what is doubtful in it. The wording of paragraph 7C was not read at its
 * source: whoever works with a return is told so, and nobody whom it is given to.
 */
export const publicationBasis = {
  law: 'Elected Local Policing Bodies (Specified Information) Order 2011, Schedule, paragraph 7C (SI 2021/547)',
  toConfirm:
    'The wording of paragraph 7C was taken from guidance. Read it at its source before this is published.',
} as const;

/** What is doubtful in the law that a return is published under; nothing where the office wrote that law itself. */
export const lawToConfirm = (law: string | undefined): string | undefined =>
  law === publicationBasis.law ? publicationBasis.toConfirm : undefined;
