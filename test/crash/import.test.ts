import { describe, expect, it } from 'vitest';
import { addSuite, deskOver, newOffice, removeFolder } from '#test/office.ts';
import { disagreements } from '#test/whole.ts';
import { killed } from './child.ts';

const rows = 1_200;

/** The application as it is started the next day: waits until what was cut short has been seen to. */
const nextStart = async (folder: string, recoveryCode: string) => {
  const next = deskOver(folder);
  await next.ask('store.unlock', { recoveryCode });
  const settled = async () => (await next.ask('store.check', {})).findings;
  for (let tries = 0; (await settled()).length > 0 && tries < 200; tries += 1)
    await new Promise((go) => setTimeout(go, 25));
  expect(await settled()).toEqual([]);
  return next;
};

/** Where the kill falls: after the line with this number of its stage, and so many milliseconds later. */
const undecided = [
  { stage: 'begun', nth: 1, wait: 0 },
  { stage: 'chunk', nth: 1, wait: 2 },
  { stage: 'chunk', nth: 2, wait: 5 },
  { stage: 'chunk', nth: 3, wait: 0 },
  { stage: 'finished', nth: 1, wait: 0 },
];
const decided = [
  { stage: 'accepted', nth: 1, wait: 0 },
  { stage: 'accepted', nth: 1, wait: 15 },
  { stage: 'accepted', nth: 1, wait: 60 },
  { stage: 'step', nth: 1, wait: 3 },
  { stage: 'step', nth: 3, wait: 0 },
  { stage: 'written', nth: 1, wait: 0 },
];

describe('an import that is killed', () => {
  const importUntil = async (
    folder: string,
    code: string,
    name: string,
    { stage, nth, wait }: (typeof decided)[number],
  ): Promise<string[]> => {
    let seen = 0;
    const { lines, byItself, errors } = await killed(
      'importer.ts',
      [folder, code, String(rows), name],
      (line) => {
        if (line === stage) seen += 1;
        return seen === nth ? wait : undefined;
      },
    );
    expect(byItself, errors).toBe(false);
    return lines;
  };

  it('before it was decided has written nothing, whenever that was, and is forgotten', async () => {
    const office = await newOffice();
    const { folder, recoveryCode } = office;
    await addSuite(office, 'Northgate');
    await office.close();
    for (const [i, moment] of undecided.entries()) {
      const lines = await importUntil(folder, recoveryCode, `file${i}`, moment);
      expect(lines).not.toContain('accepted');
      const next = await nextStart(folder, recoveryCode);
      expect(await next.ask('visits.count', { filter: {} }), JSON.stringify(moment)).toEqual({ count: 0 });
      expect(await next.ask('search.find', { text: 'comment1' })).toEqual([]);
      await next.close();
      expect(disagreements(folder, recoveryCode)).toEqual([]);
    }
    removeFolder(folder);
  });

  it('after it was accepted has written everything once by the next start, and only once', async () => {
    const office = await newOffice();
    const { folder, recoveryCode } = office;
    await addSuite(office, 'Northgate');
    await office.close();
    for (const [i, moment] of decided.entries()) {
      const lines = await importUntil(folder, recoveryCode, `file${i}`, moment);
      expect(lines).toContain('accepted');
      const next = await nextStart(folder, recoveryCode);
      const { measures } = await next.ask('returns.compute', { return: 'icv', period: '2024-05' });
      const count = (await next.ask('visits.count', { filter: { show: 'received' } })).count;
      expect(count, JSON.stringify(moment)).toBe(rows * (i + 1));
      expect(measures.find((m) => m.id === 'visits.attempted')?.value).toBe(rows * (i + 1));
      await next.close();
    }
    expect(disagreements(folder, recoveryCode)).toEqual([]);
    removeFolder(folder);
  });
});
