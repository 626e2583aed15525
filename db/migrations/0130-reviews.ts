import type { Database } from 'better-sqlite3';

const record = (type: string, columns: string) =>
  `CREATE TABLE ${type} (id TEXT PRIMARY KEY, epoch INTEGER, n INTEGER, ${columns} data TEXT NOT NULL) STRICT;`;

const fact = (name: string, columns: string) =>
  `CREATE TABLE ${name} (
    id TEXT NOT NULL, date TEXT NOT NULL, place INTEGER NOT NULL, route TEXT, ${columns},
    PRIMARY KEY (date, id, place)
  ) STRICT, WITHOUT ROWID;`;

/** Complaint reviews, with what they belong together with, and what measures know of them: no words and no names. */
export const up = (db: Database): void => {
  db.exec(`
    ${record(
      'review',
      `state TEXT NOT NULL, received TEXT NOT NULL, reference TEXT, route TEXT, decision TEXT, applicant TEXT,
       assessor TEXT, "over" INTEGER NOT NULL, moved_at TEXT,`,
    )}
    CREATE INDEX review_by_date ON review (received, id);
    CREATE INDEX review_open ON review (state, received, id) WHERE "over" = 0;
    CREATE INDEX review_of_assessor ON review (assessor, received) WHERE assessor IS NOT NULL;
    CREATE INDEX review_of_applicant ON review (applicant) WHERE applicant IS NOT NULL;
    CREATE INDEX review_by_reference ON review (reference) WHERE reference IS NOT NULL;
    ${record('recommendation', 'review TEXT NOT NULL, made_on TEXT NOT NULL, kind TEXT NOT NULL, answer TEXT,')}
    CREATE INDEX recommendation_of_review ON recommendation (review);
    CREATE INDEX recommendation_by_day ON recommendation (made_on, id);
    ${record('contact', 'name TEXT NOT NULL, organisation TEXT,')}
    CREATE INDEX contact_by_name ON contact (name COLLATE NOCASE, id);
    ${record('reviewNote', 'review TEXT NOT NULL, "at" TEXT NOT NULL,')}
    CREATE INDEX note_of_review ON reviewNote (review, "at");
    ${record('complaintSample', '"on" TEXT NOT NULL, reference TEXT NOT NULL, category TEXT,')}
    CREATE INDEX complaint_sample_by_day ON complaintSample ("on", id);
    ${record('scheduleTotals', '"from" TEXT NOT NULL, "to" TEXT NOT NULL,')}
    ${fact(
      'review_fact',
      `what TEXT NOT NULL, decision TEXT, valid INTEGER, acknowledgedInTarget INTEGER, completedInTarget INTEGER,
       workingDays INTEGER, calendarDays INTEGER`,
    )}
    ${fact('review_span', 'until TEXT')}
    ${fact('allegation_fact', 'category TEXT, subcategory TEXT, number INTEGER NOT NULL, upheld INTEGER')}
    ${fact('review_theme', 'what TEXT NOT NULL, theme TEXT NOT NULL, decision TEXT')}
    ${fact('recommendation_fact', 'what TEXT NOT NULL, kind TEXT, number INTEGER NOT NULL')}
    ${fact('recommendation_span', 'kind TEXT NOT NULL, until TEXT')}
  `);
};
