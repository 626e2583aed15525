import { readRecord } from '#db/records.ts';
import { actionSheet, actionSubject, actionText } from '#shared/forms/action-sheet.ts';
import { fail, ok } from '#shared/result.ts';
import { fileName } from '#shared/text.ts';
import type { Reads } from './context.ts';
import { unsentMail } from './mail.ts';
import { inventedNotice, settings } from './office.ts';

export const actionReads = {
  'visits.actionMail': (r, { id }, ctx) => {
    const visit = readRecord(r, 'visit', id)?.document;
    if (!visit) return fail({ tag: 'notFound', what: 'visit report' });
    const form = readRecord(r, 'form', visit.form.id)?.document;
    if (!form) throw new Error('a report without its form');
    const suite = visit.suite ? readRecord(r, 'suite', visit.suite)?.document : undefined;
    const office = settings(r, ctx);
    const sheet = actionSheet(form, visit, office, suite ? { [suite.id]: suite.name } : {});
    const text = actionText(sheet, office.invented ? inventedNotice : null);
    const mail = unsentMail(id, suite?.mail, actionSubject(sheet), text, ctx.sources.now());
    return ok({ name: fileName('eml', 'Action sheet', suite?.name, visit.date), text: mail });
  },
} satisfies Partial<Reads>;
