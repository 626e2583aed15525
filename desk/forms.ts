import { saveAndSend } from '#db/office.ts';
import { readAll, readRecord } from '#db/records.ts';
import { type Reader, sql } from '#db/sql.ts';
import { objections } from '#shared/forms/changes.ts';
import type { Form } from '#shared/forms/definition.ts';
import type { Visit } from '#shared/records/visit.ts';
import { fail, ok } from '#shared/result.ts';
import { putting } from '#shared/sync/patch.ts';
import { author, type Reads, type Writes } from './context.ts';

const noForm = { tag: 'notFound', what: 'form' } as const;

/** The newest published version of the office's visit form. */
export const currentForm = (r: Reader): Form =>
  readAll(r, 'form').reduce((newest, f) => (f.version > newest.version ? f : newest));

/**
 * The form a report was begun with. Every version is a record of its own and stays; between two pages of a sync the
 * report can be there first, and is read with the newest there is until its own comes.
 */
export const formOf = (r: Reader, v: Visit): Form =>
  readRecord(r, 'form', v.form.id)?.document ?? currentForm(r);

/** How many reports were written with each form, by its id: drafts among them; exercises and what was put aside not. */
const reportsByForm = (r: Reader): Map<string, number> =>
  new Map(
    r
      .all(
        sql
          .selectFrom('visit')
          .select(['form', (e) => e.fn.countAll<number>().as('reports')])
          .where('state', 'not in', ['practice', 'discarded'])
          .groupBy('form'),
      )
      .map((row) => [row.form, row.reports]),
  );

export const formReads = {
  'forms.get': (r, { id }) => {
    if (!id) return ok(currentForm(r));
    const held = readRecord(r, 'form', id);
    return held ? ok(held.document) : fail(noForm);
  },
  'forms.list': (r) => {
    const reports = reportsByForm(r);
    return ok(
      readAll(r, 'form')
        .sort((a, b) => b.version - a.version)
        .map(({ sections: _, ...form }) => ({ ...form, reports: reports.get(form.id) ?? 0 })),
    );
  },
} satisfies Partial<Reads>;

export const formWrites = {
  'forms.publish': (w, { base, id, title, sections }, ctx) =>
    w.inTransaction(() => {
      // Asked twice, for instance by a window that did not hear the answer, the version is published once.
      const published = readRecord(w, 'form', id)?.document;
      if (published) return ok({ id, version: published.version });
      if (!readRecord(w, 'form', base)) return fail(noForm);
      const newest = currentForm(w);
      if (newest.id !== base) return fail({ tag: 'newerForm', version: newest.version } as const);
      const problems = objections(newest, { title, sections });
      if (problems.length > 0)
        return fail({ tag: 'formProblems', problems: problems.map((p) => p.text) } as const);
      const form: Form = {
        ...newest,
        id,
        version: newest.version + 1,
        title,
        publishedOn: ctx.today,
        sections,
      };
      const saved = saveAndSend(w, author(ctx), 'form', id, [putting([], form)]);
      return saved.ok ? ok({ id, version: form.version }) : saved;
    }),
} satisfies Partial<Writes>;
