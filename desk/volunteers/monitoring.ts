import { saveAndSend } from '#db/office.ts';
import { readAll } from '#db/records.ts';
import { type Reader, sql } from '#db/sql.ts';
import { randomId } from '#shared/ids.ts';
import { isJoining } from '#shared/records/person.ts';
import type { Monitoring } from '#shared/records/person-file.ts';
import { ok } from '#shared/result.ts';
import { putting } from '#shared/sync/patch.ts';
import { questionTotals, sourceTotals } from '#shared/volunteers/monitoring.ts';
import { questionsOf } from '#shared/volunteers/questions.ts';
import { smallNumbersOf } from '#shared/volunteers/suppress.ts';
import { author, type Reads, type Writes } from '../context.ts';
import { inventedNotice, settings } from '../office.ts';

const answersOf = (r: Reader, year: string): Monitoring[] =>
  r
    .all(sql.selectFrom('monitoring').select('data').where('year', '=', year))
    .map(({ data }) => JSON.parse(data) as Monitoring);

/** The years there are answers of, and the one that is asked about. */
const yearsOf = (r: Reader, asked: string): string[] => {
  const rows = r.all(sql.selectFrom('monitoring').select('year').distinct());
  return [...new Set([asked, ...rows.map(({ year }) => year)])].sort().reverse();
};

/** How those who first asked to join in a year had heard of the scheme; whoever was there before it kept this did not. */
const heardIn = (r: Reader, year: string): (string | undefined)[] =>
  readAll(r, 'personFile')
    .filter(
      ({ steps: [first] }) => first?.on.startsWith(year) && isJoining({ volunteer: { status: first.to } }),
    )
    .map(({ heard }) => heard);

export const monitoringReads = {
  'monitoring.form': (r, _, ctx) => {
    const setting = settings(r, ctx);
    return ok({
      year: ctx.today.slice(0, 4),
      least: smallNumbersOf(setting),
      questions: questionsOf(setting, ctx.identity.office).map(({ id, question, options }) => ({
        id,
        question,
        options: options.map((option) => ({ id: option.id, name: option.name })),
      })),
    });
  },
  'monitoring.totals': (r, { year: asked }, ctx) => {
    const year = asked ?? ctx.today.slice(0, 4);
    const setting = settings(r, ctx);
    const least = smallNumbersOf(setting);
    const answers = answersOf(r, year);
    return ok({
      year,
      years: yearsOf(r, ctx.today.slice(0, 4)),
      body: setting.body,
      notice: setting.invented ? inventedNotice : null,
      least,
      questions: questionsOf(setting, ctx.identity.office).map((q) => questionTotals(q, answers, least)),
      sources: sourceTotals(heardIn(r, year), least),
    });
  },
} satisfies Partial<Reads>;

export const monitoringWrites = {
  'monitoring.answer': (w, { answers }, ctx) =>
    w.inTransaction(() => {
      const id = randomId(ctx.sources);
      const given: Monitoring = { id, year: ctx.today.slice(0, 4), answers };
      const saved = saveAndSend(w, author(ctx), 'monitoring', id, [putting([], given)]);
      return saved.ok ? ok({}) : saved;
    }),
} satisfies Partial<Writes>;
