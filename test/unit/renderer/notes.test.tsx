import { beforeEach, expect, test } from 'vitest';
import { stepsOf } from '#renderer/visits/notes/steps.ts';
import { visitForm } from '#shared/forms/default/index.ts';
import type { Form } from '#shared/forms/definition.ts';
import { draft } from '#test/scenario/reports.ts';
import { officeForAll } from '#test/shared-office.ts';
import { openWindow, screen, waitFor } from './window.tsx';

const office = await officeForAll('west-mercia');
let id: string;
let open: ReturnType<typeof openWindow>;
beforeEach(async () => {
  id = await draft(office, { outcome: 'completed', method: 'in-person' });
});

const at = (step = '') => {
  open = openWindow(office.host, `/visits/${id}/edit${step}`);
  return open;
};
const stored = async () => (await office.ask('visits.get', { id })).visit;
const people = async () => (await stored()).detainees ?? [];

test('the list of sections offers to copy a sheet, and the first step says how many there are', async () => {
  at();
  await open.follow('Copy from a paper sheet');
  await open.heading('Copy from a paper sheet: step 1 of 11 The visit');
});

test('numbers become stubs in the order of the sheet; the same sheet once more doubles nobody', async () => {
  at('/notes/numbers');
  await open.type('One number on each line', 'AB/2\nAB/1\nab/2\n');
  await open.type('How many have no number on your sheet?', '1');
  await open.press('Continue');
  await open.heading(/How each was met/);
  await waitFor(async () =>
    expect((await people()).map((d) => d.custodyNumber)).toEqual(['AB/2', 'AB/1', undefined]),
  );
  open.go(`/visits/${id}/edit/notes/numbers`);
  await open.type('More numbers, one on each line', 'AB/1\nAB/3');
  await screen.findByText(/One of them is entered already/);
  await open.press('Continue');
  await waitFor(async () =>
    expect((await people()).map((d) => d.custodyNumber)).toEqual(['AB/2', 'AB/1', undefined, 'AB/3']),
  );
});

test('numbers typed and not yet taken in are there again after the window was killed', async () => {
  at('/notes/numbers');
  await open.type('One number on each line', 'AB/1\nAB/');
  await open.saved();
  open.kill();
  at('/notes/numbers');
  await waitFor(async () => expect((await open.field('One number on each line')).value).toBe('AB/1\nAB/'));
  expect(await people()).toEqual([]);
});

test('numbers that were typed and left lying keep the report from being sent, and the final check leads to them', async () => {
  at('/notes/numbers');
  await open.type('One number on each line', 'AB/1');
  open.go(`/visits/${id}/check`);
  await open.follow(/from your sheet are typed and not entered yet$/);
  await open.heading(/Custody record numbers/);
  const box = await open.field('One number on each line');
  await waitFor(() => expect(document.activeElement).toBe(box));
});

test('a line that is too long for a number stays in the box, with the reason, and one goes nowhere', async () => {
  at('/notes/numbers');
  const long = 'AB/1, AB/2, AB/3, AB/4, AB/5, AB/6, AB/7, AB/8, AB/9, AB/10, AB/11';
  await open.type('One number on each line', long);
  await open.press('Continue');
  const box = await open.field('One number on each line');
  expect(
    document.getElementById(box.getAttribute('aria-describedby')?.split(' ').at(-1) ?? '')?.textContent,
  ).toMatch(/is too long for one number/);
  expect(box.value).toBe(long);
  expect(await people()).toEqual([]);
});

test('a column is answered person by person, and the next asks only whom it concerns', async () => {
  at('/notes/numbers');
  await open.type('One number on each line', 'AB/1\nAB/2');
  await open.press('Continue');
  const met = async (number: string) => open.field(`Detainee ${number}: Did you speak to them?`);
  await open.user.selectOptions(await met('AB/1'), 'Yes, they agreed to talk');
  await open.user.selectOptions(await met('AB/2'), 'No, they were not available');
  await open.press('Continue');
  await open.heading(/Those you did not speak to/);
  expect(screen.queryByLabelText(/^Detainee AB\/1/)).toBeNull();
  await open.user.selectOptions(await open.field('Detainee AB/2: Why were they not available?'), 'Asleep');
  await waitFor(async () =>
    expect((await people()).map((d) => d.seen)).toEqual([
      { state: 'accepted' },
      { state: 'notAvailable', reason: 'asleep' },
    ]),
  );
});

test('where everybody was spoken to, the reasons are passed over', async () => {
  at('/notes/numbers');
  await open.type('One number on each line', 'AB/1');
  await open.press('Continue');
  await open.user.selectOptions(
    await open.field('Detainee AB/1: Did you speak to them?'),
    'Yes, they agreed to talk',
  );
  await open.press('Continue');
  await open.heading(/step 5 of 11 Who they are/);
});

test('nothing to report closes a group for all; something to report opens it for those who are ticked', async () => {
  at('/notes/numbers');
  await open.type('One number on each line', 'AB/1\nAB/2');
  await open.press('Continue');
  for (const number of ['AB/1', 'AB/2'])
    await open.user.selectOptions(
      await open.field(`Detainee ${number}: Did you speak to them?`),
      'Yes, they agreed to talk',
    );
  open.go(`/visits/${id}/edit/notes/groups`);
  await open.choose('Rights', 'Nothing to report for anyone');
  await open.choose('Cell', 'Something to report');
  await open.choose('About whom? Cell', 'Detainee AB/2');
  await waitFor(async () =>
    expect((await people()).map((d) => d.groups)).toEqual([
      { rights: 'no concerns', cell: 'no concerns' },
      { rights: 'no concerns', cell: 'to report' },
    ]),
  );
});

test('as long as nobody said what came of the visit, the numbers say why nothing is asked about anybody', async () => {
  id = await draft(office, {});
  at('/notes/numbers');
  await open.follow('Say what came of the visit first');
  await open.heading(/step 1 of 11/);
});

test('a matter is filled in where it stands, and the fate of the notes ends the copying', async () => {
  at('/notes/matters');
  await open.press('Add a matter');
  await waitFor(async () => expect(document.activeElement).toBe(await open.field('Whom is it about?')));
  await open.type('What was asked for or raised?', 'A blanket');
  await open.type('Whom did you tell?', 'PS 12');
  await open.press('Continue');
  await open.choose('The paper you made notes on in the suite', 'They are destroyed');
  await open.press('Continue');
  await open.heading(/Visit report/);
  await waitFor(async () => expect(await stored()).toMatchObject({ notes: 'destroyed' }));
  expect((await stored()).matters).toMatchObject([{ what: 'A blanket', toldTo: 'PS 12' }]);
});

test('a form that asks less has fewer steps: what is retired or gone is not asked', () => {
  const form = visitForm('0190a5c2-7b1e-7c3a-9d4f-000000000001');
  const less: Form = {
    ...form,
    sections: form.sections
      .filter((s) => s.of !== 'matter')
      .map((s) => ({
        ...s,
        questions: s.questions.map((q) => (q.id === 'said' ? { ...q, retired: true } : q)),
      })),
  };
  const gone = (ids: string[]) => stepsOf(form).filter((step) => !ids.includes(step.id));
  expect(stepsOf(less).map((s) => s.id)).toEqual(gone(['matters', 'words']).map((s) => s.id));
});
