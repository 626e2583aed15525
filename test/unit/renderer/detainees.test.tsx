import { waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newOffice, type Office } from '#test/office.ts';
import { draft } from '#test/scenario/reports.ts';
import { openWindow } from './window.tsx';

let office: Office;
let id: string;
beforeEach(async () => {
  office = await newOffice('west-mercia');
  id = await draft(office, { outcome: 'completed', method: 'in-person' });
});
afterEach(() => office.end());

const stored = async () => (await office.ask('visits.get', { id })).visit;

test('adding a detainee lands on the custody number of the new one', async () => {
  const window = await openWindow(office.host, `/visits/${id}/edit`);
  await window.follow('Detainees');
  await window.press('Add a detainee');
  await waitFor(() => expect(document.activeElement).toBe(window.field('Custody record number')));
  await window.user.keyboard('AB/1');
  await waitFor(async () =>
    expect((await stored()).detainees?.map((d) => d.custodyNumber)).toEqual(['AB/1']),
  );
  window.kill();
});
