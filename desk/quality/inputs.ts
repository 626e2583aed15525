import { sql as raw } from 'kysely';
import type { Span } from '#db/measures.ts';
import { type Reader, sql } from '#db/sql.ts';
import type { ReportOf } from '#shared/quality/reports.ts';
import type { LifeEvent } from '#shared/records/common.ts';

type Row = Omit<ReportOf, 'title' | 'events'> & {
  reference: string | null;
  suite: string | null;
  events: string;
};

/** The reports that count in a period, the oldest first, with the moves of their lives and nothing that they say. */
export const reportsOf = (r: Reader, { from, to }: Span): ReportOf[] =>
  r
    .all({
      compile: () =>
        raw<Row>`
          select f.id, f.date, f.hour, v.reference, s.name as suite, v.arrived,
            v.data ->> '$.left' as left, v.data -> '$.events' as events
          from visit_fact f join visit v on v.id = f.id left join suite s on s.id = f.suite
          where f.date between ${from} and ${to} order by f.date, f.id`.compile(sql),
    })
    .map(({ reference, suite, events, ...row }) => ({
      ...row,
      title: [reference, suite].filter(Boolean).join(', '),
      events: JSON.parse(events) as LifeEvent[],
    }));
