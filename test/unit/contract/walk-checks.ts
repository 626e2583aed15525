import { freshId } from '#test/office.ts';
import type { Go } from './walk.ts';

/** Record checks from the drawing of a sample to a correction. */
export const walkChecks = async (go: Go, suite: string) => {
  await go('forms.get', { of: 'recordCheck' });
  const [id, sample] = [freshId(), freshId()];
  const days = { from: '2026-07-01', to: '2026-09-30' };
  await go('checks.draw', { id: sample, list: '1\n2', cohort: 'women', ...days, size: 1, seed: 'any' });
  await go('checks.samples', {});
  await go('checks.sample', { id: sample });
  await go('checks.start', { id, custodyNumber: '22WM/1', reason: 'dip sample' });
  const patch = [
    { path: ['suite'], now: suite },
    { path: ['cohort'], now: 'women' },
  ];
  await go('checks.save', { id, patch });
  await go('checks.discard', { id });
  await go('checks.restore', { id });
  await go('checks.finish', { id });
  const corrected = [{ path: ['summary'], now: 'All well' }];
  await go('checks.correct', { id, patch: corrected, reason: 'Left out' });
  await go('checks.get', { id });
  await go('checks.list', { filter: { show: 'done' } });
  await go('checks.answers', days);
};
