import { contactKeys } from '#shared/contacts/keys.ts';
import type { Contact } from '#shared/records/contact.ts';
import { prepared, sql, type Writer } from './sql.ts';

type Write = { document: object; before: object | undefined };

const insert = prepared(() => sql.insertInto('contact_key').values({ key: '', contact: '' }));
const remove = prepared(() => sql.deleteFrom('contact_key').where('key', '=', '').where('contact', '=', ''));

/** Keeps by what people of the register are found, in the transaction of the records themselves. */
export const writeContactKeys = (w: Writer, writes: readonly Write[]): void => {
  for (const { document, before } of writes) {
    const id = (document as Contact).id;
    const [was, now] = [before, document].map((c) => new Set(c ? contactKeys(c as Contact) : []));
    const rows = (keys: Set<string> | undefined, without: Set<string> | undefined) =>
      [...(keys ?? [])].filter((key) => !without?.has(key)).map((key) => [key, id]);
    w.runAll(remove(), rows(was, now));
    w.runAll(insert(), rows(now, was));
  }
};

const forget = prepared((contact: string) => sql.deleteFrom('contact_key').where('contact', '=', contact));
/** Takes away by what somebody was found. */
export const forgetContactKeys = (w: Writer, contact: string): void => {
  w.run(forget(contact));
};
