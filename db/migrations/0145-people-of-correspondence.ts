import type { Database } from 'better-sqlite3';
import { contactKeys } from '#shared/contacts/keys.ts';

/** By what people who write to the office are found and told apart, and who else is named by a review and a case. */
export const up = (db: Database): void => {
  db.exec(`
    CREATE TABLE contact_key (key TEXT NOT NULL, contact TEXT NOT NULL, PRIMARY KEY (key, contact)) STRICT, WITHOUT ROWID;
    CREATE INDEX key_of_contact ON contact_key (contact, key);
    ALTER TABLE contact ADD COLUMN restriction_review TEXT;
    CREATE INDEX contact_restricted ON contact (restriction_review) WHERE restriction_review IS NOT NULL;
    ALTER TABLE review ADD COLUMN representative TEXT;
    UPDATE review SET representative = data ->> '$.representative.person';
    CREATE INDEX review_of_representative ON review (representative) WHERE representative IS NOT NULL;
    ALTER TABLE caseFile ADD COLUMN on_behalf_of TEXT;
    UPDATE caseFile SET on_behalf_of = data ->> '$.onBehalfOf';
    CREATE INDEX case_on_behalf_of ON caseFile (on_behalf_of) WHERE on_behalf_of IS NOT NULL;
  `);
  const put = db.prepare('INSERT INTO contact_key (key, contact) VALUES (?, ?)');
  const all = db.prepare('SELECT data FROM contact').all() as { data: string }[];
  for (const { data } of all) {
    const contact = JSON.parse(data);
    for (const key of contactKeys(contact)) put.run(key, contact.id);
  }
};
