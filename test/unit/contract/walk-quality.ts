import type { Go } from './walk.ts';

/** The list of criteria from its beginning to the pack it is told in, and what was not seen. */
export const walkQuality = async (go: Go) => {
  await go('quality.begin', {});
  const [first] = await go('quality.list', {});
  if (!first) throw new Error('no list was begun');
  const { id, text } = first.criterion;
  const patch = [{ path: ['text'], was: text, now: 'Visits are as many as the scheme has set itself.' }];
  await go('quality.save', { id, patch });
  await go('quality.update', { id, status: 'met', words: 'Looked at in May.' });
  await go('quality.addEvidence', { id, on: '2024-06-01', words: 'The minutes.', link: 'Shared drive' });
  const { evidence } = await go('quality.get', { id });
  await go('quality.removeEvidence', { id, evidence: evidence[0]?.id ?? '' });
  const { latest: period } = await go('returns.periods', {});
  await go('quality.pack', { period });
  await go('quality.records', { period, fact: 'visits.hours', part: '22:00 to 06:00' });
  for (const as of ['docx', 'html'] as const) await go('quality.file', { period, as });
  await go('unseen.get', {});
};
