import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { FormDraft } from '#renderer/forms/useFormDraft.ts';
import { differences } from '#shared/forms/differences.ts';
import { freshId, newOffice, type Office } from '#test/office.ts';
import { openWindow, screen, waitFor, within } from './window.tsx';

let office: Office;
let open: ReturnType<typeof openWindow>;
beforeAll(async () => {
  office = await newOffice('west-mercia');
});
afterAll(() => office.end());
beforeEach(() => office.ask('preferences.set', { key: 'form', value: null }));
afterEach(() => open.kill());

const at = (place: string) => {
  open = openWindow(office.host, `/forms/edit${place}`);
  return open;
};
const kept = async () => (await office.ask('preferences.get', {})).form as FormDraft | null;
const changes = async () => {
  const draft = await kept();
  return draft ? differences(await office.ask('forms.get', {}), draft) : [];
};

test('what is typed is kept at once: a window that is killed loses nothing of it', async () => {
  const { type, saved, kill } = at('/sections/close/comments');
  await type('Question', 'Anything else?');
  await saved();
  kill();
  const again = at('/sections/close/comments');
  expect((await again.field('Question')).value).toBe('Anything else?');
  expect(await changes()).toEqual(['Reworded: “General comments” is now “Anything else?”.']);
});

test('looking at the form changes nothing: nothing is begun', async () => {
  const { heading } = at('/sections/care');
  await heading(/Care$/);
  open.go('/forms');
  await screen.findByRole('button', { name: 'Change the form' });
  expect(await kept()).toBeNull();
});

test('what is changed and changed back is nothing to go on with', async () => {
  const { type, saved } = at('/sections/close/comments');
  await type('Question', 'Anything else?');
  await saved();
  await waitFor(async () => expect(await kept()).not.toBeNull());
  await type('Question', 'General comments');
  await waitFor(async () => expect(await kept()).toBeNull());
});

test('a form in which nothing is changed yet is simply the newer one, once somebody publishes it', async () => {
  const { heading } = at('/sections/close');
  await heading(/Before you leave$/);
  const { id: base, title, sections } = await office.ask('forms.get', {});
  const renamed = sections.map((s) => (s.id === 'close' ? { ...s, title: 'At the end' } : s));
  await office.ask('forms.publish', { base, id: freshId(), title, sections: renamed });
  await heading(/At the end$/);
  expect(await kept()).toBeNull();
  const back = { base: (await office.ask('forms.get', {})).id, id: freshId(), title, sections };
  await office.ask('forms.publish', back);
  await heading(/Before you leave$/);
});

test('a new question is put together: kind, answers, whom it is for, when it shows, what it raises', async () => {
  const { press, type, field, choose, user, heading } = at('/sections/care');
  await press('Add a question');
  await heading(/Add a question$/);
  await type('Question', 'Which meals?');
  await choose('How is it answered?', 'Any of several answers');
  await type('Answer 1', 'Hot');
  await type('Answer 2', 'Cold');
  await press('Add an answer');
  await type('Answer 3', 'None');
  await user.click(await field('Stands on the two-page paper sheet'));
  await user.click(await field('Raises a concern'));
  await choose('By which answers?', 'None');
  await user.selectOptions(await field('In which area?'), 'Health and wellbeing');
  await user.click(await field('Only if …'));
  await user.selectOptions(await field('The answer to'), 'Hours in custody when the visitors came');
  await type('is more than', '4');
  await press('Continue');
  await heading(/Care$/);
  await open.saved();
  expect(await changes()).toEqual([
    'Added to “Care”: “Which meals?”, answered by any of several answers (Hot, Cold, None); it can raise a concern; it stands on the paper sheet; it shows only if “Hours in custody when the visitors came” is more than 4.',
  ]);
});

test('two conditions hold together, and one of them is taken away again', async () => {
  const { user, field, group, press } = at('/sections/care/food');
  await user.click(await field('Only if …'));
  await user.selectOptions(await field('The answer to'), 'Adult or under 18?');
  await user.click((await group('Only if')).getByLabelText('Under 18'));
  await press('And only if …');
  const second = within(await screen.findByRole('group', { name: 'and only if' }));
  await user.selectOptions(second.getByLabelText('The answer to'), 'Sex or gender');
  await user.click(second.getByLabelText('Female'));
  const name = '“Have they had enough to eat?” now shows only if';
  await waitFor(async () =>
    expect(await changes()).toEqual([
      `${name} “Adult or under 18?” is “Under 18” and “Sex or gender” is “Female”.`,
    ]),
  );
  await press('Take away condition 1');
  await waitFor(async () => expect(await changes()).toEqual([`${name} “Sex or gender” is “Female”.`]));
  await user.click(await field('Always'));
  await waitFor(async () => expect(await changes()).toEqual([]));
});

test('nothing is looked at before Continue; then each mistake stands at its field in the same words', async () => {
  const { press, heading, field, user } = at('/sections/close');
  await press('Add a question');
  await heading(/Add a question$/);
  expect(screen.queryByText('There is a problem')).toBeNull();
  await press('Continue');
  expect(await screen.findAllByText('Write every question in at most 200 characters.')).toHaveLength(2);
  await user.click(await field('Raises a concern'));
  // What is begun after the try is not held against anybody yet.
  expect(screen.queryByText(/raises a concern\.$/)).toBeNull();
  await press('Continue');
  expect(await screen.findAllByText(/raises a concern\.$/)).toHaveLength(2);
  await press('Remove this question');
  await heading(/Before you leave$/);
  await waitFor(async () => expect(await changes()).toEqual([]));
});

test('what figures depend on says why it stays, and offers to reword and to move it', async () => {
  const { field, user, heading } = at('/sections/times/busy');
  await heading(/Change a question$/);
  expect(
    screen.getByText('Figures or lists are made from this answer. You may reword and move the question.'),
  );
  for (const name of [/^Retire/, /^Remove/, 'Add an answer'])
    expect(screen.queryByRole('button', { name })).toBeNull();
  expect(screen.queryByLabelText('Only if …')).toBeNull();
  await user.selectOptions(await field('Section'), 'Who was in custody');
  await waitFor(async () =>
    expect(await changes()).toEqual([
      '“How busy was the suite?” moved from “Arrival and admission” to “Who was in custody”.',
    ]),
  );
  open.go('/forms/edit/sections/counts');
  await heading(/Who was in custody$/);
  screen.getByText(/That stays as it is: figures depend on questions in this section/);
});

test('a section is added about each detainee, named, and shows in the preview for those it is about', async () => {
  const { press, choose, type, heading, field, user } = at('');
  await press('Add a section');
  await choose('What is the new section about?', 'Each detainee');
  await press('Add it');
  await heading(/A new section$/);
  await press('Continue');
  expect(await screen.findAllByText(/Give every section a title/)).toHaveLength(2);
  await type('Title', 'Papers');
  await press('Add a question');
  await type('Question', 'Do they have their papers?');
  await user.click(await field('Only if …'));
  await user.selectOptions(await field('The answer to'), 'Adult or under 18?');
  await user.click((await open.group('Only if')).getByLabelText('Under 18'));
  await press('Continue');
  await heading(/Papers$/);
  await press('Preview this section');
  await screen.findByText('The section does not show here.');
  await user.selectOptions(await field('Asked about'), 'A girl under 18 who was spoken to');
  await screen.findByRole('group', { name: 'Do they have their papers?' });
  screen.getByText('1 question shows.');
});

test('what stands in the way is listed where it would be published, and leads to the question', async () => {
  const { press, type, heading, follow } = at('/sections/close');
  await press('Add a question');
  await heading(/Add a question$/);
  await type('Hint', 'Without a question');
  open.go('/forms/edit/changes');
  await heading(/What changes$/);
  expect(screen.queryByRole('button', { name: /^Publish/ })).toBeNull();
  await follow('Write every question in at most 200 characters.');
  await type('Question', 'With one?');
  open.go('/forms/edit/changes');
  await heading(/What changes$/);
  await screen.findByRole('button', { name: /^Publish version/ });
  await screen.findByText(/^An adult who is spoken to is asked \d+ questions .*, as before\.$/);
});

test('the form is renamed like any of its questions, and never published without a name', async () => {
  const { type, saved, follow, heading } = at('');
  await type('Title of the form', 'Report of a custody visit');
  await saved();
  await waitFor(async () =>
    expect(await changes()).toEqual(['The form is now called “Report of a custody visit”.']),
  );
  await open.user.clear(await open.field('Title of the form'));
  open.go('/forms/edit/changes');
  await heading(/What changes$/);
  await follow('Give the form a title.');
  await heading(/Change the form$/);
});

/** What another window of the same person writes meanwhile: its own changes, begun from what is published or kept. */
const elsewhere = async (text: string) => {
  const form = await office.ask('forms.get', {});
  const was = (await kept()) ?? { ...form, base: form.id, id: freshId(), earlier: [] };
  const sections = was.sections.map((s) => ({
    ...s,
    questions: s.questions.map((q) => (q.id === 'comments' ? { ...q, text } : q)),
  }));
  const { base, id, earlier, title } = was;
  const value = { base, id, earlier, title, sections } as never;
  await office.ask('preferences.set', { key: 'form', value });
};
const reworded = (text: string) => `Reworded: “General comments” is now “${text}”.`;
/** Puts a text in the place of another in one go: between two letters there may be time to save. */
const replace = async (name: string, text: string) => {
  const box = await open.field(name);
  await open.user.click(box);
  box.select();
  await open.user.paste(text);
};
const under = async (name: string) => (await screen.findByRole('region', { name })).textContent;

test.each([
  ['here', 'Typed here'],
  ['elsewhere', 'Typed there'],
])(
  'where two windows change the form both stand side by side: what was changed %s is chosen',
  async (which, stands) => {
    const { heading, press } = at('/sections/close/comments');
    await open.field('Question');
    await elsewhere('Typed there');
    await replace('Question', 'Typed here');
    await heading(/Choose which changes stand$/);
    expect(await under('Changed here')).toContain(reworded('Typed here'));
    expect(await under('Changed elsewhere')).toContain(reworded('Typed there'));
    await waitFor(async () => expect(await kept()).toHaveProperty('contested'));
    await press(`Use what was changed ${which}`);
    await heading(/Change a question$/);
    expect((await open.field('Question')).value).toBe(stands);
    await waitFor(async () => expect(await kept()).not.toHaveProperty('contested'));
    expect(await changes()).toEqual([reworded(stands)]);
  },
);

test('a window that is killed before anybody chose has both still', async () => {
  const { heading } = at('/sections/close/comments');
  await open.field('Question');
  await elsewhere('Typed there');
  await replace('Question', 'Typed here');
  await heading(/Choose which changes stand$/);
  await open.saved();
  open.kill();
  await at('/changes').heading(/Choose which changes stand$/);
  expect(await under('Changed here')).toContain(reworded('Typed here'));
  expect(await under('Changed elsewhere')).toContain(reworded('Typed there'));
});

test('who comes back to a window in which nothing was typed simply sees what the other one changed', async () => {
  const { field } = at('/sections/close/comments');
  await field('Question');
  await elsewhere('Typed there');
  dispatchEvent(new Event('focus'));
  await waitFor(async () => expect((await field('Question')).value).toBe('Typed there'));
});

test.each(['Publish', 'Give up'])('%s takes nothing with it that only another window shows', async (deed) => {
  await elsewhere('Typed first');
  at(deed === 'Publish' ? '/changes' : '');
  await open.press(deed === 'Publish' ? /^Publish version/ : 'Give up these changes');
  await elsewhere('Typed there');
  const { version } = await office.ask('forms.get', {});
  await open.user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: deed }));
  await screen.findAllByText(/also changed in another window\. Look at what changes once more\.$/);
  expect(await changes()).toEqual([reworded('Typed there')]);
  expect((await office.ask('forms.get', {})).version).toBe(version);
});
