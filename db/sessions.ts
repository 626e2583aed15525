import { sql as raw } from 'kysely';
import type { Session, SessionAction } from '#shared/records/session.ts';
import { type Reader, sql } from './sql.ts';

type Cursor = { on: string; id: string };

const sessions = sql.selectFrom('session').select('data').$assertType<{ data: string }>();
const parsed = (rows: { data: string }[]): Session[] => rows.map(({ data }) => JSON.parse(data));

/** Sessions from a day on, the next first. An office plans few ahead. */
export const sessionsFrom = (r: Reader, day: string, limit: number): Session[] =>
  parsed(r.all(sessions.where('on', '>=', day).orderBy('on').orderBy('id').limit(limit)));

/** Sessions before a day, the latest first. */
export const sessionsBefore = (r: Reader, day: string, limit: number, after?: Cursor): Session[] =>
  parsed(
    r.all(
      sessions
        .where('on', '<', day)
        .where((e) =>
          after
            ? e.or([e('on', '<', after.on), e.and([e('on', '=', after.on), e('id', '<', after.id)])])
            : e.lit(true),
        )
        .orderBy('on', 'desc')
        .orderBy('id', 'desc')
        .limit(limit),
    ),
  );

type AgreedRow = { session: string; title: string; on: string; panel: string | null; action: string };
export type Agreed = Omit<AgreedRow, 'action'> & { action: SessionAction };

const agreed = (r: Reader, where: ReturnType<typeof raw>): Agreed[] =>
  r
    .all({
      compile: () =>
        raw<AgreedRow>`select s.id as session, s.data ->> 'title' as title, s."on", s.panel, a.value as action
          from session s, json_each(s.data, '$.actions') a where ${where} order by s."on", s.id, a.key`.compile(
          sql,
        ),
    })
    .map(({ action, ...row }) => ({ ...row, action: JSON.parse(action) }));

/** Every action that is open, of one person or of all. */
export const openActions = (r: Reader, owner?: string): Agreed[] =>
  agreed(
    r,
    raw`a.value ->> 'done' is null and ${owner === undefined ? raw`true` : raw`a.value ->> 'owner' = ${owner}`}`,
  );

/** What meetings of the same kind and panel had agreed before a day and not done by then. */
export const actionsBefore = (r: Reader, { kind, panel, on }: Session): Agreed[] =>
  agreed(
    r,
    raw`s."on" < ${on} and s.kind = ${kind} and s.panel is ${panel ?? null}
      and coalesce(a.value ->> 'done', '9999') >= ${on}`,
  );

/** The sessions that somebody was invited to, the latest first. */
export const sessionsOf = (r: Reader, person: string): Session[] =>
  parsed(
    r.all({
      compile: () =>
        raw<{ data: string }>`select data from session s where exists (
            select 1 from json_each(s.data, '$.attendance') a where a.value ->> 'id' = ${person})
          order by s."on" desc, s.id desc`.compile(sql),
    }),
  );
