import type { tellings } from '#shared/records/review-parts.ts';

export const tellingWords: Record<(typeof tellings)[number], string> = {
  'information request': 'Asked for information',
  progress: 'How the review goes',
  outcome: 'The decision',
  recommendation: 'The force, what is recommended',
  invalid: 'That it is not valid',
  forwarded: 'That it went to the IOPC',
  withdrawn: 'That it is withdrawn',
  'complaint withdrawn': 'The appropriate authority, that the complaint is withdrawn',
};
