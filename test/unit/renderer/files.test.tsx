import { beforeEach, expect, test, vi } from 'vitest';
import { whereWords } from '#renderer/files/where.ts';
import { addSuite, freshId } from '#test/office.ts';
import { complete, draft } from '#test/scenario/reports.ts';
import { officeForAll } from '#test/shared-office.ts';
import { openWindow, screen, waitFor } from './window.tsx';

const office = await officeForAll();
const suite = await addSuite(office, 'Hereford');
let id: string;
beforeEach(async () => {
  id = await draft(office, { ...complete, suite });
});

const bytes = '%PDF-1.7 the paper sheet';
const named = async () =>
  ((await office.ask('visits.get', { id })).visit.files ?? []).map(({ name, kind, removed }) => ({
    name,
    kind,
    out: removed !== undefined,
  }));
/** Keeps what the person is handed instead of saving it. */
const handed = () => {
  const saved: string[] = [];
  URL.createObjectURL = vi.fn(() => 'blob:kept');
  URL.revokeObjectURL = vi.fn();
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  return saved;
};

test('a visitor attaches the scanned sheet at the end of a report, opens it, and takes it out again', async () => {
  const saved = handed();
  const open = openWindow(office.host, `/visits/${id}/edit/close`);
  const field = await open.field('Attach a file');
  await open.user.upload(field, new File([bytes], 'sheet.pdf', { type: 'application/pdf' }));
  await screen.findByText(/^sheet\.pdf \(1 kB\)/);
  expect(await named()).toEqual([{ name: 'sheet.pdf', kind: 'application/pdf', out: false }]);
  await open.press('Open sheet.pdf');
  await waitFor(() => expect(saved).toEqual(['sheet.pdf']));
  await open.press('Take out sheet.pdf');
  await waitFor(() => expect(screen.queryByText(/^sheet\.pdf \(/)).toBeNull());
  expect(await named()).toEqual([{ name: 'sheet.pdf', kind: 'application/pdf', out: true }]);
  // The name of a file in Hebrew is followed by its size, and does not turn it.
  await open.user.upload(field, new File([bytes], 'דף.pdf', { type: 'application/pdf' }));
  await screen.findByText(/^\u2068דף\.pdf\u2069 \(1 kB\)/);
});

test('what is no scan, photograph or text is not attached, and a sentence says what can be', async () => {
  const open = openWindow(office.host, `/visits/${id}/edit/close`);
  const field = await open.field('Attach a file');
  await open.user.upload(
    field,
    new File([new Uint8Array([0, 1, 2])], 'sheet.pdf', { type: 'application/pdf' }),
  );
  expect((await screen.findByRole('alert')).textContent).toContain('Only PDF files, JPEG and PNG pictures');
  expect(await named()).toEqual([]);
});

const sent = async () => {
  await office.ask('files.add', {
    type: 'visit',
    id,
    file: freshId(),
    name: 'paper.pdf',
    bytes: btoa(bytes),
  });
  await office.ask('visits.ready', { id });
};

test('a file is attached to what the office has by a correction of its own, which says why', async () => {
  await sent();
  const open = openWindow(office.host, `/visits/${id}/correct`);
  await open.press('Attach this file');
  expect((await screen.findByRole('alert')).textContent).toContain('Choose the file');
  const field = await open.field('Attach a file');
  await open.user.upload(field, new File(['What was forgotten.'], 'late.txt', { type: 'text/plain' }));
  await open.type('Why is it attached now?', 'It lay at the station.');
  await open.press('Attach this file');
  await screen.findByText(/^late\.txt \(1 kB\)/);
  const { visit } = await office.ask('visits.get', { id });
  expect(visit.corrections).toMatchObject([{ number: 1, reason: 'It lay at the station.' }]);
  expect(await named()).toMatchObject([{ name: 'paper.pdf' }, { name: 'late.txt' }]);
});

test('whoever reads a report finds its files, and takes none out', async () => {
  await sent();
  openWindow(office.host, `/visits/${id}`);
  await screen.findByRole('button', { name: 'Open paper.pdf' });
  expect(screen.queryByRole('button', { name: 'Take out paper.pdf' })).toBeNull();
});

test.each([
  ['custody', /Visit report/],
  ['actions', /action sheet/i],
])('what is handed over has no files: %s', async (page, heading) => {
  await sent();
  openWindow(office.host, `/visits/${id}/${page}`);
  await screen.findByRole('heading', { level: 1, name: heading });
  expect(document.body.textContent).not.toContain('paper.pdf');
});

test('a file that is not on this laptop says when it comes', () => {
  const where = (here: boolean, sent: boolean) => whereWords({ id: freshId(), here, sent }, true);
  expect(where(false, true)).toBe(
    'Not on this laptop yet. It comes by itself once whoever added it has sent it to the office.',
  );
  expect(where(true, false)).toBe('On its way to the office');
  expect(where(true, true)).toBe('');
});
