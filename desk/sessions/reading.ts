import { readAll, readRecord } from '#db/records.ts';
import {
  type Agreed,
  actionsBefore,
  openActions,
  sessionsBefore,
  sessionsFrom,
  sessionsOf,
} from '#db/sessions.ts';
import type { Reader } from '#db/sql.ts';
import { keptName } from '#db/sync/names.ts';
import { purgedAt } from '#db/sync/removal.ts';
import { staff } from '#shared/calls/call.ts';
import type { AgreedAction, Attended, SessionRow } from '#shared/calls/sessions.ts';
import type { Failure } from '#shared/errors.ts';
import { isJoining } from '#shared/records/person.ts';
import { isLateAction, type Session } from '#shared/records/session.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { hasLeft } from '#shared/sync/access.ts';
import type { Context, Reads } from '../context.ts';
import { whereFilesAre } from '../files.ts';
import { inventedNotice, settings } from '../office.ts';
import { mayMake, sees } from '../rights.ts';
import { actorOf, holdsOneOf } from '../session.ts';
import { personName } from '../sync/titles.ts';

const notAllowed = fail({ tag: 'notAllowed' } as const);

/** A session that is here. */
export const findSession = (r: Reader, id: string): Result<Session, Failure> => {
  const held = readRecord(r, 'session', id);
  if (held) return ok(held.document);
  const at = purgedAt(r, 'session', id);
  return fail({ what: 'session', ...(at ? { tag: 'destroyed', at } : { tag: 'notFound' }) });
};

const panelName = (r: Reader, id: string | undefined): string | null =>
  id === undefined ? null : (readRecord(r, 'panel', id)?.document.name ?? keptName(r, id) ?? null);

const rowOf = (r: Reader, s: Session, person: string): SessionRow => {
  const own = s.attendance.find(({ id }) => id === person);
  return {
    id: s.id,
    kind: s.kind,
    title: s.title,
    on: s.on,
    from: s.from ?? null,
    to: s.to ?? null,
    place: s.place ?? null,
    panelName: panelName(r, s.panel),
    topic: s.topic ?? null,
    cancelled: s.cancelled !== undefined,
    invited: s.attendance.length,
    present: s.attendance.filter(({ was }) => was === 'present').length,
    own: own ? (own.was ?? 'invited') : null,
  };
};

const viewed =
  (r: Reader, { today }: Context) =>
  ({ session, title, on, action }: Agreed): AgreedAction => ({
    session,
    title,
    on,
    action,
    ownerName: action.owner === undefined ? null : (personName(r, action.owner) ?? null),
    late: isLateAction(action, today),
  });

/** Only the panel matters to who sees a session, so that what an action was agreed in need not be read for it. */
const seesOf = (r: Reader, ctx: Context) => {
  const known = new Map<string | null, boolean>();
  return ({ session, panel }: Agreed): boolean => {
    const before = known.get(panel);
    if (before !== undefined) return before;
    const seen = sees(r, ctx, 'session', { id: session, ...(panel && { panel }) } as { id: string });
    known.set(panel, seen);
    return seen;
  };
};

type Named = { id: string; name: string };
const byName = (a: Named, b: Named): number => a.name.localeCompare(b.name, 'en-GB');

/** Everybody whom a session may invite: of its panel, or of the scheme where it is nobody's in particular. */
export const membersOf = (r: Reader, { panel }: Session, today: string): Named[] =>
  readAll(r, 'person')
    .filter((p) => p.roles.some((role) => role === 'visitor' || role === 'panel-coordinator'))
    .filter((p) => panel === undefined || p.panel === panel)
    .filter((p) => !isJoining(p) && !hasLeft(p, today))
    .map(({ id, name }) => ({ id, name }))
    .sort(byName);

/** Who may owe what a session agrees: its members, the coordinators, and whoever it names already. */
const ownersOf = (r: Reader, members: readonly Named[], names: Readonly<Record<string, string>>): Named[] => {
  const coordinators = readAll(r, 'person').filter(({ roles }) => roles.includes('coordinator'));
  const all = new Map([...members, ...coordinators].map(({ id, name }) => [id, name]));
  for (const [id, name] of Object.entries(names)) all.set(id, name);
  return [...all].map(([id, name]) => ({ id, name })).sort(byName);
};

const namesIn = (r: Reader, { attendance, actions }: Session): Record<string, string> => {
  const owners = actions.flatMap(({ owner }) => owner ?? []);
  return Object.fromEntries(
    [...new Set([...attendance.map(({ id }) => id), ...owners])].flatMap((id) => {
      const name = personName(r, id);
      return name ? [[id, name]] : [];
    }),
  );
};

/** What is owed first in front; what has no day at the end. */
const byDue = ({ action: a }: AgreedAction, { action: b }: AgreedAction): number =>
  (a.due ?? '9999').localeCompare(b.due ?? '9999');

const attendedAt = (s: Session, person: string): Attended => ({
  session: s.id,
  on: s.on,
  title: s.title,
  kind: s.kind,
  topic: s.topic ?? null,
  was: s.attendance.find(({ id }) => id === person)?.was ?? null,
});

/** What somebody was trained in elsewhere: nobody here took attendance of it. */
const learnedElsewhere = (r: Reader, person: string): Attended[] =>
  (readRecord(r, 'person', person)?.document.volunteer?.trained ?? []).map(({ topic, on }) => ({
    session: null,
    on,
    title: topic,
    kind: 'training',
    topic,
    was: 'present',
  }));

export const sessionsReads = {
  'sessions.list': (r, { show, after, limit }, ctx) => {
    const found =
      show === 'coming' ? sessionsFrom(r, ctx.today, limit) : sessionsBefore(r, ctx.today, limit, after);
    const last = found.length === limit ? found.at(-1) : undefined;
    return ok({
      rows: found.filter((s) => sees(r, ctx, 'session', s)).map((s) => rowOf(r, s, ctx.identity.person)),
      next: show === 'past' && last ? { on: last.on, id: last.id } : null,
    });
  },
  'sessions.get': (r, { id }, ctx) => {
    const found = findSession(r, id);
    if (!found.ok) return found;
    const session = found.value;
    if (!sees(r, ctx, 'session', session)) return notAllowed;
    const { body, invented } = settings(r, ctx);
    const mayChange = mayMake(r, ctx, 'session', session, session);
    const invited = new Set(session.attendance.map((one) => one.id));
    const members = mayChange ? membersOf(r, session, ctx.today) : [];
    const names = namesIn(r, session);
    return ok({
      session,
      mayChange,
      panelName: panelName(r, session.panel),
      names,
      others: members.filter((one) => !invited.has(one.id)),
      owners: mayChange ? ownersOf(r, members, names) : [],
      takenOver: actionsBefore(r, session).map(viewed(r, ctx)).sort(byDue),
      files: whereFilesAre(r, 'session', session),
      today: ctx.today,
      body,
      notice: invented ? inventedNotice : null,
    });
  },
  'sessions.actions': (r, { whose }, ctx) =>
    ok(
      openActions(r, whose === 'mine' ? ctx.identity.person : undefined)
        .filter(seesOf(r, ctx))
        .map(viewed(r, ctx))
        .sort(byDue),
    ),
  'sessions.attended': (r, { person }, ctx) => {
    if (person !== ctx.identity.person && !holdsOneOf(actorOf(r, ctx), staff)) return notAllowed;
    const held = sessionsOf(r, person).filter(
      (s) => s.on <= ctx.today && s.cancelled === undefined && sees(r, ctx, 'session', s),
    );
    return ok(
      [...held.map((s) => attendedAt(s, person)), ...learnedElsewhere(r, person)].sort((a, b) =>
        b.on.localeCompare(a.on),
      ),
    );
  },
} satisfies Partial<Reads>;
