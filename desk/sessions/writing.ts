import { saveAndSend } from '#db/office.ts';
import { readRecord } from '#db/records.ts';
import type { Writer } from '#db/sql.ts';
import type { Failure } from '#shared/errors.ts';
import { instant } from '#shared/ids.ts';
import { registry } from '#shared/records/registry.ts';
import type { Session } from '#shared/records/session.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { applyPatch, diff, type Patch } from '#shared/sync/patch.ts';
import { author, type Context, type Writes } from '../context.ts';
import { bringsFiles } from '../files.ts';
import { mayMake } from '../rights.ts';
import { findSession, membersOf } from './reading.ts';

const { groups } = registry.session;
const notAllowed = fail({ tag: 'notAllowed' } as const);

type Saved = { id: string; savedAt: string };

const save = (w: Writer, ctx: Context, id: string, patch: Patch): Result<Saved, Failure> => {
  const saved = patch.length > 0 ? saveAndSend(w, author(ctx), 'session', id, patch) : ok(null);
  return saved.ok ? ok({ id, savedAt: instant(ctx.sources) }) : saved;
};

/** Changes a session that is there, where whoever asks may. */
const onSession = (
  w: Writer,
  ctx: Context,
  id: string,
  change: (s: Session) => Session,
): Result<Saved & { now: Session }, Failure> =>
  w.inTransaction(() => {
    const found = findSession(w, id);
    if (!found.ok) return found;
    if (!mayMake(w, ctx, 'session', found.value, found.value)) return notAllowed;
    const now = change(found.value);
    const done = save(w, ctx, id, diff(found.value, now, groups));
    return done.ok ? ok({ ...done.value, now }) : done;
  });

const savedOf = (done: Result<Saved, Failure>): Result<Saved, Failure> =>
  done.ok ? ok({ id: done.value.id, savedAt: done.value.savedAt }) : done;

export const sessionsWrites = {
  'sessions.save': (w, { id, patch }, ctx) =>
    w.inTransaction(() => {
      const before = readRecord(w, 'session', id)?.document;
      const after = applyPatch<Session | undefined>(before, patch, groups).document;
      if (!after || !mayMake(w, ctx, 'session', before, after)) return notAllowed;
      if (bringsFiles('session', before, after)) return notAllowed;
      return save(w, ctx, id, patch);
    }),
  'sessions.invite': (w, { id, people }, ctx) => {
    const wanted = (s: Session) => people ?? membersOf(w, s, ctx.today).map((one) => one.id);
    let invited = 0;
    const done = onSession(w, ctx, id, (s) => {
      const known = new Set(s.attendance.map((one) => one.id));
      const fresh = [...new Set(wanted(s))].filter((one) => !known.has(one));
      invited = fresh.length;
      return { ...s, attendance: [...s.attendance, ...fresh.map((one) => ({ id: one }))] };
    });
    return done.ok ? ok({ id, savedAt: done.value.savedAt, invited }) : done;
  },
  'sessions.uninvite': (w, { id, person }, ctx) =>
    savedOf(
      onSession(w, ctx, id, (s) => ({
        ...s,
        attendance: s.attendance.filter((one) => one.id !== person),
      })),
    ),
  'sessions.attend': (w, { id, person, was }, ctx) =>
    savedOf(
      onSession(w, ctx, id, (s) => {
        const { was: _, ...known } = s.attendance.find((one) => one.id === person) ?? { id: person };
        const said = { ...known, id: person, ...(was && { was }) };
        const isInvited = s.attendance.some((one) => one.id === person);
        return {
          ...s,
          attendance: isInvited
            ? s.attendance.map((one) => (one.id === person ? said : one))
            : [...s.attendance, said],
        };
      }),
    ),
  'sessions.cancel': (w, { id, words }, ctx) =>
    savedOf(
      onSession(w, ctx, id, ({ cancelled: _, ...s }) => {
        const why = words?.trim();
        return { ...s, ...(why && { cancelled: why }) } as Session;
      }),
    ),
} satisfies Partial<Writes>;
