import { afterAll, expect, test } from 'vitest';
import { returnFormats } from '#shared/calls/returns.ts';
import { asDraft, givenOut } from '#shared/returns/given.ts';
import { newOffice } from '#test/office.ts';
import { read } from '#test/readers/read.ts';
import { everyNumber } from './return-numbers.ts';

const office = await newOffice('example');
afterAll(() => office.end());
const { years, latest } = await office.ask('returns.periods', {});

test.each([
  ['a quarter', { key: 'custody-quarter', period: latest }],
  ['a year', { key: 'custody-year', period: years[1] ?? '' }],
])('every number of %s leaves in every form as it was computed', async (_, of) => {
  const { result } = givenOut(asDraft(await office.ask('returns.prepare', of)));
  expect(result.splits?.length).toBeGreaterThan(0);
  for (const as of returnFormats) {
    const { bytes } = await office.ask('returns.issueFile', { ...of, as });
    everyNumber[as](result, await read(as, Buffer.from(bytes, 'base64')));
  }
});
