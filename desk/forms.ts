import { saveAndSend } from '#db/office.ts';
import { readAll, readRecord } from '#db/records.ts';
import { type Reader, sql } from '#db/sql.ts';
import { objections } from '#shared/forms/changes.ts';
import { checkForm, firstCheckForm } from '#shared/forms/default-check/index.ts';
import type { Form } from '#shared/forms/definition.ts';
import type { Visit } from '#shared/records/visit.ts';
import { fail, ok } from '#shared/result.ts';
import { putting } from '#shared/sync/patch.ts';
import { author, type Reads, type Writes } from './context.ts';

const noForm = { tag: 'notFound', what: 'form' } as const;

/** The versions of one form. An office older than record checks has the first of theirs without having written it. */
const versionsOf = (r: Reader, of: Form['of']): Form[] => {
  const held = readAll(r, 'form').filter((f) => f.of === of);
  const isThere = of === 'visit' || held.some(({ id }) => id === firstCheckForm);
  return isThere ? held : [checkForm(), ...held];
};

const newest = (versions: readonly Form[]): Form =>
  versions.reduce((found, f) => (f.version > found.version ? f : found));

/** The newest published version of the office's visit form, or of its form for record checks. */
export const currentForm = (r: Reader, of: Form['of'] = 'visit'): Form => newest(versionsOf(r, of));

const formById = (r: Reader, id: string): Form | undefined =>
  readRecord(r, 'form', id)?.document ?? (id === firstCheckForm ? checkForm() : undefined);

/**
 * The form a report was begun with. Every version is a record of its own and stays; between two pages of a sync the
 * report can be there first, and is read with the newest there is until its own comes.
 */
export const formOf = (r: Reader, v: Pick<Visit, 'form'>, of: Form['of'] = 'visit'): Form =>
  formById(r, v.form.id) ?? currentForm(r, of);

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

const checksByForm = (r: Reader): Map<string, number> =>
  new Map(
    r
      .all(
        sql
          .selectFrom('recordCheck')
          .select(['form', (e) => e.fn.countAll<number>().as('checks')])
          .where('state', '<>', 'discarded')
          .groupBy('form'),
      )
      .map((row) => [row.form, row.checks]),
  );

export const formReads = {
  'forms.get': (r, { id, of }) => {
    if (!id) return ok(currentForm(r, of));
    const held = formById(r, id);
    return held ? ok(held) : fail(noForm);
  },
  'forms.list': (r, { of }) => {
    const reports = of === 'visit' ? reportsByForm(r) : checksByForm(r);
    return ok(
      versionsOf(r, of)
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
      const previous = formById(w, base);
      if (!previous) return fail(noForm);
      const current = currentForm(w, previous.of);
      if (current.id !== base) return fail({ tag: 'newerForm', version: current.version } as const);
      const problems = objections(current, { title, sections });
      if (problems.length > 0)
        return fail({ tag: 'formProblems', problems: problems.map((p) => p.text) } as const);
      const form: Form = {
        ...current,
        id,
        version: current.version + 1,
        title,
        publishedOn: ctx.today,
        sections,
      };
      // Every version is a record once there is a next one, so that it renders for ever.
      if (!readRecord(w, 'form', base)) saveAndSend(w, author(ctx), 'form', base, [putting([], current)]);
      const saved = saveAndSend(w, author(ctx), 'form', id, [putting([], form)]);
      return saved.ok ? ok({ id, version: form.version }) : saved;
    }),
} satisfies Partial<Writes>;
