import { expect, test } from 'vitest';
import { addressOf, questionOf } from '#renderer/deadlines/question.ts';
import { officeForAll } from '#test/shared-office.ts';
import { openWindow, screen, waitFor } from './window.tsx';

const office = await officeForAll();

test('a question survives its address; an address that makes no sense asks nothing', () => {
  const question = {
    rule: 'foi',
    events: [
      { kind: 'started', on: '2026-01-05' },
      { kind: 'paused', on: '2026-01-07', until: '2026-01-09', why: 'Fees ~ notice' },
      { kind: 'restarted', on: '2026-01-06' },
      { kind: 'extended', extension: 'public-interest', count: 10 },
    ],
  } as const;
  const search = addressOf({ ...question, events: [...question.events] }).split('?')[1] ?? '';
  expect(questionOf(search)).toEqual(question);
  for (const bad of ['', 'rule=foi', 'rule=none&start=2026-01-05', 'rule=foi&start=2026-01-05&paused=never'])
    expect(questionOf(bad)).toBeUndefined();
});

test('a deadline is worked out with its pause, explained, and asked again by its address', async () => {
  let open = openWindow(office.host, '/deadlines');
  await open.press('Work it out');
  expect((await screen.findByRole('alert')).textContent).toContain('Choose what is to be done');
  await open.user.selectOptions(await open.field('What is to be done'), 'foi');
  await open.type('The day it starts with', '5/1/2026');
  await open.press('Add a pause');
  await open.type('From', '12/1/2026');
  await waitFor(async () =>
    expect(JSON.stringify(await office.ask('preferences.get', {}))).toContain('12/1/2026'),
  );
  open.kill();
  open = openWindow(office.host, '/deadlines');
  await waitFor(async () => expect((await open.field('From')).value).toBe('12/1/2026'));
  await open.type('To', '16/1/2026');
  await open.type('Why', 'A fees notice was given');
  await open.press('Work it out');
  await screen.findByText(
    /The clock stood from 12 January 2026 to 16 January 2026.*Basis: Freedom of Information Act/,
  );
  screen.getByText('9 February 2026', { exact: false, selector: '.govuk-heading-l' });
  screen.getByText('The law');
  const address = location.hash.slice(1);
  open.kill();
  open = openWindow(office.host, address);
  await waitFor(async () => expect((await open.field('Why')).value).toBe('A fees notice was given'));
  await screen.findByText('9 February 2026', { exact: false, selector: '.govuk-heading-l' });
});

test('what is provisional, local, or to be confirmed says so', async () => {
  const open = openWindow(office.host, '/deadlines?rule=review-completion&start=2030-12-02');
  await screen.findByText('Provisional');
  screen.getByText('Local standard');
  open.go('/deadlines?rule=recommendation-response&start=2026-05-01');
  await screen.findByText('To confirm', { selector: '.govuk-tag' });
  await waitFor(() => expect(screen.queryByText('Provisional')).toBeNull());
});
