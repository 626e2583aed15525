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
