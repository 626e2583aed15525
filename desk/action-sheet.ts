import MimeNode from 'nodemailer/lib/mime-node';
import { encode, wrap } from 'nodemailer/lib/qp';
import { readRecord } from '#db/records.ts';
import { actionSheet, actionSubject, actionText } from '#shared/forms/action-sheet.ts';
import { fail, ok } from '#shared/result.ts';
import { fileName } from '#shared/text.ts';
import type { Reads } from './context.ts';
import { settings } from './office.ts';
import { inventedNotice } from './returns.ts';

/**
 * A mail that waits to be sent by the person's own mail program (`X-Unsent`), as the text of an .eml file.
 * @param to an address, or undefined for the person to fill in
 * @param at milliseconds since 1970
 */
const unsentMail = (
  id: string,
  to: string | undefined,
  subject: string,
  text: string,
  at: number,
): string => {
  const mail = new MimeNode('text/plain; charset=utf-8');
  mail.setHeader({
    ...(to ? { To: to } : {}),
    Subject: subject,
    'X-Unsent': '1',
    Date: new Date(at),
    // One of our own: made by the library, it would name this computer.
    'Message-Id': `<${id}@icv-desk.invalid>`,
    'Content-Transfer-Encoding': 'quoted-printable',
  });
  // The library builds a whole mail only as a stream, but a call answers at once: head and body are put together here.
  return `${mail.buildHeaders()}\r\n\r\n${wrap(encode(text.replaceAll(/\r?\n/g, '\r\n')))}\r\n`;
};

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
