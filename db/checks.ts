import { type RawBuilder, sql as raw } from 'kysely';
import type { AnswersOfQuestion, CheckFilter, CheckRow, SampleRow } from '#shared/check-views.ts';
import { undated } from './columns.ts';
import { type Reader, sql } from './sql.ts';

const shows: Record<CheckFilter['show'], RawBuilder<unknown>> = {
  standing: raw`c.state <> 'discarded'`,
  draft: raw`c.state = 'draft'`,
  done: raw`c.state = 'done'`,
  discarded: raw`c.state = 'discarded'`,
};

const where = (f: CheckFilter): RawBuilder<unknown> => {
  const terms = [shows[f.show]];
  for (const name of ['suite', 'cohort', 'sample'] as const)
    if (f[name]) terms.push(raw`c.${raw.ref(name)} = ${f[name]}`);
  if (f.from) terms.push(raw`c.checked_on >= ${f.from}`);
  if (f.to) terms.push(raw`c.checked_on <= ${f.to}`);
  if (f.answered)
    terms.push(
      raw`exists (select 1 from check_answer a where a.date = c.checked_on and a.id = c.id
        and a.question = ${f.answered.question} and a.answer = ${f.answered.answer})`,
    );
  return raw.join(terms, raw` and `);
};

/** Where a page ended: a day and an id. */
const placeAfter = (text: string | undefined): [day: string, id: string] | undefined => {
  const match = /^(\d{4}-\d{2}-\d{2})\/([0-9a-f-]{36})$/.exec(text ?? '');
  return match ? [match[1] as string, match[2] as string] : undefined;
};

/** One page of record checks, the newest first and those without a day before them, continued by key. */
export const listChecks = (
  r: Reader,
  { filter, after, limit }: { filter: CheckFilter; after?: string | undefined; limit: number },
): { rows: CheckRow[]; next: string | null } => {
  const place = placeAfter(after);
  const rows = r.all({
    compile: () =>
      raw<CheckRow>`
        select c.id, c.reference, nullif(c.checked_on, ${undated}) as date, s.name as suite, c.cohort,
          c.custody_number as custodyNumber, p.name as checker, c.state
        from recordCheck c left join suite s on s.id = c.suite left join person p on p.id = c.checker
        where ${where(filter)} ${place ? raw`and (c.checked_on, c.id) < (${place[0]}, ${place[1]})` : raw``}
        order by c.checked_on desc, c.id desc limit ${raw.lit(limit + 1)}`.compile(sql),
  });
  const more = rows.length > limit;
  if (more) rows.pop();
  const last = rows.at(-1);
  return { rows, next: more && last ? `${last.date ?? undated}/${last.id}` : null };
};

/** How many record checks a filter lets through. */
export const countChecks = (r: Reader, filter: CheckFilter): number =>
  r.first<{ count: number }>({
    compile: () =>
      raw<{ count: number }>`select count(*) as count from recordCheck c where ${where(filter)}`.compile(sql),
  })?.count ?? 0;

/** The samples that were drawn, the newest first. An office has few. */
export const listSamples = (r: Reader): SampleRow[] =>
  r.all({
    compile: () =>
      raw<SampleRow>`
        select m.id, m.data ->> 'cohort' as cohort, m.data ->> 'from' as "from", m.data ->> 'to' as "to",
          m.data ->> 'listed' as listed, m.at, s.name as suite, json_array_length(m.data, '$.drawn') as drawn,
          (select count(*) from recordCheck c where c.sample = m.id and c.state = 'done') as done
        from sample m left join suite s on s.id = m.data ->> 'suite'
        order by m.at desc, m.id desc`.compile(sql),
  });

type Asked = { from: string; to: string; suite?: string | undefined; cohort?: string | undefined };

/** How each question was answered over a stretch of days, from the facts of checks that are done. */
export const answersBetween = (r: Reader, { from, to, suite, cohort }: Asked): AnswersOfQuestion[] => {
  const answered = (answer: string) => raw`count(*) filter (where answer = ${answer})`;
  return r.all({
    compile: () =>
      raw<AnswersOfQuestion>`
        select question, ${answered('yes')} as yes, ${answered('no')} as no,
          ${answered('not recorded')} as notRecorded, ${answered('not applicable')} as notApplicable
        from check_answer where date between ${from} and ${to}
          ${suite ? raw`and suite = ${suite}` : raw``} ${cohort ? raw`and cohort = ${cohort}` : raw``}
        group by question order by question`.compile(sql),
  });
};
