import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { reportInHand } from '#renderer/visits/notes/place.ts';
import type { Host, HostEvent } from '#shared/contract.ts';
import { newOffice, type Office } from '#test/office.ts';
import { draft } from '#test/scenario/reports.ts';
import { openWindow, screen, waitFor } from './window.tsx';

let office: Office;
let open: ReturnType<typeof openWindow>;
beforeAll(async () => {
  office = await newOffice('west-mercia');
});
afterAll(() => office.end());
afterEach(() => open.kill());

/** A window that hears the menu of the desktop shell. */
const at = (place: string) => {
  const heard = new Set<(event: HostEvent) => void>();
  const listen: Host['listen'] = (listener) => {
    heard.add(listener);
    const stop = office.host.listen(listener);
    return () => {
      heard.delete(listener);
      stop();
    };
  };
  open = openWindow({ ...office.host, listen }, place);
  return (command: string) => {
    for (const listener of heard) listener({ kind: 'command', command });
  };
};
const reports = async () => (await office.ask('visits.count', { filter: { show: 'unfinished' } })).count;

test('a paper sheet is copied into the report one is filling in, from any page of it', async () => {
  const id = await draft(office, { outcome: 'completed', method: 'in-person' });
  const before = await reports();
  const obey = at(`/visits/${id}/edit/times`);
  await open.heading(/Arrival and admission$/);
  obey('notes');
  await open.heading(/Copy from a paper sheet: step 1/);
  expect(location.hash).toBe(`#/visits/${id}/edit/notes`);
  expect(await reports()).toBe(before);
});

test('where no report is being filled in, one is begun for the sheet', async () => {
  const before = await reports();
  const obey = at('/');
  await open.heading('Home');
  obey('notes');
  await open.heading(/Copy from a paper sheet: step 1/);
  expect(await reports()).toBe(before + 1);
});

test('one practises with a report, and is told whom to ring, from wherever one is', async () => {
  const obey = at('/suites');
  await open.heading('Suites');
  obey('practise');
  await open.heading(/Visit report$/);
  await screen.findByRole('region', { name: 'Practice' });
  obey('urgent');
  await open.heading('Someone is at risk');
});

test('calls without a call are the page of all of them', async () => {
  const id = await draft(office, { outcome: 'completed', method: 'in-person' });
  at(`/visits/${id}/edit/calls`);
  await open.heading('Someone is at risk');
  await waitFor(() => screen.getByRole('button', { name: 'Write down a call' }));
});

test('a report is in hand on the pages on which it is filled in and checked', () => {
  const id = '0190a5c2-7b1e-7c3a-9d4f-2b6c8e1a0f35';
  const edit = `/visits/${id}/edit`;
  for (const path of [edit, `${edit}/close`, `${edit}/detainees/${id}`, `/visits/${id}/check`])
    expect(reportInHand(path)).toBe(edit);
  for (const path of ['/', '/visits', `/visits/${id}`, `/visits/${id}/correct/close`, `/visits/${id}/editor`])
    expect(reportInHand(path)).toBeUndefined();
});
