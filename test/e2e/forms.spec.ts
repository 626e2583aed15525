import { draft } from '#test/scenario/reports.ts';
import { expect, type Page, test } from './office.ts';
import { goTo, heading, openPlace, saved } from './pages/frame.ts';
import { report } from './pages/report.ts';

/** The form editor, by the names of its things. */
const form = (page: Page) => ({
  change: async (name = 'Change the form') => {
    await goTo(page, 'Settings');
    await page.getByRole('link', { name: /versions of the visit form/ }).click();
    await expect(heading(page, 'Visit form')).toBeVisible();
    await page.getByRole('button', { name }).click();
    await expect(heading(page, 'Change the form')).toBeVisible();
  },
  section: async (title: string) => {
    await page.getByRole('link', { name: title, exact: true }).click();
    await expect(heading(page, title)).toBeVisible();
  },
  question: async (text: string) => {
    await page.getByRole('link', { name: text, exact: true }).click();
    await expect(heading(page, 'Change a question')).toBeVisible();
  },
  say: (text: string) => page.getByLabel('Question', { exact: true }).fill(text),
  continue: async (title: string) => {
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(heading(page, title)).toBeVisible();
  },
});

const close = 'Before you leave';
const asked = (page: Page, text: string) => page.getByText(text, { exact: true });

test.describe('The office changes its visit form', () => {
  test('a new report asks what was published, one that was begun before keeps its questions', async ({
    page,
    office,
  }) => {
    const old = await draft(office, {});
    const editor = form(page);
    await editor.change();
    await editor.section(close);

    // What figures depend on says so, and offers nothing that would lose them.
    await editor.question('Is there anything to praise the staff for?');
    await expect(page.getByText('Figures or lists are made from this answer.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Retire this question' })).toHaveCount(0);
    await editor.continue(close);

    await page.getByRole('button', { name: 'Add a question' }).click();
    await expect(heading(page, 'Add a question')).toBeVisible();
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByRole('alert')).toContainText('Write every question');
    await editor.say('Was the front desk helpful?');
    await page.getByLabel('For the office only').check();
    await page.getByLabel('Only if …').check();
    const term = page.getByRole('group', { name: 'Only if', exact: true });
    await term.getByLabel('The answer to').selectOption('Is there anything to praise the staff for?');
    await term.getByLabel('Yes', { exact: true }).check();
    await editor.continue(close);

    await editor.question('General comments');
    await editor.say('Anything else?');
    await editor.continue(close);
    await editor.question('Who gets a copy?');
    await page.getByRole('button', { name: 'Retire this question' }).click();
    await expect(page.getByRole('button', { name: 'Bring this question back' })).toBeVisible();
    await editor.continue(close);
    await expect(page.getByRole('listitem').filter({ hasText: 'Who gets a copy?' })).toContainText('Retired');

    await page.getByRole('button', { name: 'Preview this section' }).click();
    await expect(page.getByText('nothing that you answer here is kept')).toBeVisible();
    await expect(asked(page, 'Was the front desk helpful?')).toHaveCount(0);
    await report(page).choose('Is there anything to praise the staff for?', 'Yes');
    await expect(asked(page, 'Was the front desk helpful?')).toBeVisible();
    await expect(asked(page, 'Who gets a copy?')).toHaveCount(0);

    // The window is closed, and opened again another time.
    await saved(page);
    await page.reload();
    await expect(asked(page, 'Anything else?')).toBeVisible();
    await editor.change('Go on changing the form');
    await page.getByRole('button', { name: 'See what changes and publish' }).click();
    await expect(heading(page, 'What changes')).toBeVisible();
    for (const change of [
      'Reworded: “General comments” is now “Anything else?”.',
      'Retired: “Who gets a copy?”. Old reports keep its answers.',
      /^Added to “Before you leave”: “Was the front desk helpful\?”.*shows only if .*praise.* is “Yes”/,
    ])
      await expect(page.getByRole('listitem').filter({ hasText: change })).toBeVisible();
    await page.getByRole('button', { name: 'Publish version 2' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await expect(heading(page, 'Visit form')).toBeVisible();
    await expect(page.getByRole('row', { name: /^Version 2/ })).toContainText('0');
    await expect(page.getByRole('row', { name: /^Version 1/ })).toContainText('1');
    await expect(page.getByRole('button', { name: 'Change the form' })).toBeVisible();

    await openPlace(page, `/visits/${old}/edit/close`);
    await expect(asked(page, 'General comments')).toBeVisible();
    await expect(asked(page, 'Who gets a copy?')).toBeVisible();
    await report(page).choose('Is there anything to praise the staff for?', 'Yes');
    await expect(asked(page, 'What for?')).toBeVisible();
    await expect(asked(page, 'Was the front desk helpful?')).toHaveCount(0);

    await openPlace(page, `/visits/${await draft(office, {})}/edit/close`);
    await expect(asked(page, 'Anything else?')).toBeVisible();
    await expect(asked(page, 'Who gets a copy?')).toHaveCount(0);
    await report(page).choose('Is there anything to praise the staff for?', 'Yes');
    await expect(asked(page, 'Was the front desk helpful?')).toBeVisible();
  });

  test('by keyboard alone: a question is moved, and focus stays with it', async ({ page }) => {
    await openPlace(page, '/forms/edit/sections/close');
    await expect(heading(page, close)).toBeFocused();
    const texts = page.locator('.desk-form-list a');
    const [first = '', second = ''] = await texts.allInnerTexts();
    const down = page.getByRole('button', { name: `Move down “${first}”` });
    await down.focus();
    await page.keyboard.press('Enter');
    await expect(texts.first()).toHaveText(second);
    await expect(down).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await expect(page.getByRole('button', { name: `Move up “${first}”` })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(texts.first()).toHaveText(first);
    // At the top there is no way up: focus goes to the way down.
    await expect(down).toBeFocused();
    await expect(page.getByText(`“${first}” is now 1 of`).first()).toBeAttached();
  });

  test('changes can be given up; a version published meanwhile is shown, with what had been changed', async ({
    page,
    office,
  }) => {
    const editor = form(page);
    await openPlace(page, '/forms/edit/sections/close/comments');
    await editor.say('Mine');
    await editor.continue(close);
    const { id: base, title, sections } = await office.ask('forms.get', {});
    await office.ask('forms.publish', { base, id: crypto.randomUUID(), title: `${title} `, sections });
    await openPlace(page, '/forms/edit/changes');
    await expect(
      page.getByText(/^Version 2 was published on .* while you were changing version 1/),
    ).toBeVisible();
    await expect(page.getByRole('button', { name: /^Publish/ })).toHaveCount(0);
    await page.getByRole('button', { name: 'Begin again from version 2' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Begin again' }).click();
    await expect(page.getByText('Nothing is changed yet.')).toBeVisible();
    await page.getByText('What you had changed before version 2').click();
    await expect(page.getByText('Reworded: “General comments” is now “Mine”.')).toBeVisible();

    await openPlace(page, '/forms/edit/sections/close/comments');
    await editor.say('Mine again');
    await editor.continue(close);
    await openPlace(page, '/forms/edit');
    await page.getByRole('button', { name: 'Give up these changes' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Give up' }).click();
    await expect(heading(page, 'Visit form')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Change the form' })).toBeVisible();
    await openPlace(page, '/forms/edit/sections/close/comments');
    await expect(page.getByLabel('Question', { exact: true })).toHaveValue('General comments');
  });
});
