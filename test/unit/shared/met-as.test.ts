import { expect, test } from 'vitest';
import { contactText } from '#shared/forms/items.ts';
import { countsOfDetainees } from '#shared/records/counts.ts';
import type { Detainee } from '#shared/records/detainee.ts';
import { delayMinutes } from '#shared/records/visit.ts';

const met = (seen: Detainee['seen']): Detainee => ({
  id: '01900000-0000-7000-8000-000000000001',
  order: 'a',
  seen,
});
const counted = (seen: Detainee['seen']) => countsOfDetainees({ detainees: [met(seen)] });

test('somebody who was spoken to after all is not counted as observed, and the old reason is not told', () => {
  const before = { state: 'notAvailable', reason: 'asleep', observed: true, record: true } as const;
  expect(counted(before)).toMatchObject({
    total: { notAvailable: 1, observedOnly: 1, recordOnly: 1 },
    notAvailableReasons: { asleep: 1 },
  });
  const after = { ...before, state: 'accepted' } as const;
  expect(counted(after)).toMatchObject({
    total: { accepted: 1, observedOnly: 0, recordOnly: 0 },
    notAvailableReasons: {},
  });
  expect(contactText(met(after))).toBe('Spoken to');
});

test('why somebody was not available is no reason for not offering them a conversation', () => {
  const passedOver = { state: 'notOffered', reason: 'asleep' } as const;
  expect(counted(passedOver)?.notOfferedReasons).toEqual({});
  expect(contactText(met(passedOver))).toBe('Not offered a conversation');
});

test('whoever was refused access did not wait for admission, whatever was written before', () => {
  const times = { arrived: '10:00', admitted: '10:40' };
  expect(delayMinutes({ ...times, outcome: 'completed' })).toBe(40);
  expect(delayMinutes({ ...times, outcome: 'refused' })).toBeNull();
});
