import { writeFile } from '#db/files.ts';
import { saveAndSend } from '#db/office.ts';
import type { Reader, Writer } from '#db/sql.ts';
import type { Failure } from '#shared/errors.ts';
import { instant } from '#shared/ids.ts';
import {
  type PeriodReturn,
  type ReturnEvent,
  type ReturnState,
  returnState,
} from '#shared/records/period-return.ts';
import { registry } from '#shared/records/registry.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { whyTakenUp } from '#shared/returns/issues.ts';
import { differs } from '#shared/returns/moved.ts';
import { diff } from '#shared/sync/patch.ts';
import { limits } from '#shared/sync/wire.ts';
import { author, type Context, type Reads, type Writes } from '../context.ts';
import { figuresAreReady } from './compute.ts';
import { define } from './defining.ts';
import { differencesOf } from './differences.ts';
import { fileOf, freeze, readIssue } from './frozen.ts';
import { type Asked, askedFor, definitions } from './named.ts';
import { scheduleOf } from './schedule.ts';
import { begunOn, dueOf, issuesOf, look, preparerOf, stateOf } from './work.ts';
import { doubtsIn, writeWords } from './written.ts';

type Of = { key: string; period: string };
type Saved = { id: string; savedAt: string };

const movedOn = fail({ tag: 'movedOn' } as const);

/** The return that is asked for, where its figures stand. */
const computable = (r: Reader, ctx: Context, of: Of): Result<Asked, Failure> => {
  const asked = askedFor(r, ctx, of);
  return asked.ok && !figuresAreReady(r) ? fail({ tag: 'figuresWait' }) : asked;
};

const begun = ({ definition, period, id, record }: Asked): PeriodReturn =>
  record ?? {
    ...{ id, of: definition.key, return: definition.of, period: period.id },
    ...{ from: period.from, to: period.to, answers: [], events: [], files: [] },
  };

const put = (w: Writer, ctx: Context, { record }: Asked, after: PeriodReturn): Result<Saved, Failure> => {
  const patch = diff(record, after, registry.periodReturn.groups);
  const saved =
    patch.length > 0 ? saveAndSend(w, author(ctx), 'periodReturn', after.id, patch) : ok(undefined);
  return saved.ok ? ok({ id: after.id, savedAt: instant(ctx.sources) }) : saved;
};

/** The record with one more move of its life. */
const moved = (
  asked: Asked,
  ctx: Context,
  event: { id: string; to: ReturnState } & Partial<ReturnEvent>,
): PeriodReturn => {
  const before = begun(asked);
  const made = { from: returnState(before), by: ctx.identity.person, at: instant(ctx.sources), ...event };
  return { ...before, events: [...before.events, made] };
};

/**
 * Makes a move, where the return stands where it can be made. One that was made already, by this very event, is not
 * made again.
 */
const move = (
  w: Writer,
  ctx: Context,
  { id, ...of }: Of & { id: string },
  from: readonly ReturnState[],
  made: (asked: Asked) => Result<PeriodReturn, Failure>,
): Result<Saved, Failure> =>
  w.inTransaction((): Result<Saved, Failure> => {
    const asked = askedFor(w, ctx, of);
    if (!asked.ok) return asked;
    const { record } = asked.value;
    if (record?.events.some((event) => event.id === id))
      return ok({ id: record.id, savedAt: instant(ctx.sources) });
    if (!from.includes(stateOf(record))) return movedOn;
    const after = made(asked.value);
    return after.ok ? put(w, ctx, asked.value, after.value) : after;
  });

const figuresOf = (r: Reader, ctx: Context, asked: Asked) =>
  figuresAreReady(r) ? ok(look(r, ctx, asked)) : fail({ tag: 'figuresWait' } as const);

export const returnLifeReads = {
  'returns.named': (r, _, ctx) => ok(definitions(r, ctx)),
  'returns.schedule': (r, { show }, ctx) => ok(scheduleOf(r, ctx, show)),
  'returns.prepare': (r, of, ctx) => {
    const asked = computable(r, ctx, of);
    if (!asked.ok) return asked;
    const { definition, period, record } = asked.value;
    const { result, words, answers, least, seen } = look(r, ctx, asked.value);
    const state = stateOf(record);
    const issues = issuesOf(r, record);
    const last = issues.at(-1);
    const frozen = last ? readIssue(r, record, last.number) : undefined;
    if (last && frozen?.ok === false && frozen.error.tag === 'fileDamaged') last.file = 'damaged';
    return ok({
      ...{ definition, state, result, words, answers, least, issues },
      period: { id: period.id, label: period.label, from: period.from, to: period.to },
      movedSinceChecked: state === 'checked' && record?.events.at(-1)?.seen !== seen,
      doubts: doubtsIn(r, ctx, Object.values(words.sections)),
      prepares: preparerOf(r, definition, record),
      due: dueOf(definition, period, begunOn(ctx)),
      why: record ? whyTakenUp(record) : null,
      differs: frozen?.ok === true && differs(frozen.value.frozen.result, result),
    });
  },
  'returns.issue': (r, { number, ...of }, ctx) => {
    const asked = askedFor(r, ctx, of);
    if (!asked.ok) return asked;
    const { record } = asked.value;
    const read = readIssue(r, record, number);
    const issue = issuesOf(r, record).find((one) => one.number === number);
    if (!read.ok) return read;
    if (!issue) return fail({ tag: 'notFound', what: 'issue of this return' });
    const { basis: _, ...frozen } = read.value.frozen;
    return ok({ frozen, issue });
  },
  'returns.differences': (r, { number, ...of }, ctx) => {
    const asked = computable(r, ctx, of);
    if (!asked.ok) return asked;
    const read = readIssue(r, asked.value.record, number);
    return read.ok ? ok(differencesOf(r, ctx, asked.value, read.value.frozen)) : read;
  },
} satisfies Partial<Reads>;

export const returnLifeWrites = {
  'returns.define': (w, defined, ctx) => w.inTransaction(() => define(w, ctx, defined)),
  'returns.assign': (w, { prepares, ...of }, ctx) =>
    w.inTransaction((): Result<Saved, Failure> => {
      const asked = askedFor(w, ctx, of);
      if (!asked.ok) return asked;
      const { prepares: _, ...before } = begun(asked.value);
      return put(w, ctx, asked.value, { ...before, ...(prepares === null ? {} : { prepares }) });
    }),
  'returns.write': (w, { words, ...of }, ctx) =>
    w.inTransaction((): Result<Saved, Failure> => {
      const asked = askedFor(w, ctx, of);
      if (!asked.ok) return asked;
      const { id, definition, period, record } = asked.value;
      // What was checked or signed is taken up again before its words change.
      if (stateOf(record) !== 'draft') return movedOn;
      const saved = writeWords(w, ctx, definition, period, words);
      return saved.ok ? ok({ id, savedAt: instant(ctx.sources) }) : saved;
    }),
  'returns.answer': (w, { id, check, found, reason, ...of }, ctx) =>
    w.inTransaction((): Result<Saved, Failure> => {
      const asked = askedFor(w, ctx, of);
      if (!asked.ok) return asked;
      const before = begun(asked.value);
      if (before.answers.some((one) => one.id === id))
        return ok({ id: before.id, savedAt: instant(ctx.sources) });
      if (reason.trim() === '') return fail({ tag: 'noReason' });
      if (returnState(before) !== 'draft') return movedOn;
      const looked = figuresOf(w, ctx, asked.value);
      if (!looked.ok) return looked;
      if (!looked.value.answers.some((one) => one.check === check && one.found === found)) return movedOn;
      const answer = { id, check, found, reason, by: ctx.identity.person, on: ctx.today };
      return put(w, ctx, asked.value, { ...before, answers: [...before.answers, answer] });
    }),
  'returns.check': (w, { id, ...of }, ctx) =>
    move(w, ctx, { id, ...of }, ['draft'], (asked) => {
      const looked = figuresOf(w, ctx, asked);
      if (!looked.ok) return looked;
      const open = looked.value.answers.filter(({ answer }) => answer === null).length;
      if (open > 0) return fail({ tag: 'checksOpen', count: open });
      return ok(moved(asked, ctx, { id, to: 'checked', seen: looked.value.seen }));
    }),
  'returns.sign': (w, { id, as, ...of }, ctx) =>
    move(w, ctx, { id, ...of }, ['checked'], (asked) => {
      const looked = figuresOf(w, ctx, asked);
      if (!looked.ok) return looked;
      const { seen } = looked.value;
      if (asked.record?.events.at(-1)?.seen !== seen) return movedOn;
      const at = instant(ctx.sources);
      const frozen = freeze(w, ctx, asked, looked.value, { as, at });
      const { file, bytes } = fileOf(ctx, frozen);
      if (bytes.length > limits.file) return fail({ tag: 'fileTooLarge', most: limits.file });
      writeFile(w, 'periodReturn', asked.id, bytes);
      const after = moved(asked, ctx, {
        id,
        to: 'signed',
        seen,
        file: file.id,
        number: frozen.number,
        as,
        at,
      });
      return ok({ ...after, files: [...after.files, file] });
    }),
  'returns.publish': (w, { id, on, where, ...of }, ctx) =>
    move(w, ctx, { id, ...of }, ['signed'], (asked) => {
      if (on > ctx.today) return fail({ tag: 'futureDay' });
      if (where.trim() === '')
        return fail({
          tag: 'invalid',
          problems: [{ path: 'where', text: 'Say where it was published, or to whom it went.' }],
        });
      return ok(moved(asked, ctx, { id, to: 'published', on, where }));
    }),
  'returns.reopen': (w, { id, why, ...of }, ctx) =>
    move(w, ctx, { id, ...of }, ['checked', 'signed', 'published'], (asked) => {
      const reason = why.trim();
      if (stateOf(asked.record) !== 'checked' && reason === '') return fail({ tag: 'noReason' });
      return ok(moved(asked, ctx, { id, to: 'draft', ...(reason === '' ? {} : { why: reason }) }));
    }),
} satisfies Partial<Writes>;
