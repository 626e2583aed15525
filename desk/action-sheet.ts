import { actionSheet, actionSubject, actionText } from '#shared/forms/action-sheet.ts';
import { ok } from '#shared/result.ts';
import { fileName } from '#shared/text.ts';
import type { Asking, FileCalls } from './made-files.ts';
import { unsentMail } from './mail.ts';
import { inventedNotice } from './office.ts';

/** The station action sheet as a mail, out of what its page is made from. */
export const actionFiles = (read: Asking, now: () => number): FileCalls<'visits.actionMail'> => ({
  'visits.actionMail': async ({ id }) => {
    const [found, settings] = [await read('visits.get', { id }), await read('settings.get', {})];
    if (!found.ok) return found;
    if (!settings.ok) return settings;
    const { visit, form, names } = found.value;
    const suite = visit.suite ? await read('suites.get', { id: visit.suite }) : undefined;
    const to = suite?.ok ? suite.value : undefined;
    const sheet = actionSheet(form, visit, settings.value, names);
    const text = actionText(sheet, settings.value.invented ? inventedNotice : null);
    const mail = unsentMail(id, to?.mail, actionSubject(sheet), text, now());
    return ok({ name: fileName('eml', 'Action sheet', to?.name, visit.date), text: mail });
  },
});
