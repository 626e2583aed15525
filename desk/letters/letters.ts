import { saveAndSend } from '#db/office.ts';
import { readRecord } from '#db/records.ts';
import { type Reader, sql, type Writer } from '#db/sql.ts';
import { instant } from '#shared/ids.ts';
import { whyNoLetter } from '#shared/letters/concerns.ts';
import { printable } from '#shared/letters/merge.ts';
import { type Concern, concernState, escalatedTo } from '#shared/records/concern.ts';
import { escalating } from '#shared/records/concern-moves.ts';
import type { Letter } from '#shared/records/letter.ts';
import { postholderOn, type Suite } from '#shared/records/suite.ts';
import type { RecordType } from '#shared/records/types.ts';
import { fail, ok } from '#shared/result.ts';
import { diff, type Patch } from '#shared/sync/patch.ts';
import { making, noConcern } from '../concerns/steps.ts';
import { author, type Context, type Reads, type Writes } from '../context.ts';
import { checkWords, draftOf, readPlan } from './writing.ts';

/** Concerns of the same suite that may be asked about: what waits for the coordinator, or for an answer. */
const withIt = (r: Reader, c: Concern): Concern[] =>
  c.suite === undefined
    ? []
    : r
        .all(
          sql
            .selectFrom('concern')
            .select('data')
            .where('suite', '=', c.suite)
            .where('state', 'in', ['raised', 'coordinator', 'escalated'])
            .where('id', '<>', c.id)
            .orderBy('raised_on')
            .orderBy('id')
            .limit(49),
        )
        .map(({ data }) => JSON.parse(data) as Concern)
        .filter((one) => whyNoLetter('concern', one) === undefined);

/** Whom a letter of today to each is to: who holds the post, or else whom the last went to, so that a name is typed once. */
const addresseesOf = (r: Reader, suite: Suite | undefined, concerns: readonly Concern[], today: string) =>
  Object.fromEntries(
    escalatedTo.map((who) => {
      const sent = concerns
        .flatMap(({ escalations }) => escalations)
        .filter(({ to, letter }) => to === who && letter)
        .sort((a, b) => (a.on < b.on ? 1 : -1))[0];
      const holder = suite && postholderOn(suite, who, today)?.name;
      return [who, holder || (sent?.letter && readRecord(r, 'letter', sent.letter)?.document.to) || ''];
    }),
  ) as Record<(typeof escalatedTo)[number], string>;

/** All concerns of a suite, for whom letters about it went to. */
const ofSuite = (r: Reader, { suite }: Concern): Concern[] =>
  suite === undefined
    ? []
    : r
        .all(
          sql
            .selectFrom('concern')
            .select('data')
            .where('suite', '=', suite)
            .orderBy('raised_on', 'desc')
            .limit(100),
        )
        .map(({ data }) => JSON.parse(data) as Concern);

export const letterReads = {
  'letters.begin': (r, { id }, ctx) => {
    const concern = readRecord(r, 'concern', id)?.document;
    if (!concern) return noConcern(r, id);
    const barred = whyNoLetter('concern', concern) ?? null;
    const suite = concern.suite === undefined ? undefined : readRecord(r, 'suite', concern.suite)?.document;
    return ok({
      barred,
      suite: suite?.name ?? null,
      concerns: [concern, ...(barred ? [] : withIt(r, concern))].map((one) => {
        const awaited = concernState(one) === 'escalated';
        const due = one.escalations.at(-1)?.due;
        return {
          id: one.id,
          reference: one.reference ?? '',
          raisedOn: one.raisedOn,
          matter: one.matter,
          awaited,
          late: awaited && due !== undefined && due < ctx.today,
        };
      }),
      owing: concernState(concern) === 'escalated' ? (concern.escalations.at(-1)?.to ?? null) : null,
      to: addresseesOf(r, suite, [concern, ...ofSuite(r, concern)], ctx.today),
    });
  },
  'letters.draft': (r, input, ctx) => {
    const plan = readPlan(r, input, ctx);
    return plan.ok ? draftOf(r, plan.value, input, ctx) : plan;
  },
  'letters.check': (r, input, ctx) => {
    const plan = readPlan(r, input, ctx);
    return plan.ok ? ok(checkWords(r, plan.value, input, ctx)) : plan;
  },
} satisfies Partial<Reads>;

/** Saves within a transaction that is all or nothing: what was read in it a moment ago cannot have changed. */
export const saveWhole = (w: Writer, ctx: Context, type: RecordType, id: string, patch: Patch): void => {
  const saved = saveAndSend(w, author(ctx), type, id, patch);
  if (!saved.ok) throw new Error(`a ${type} could not be saved: ${saved.error.tag}`);
};

export const letterWrites = {
  'letters.issue': (w, { id, about: ids, template: from, addressee, due, notNames, ...said }, ctx) =>
    w.inTransaction(() => {
      const done = ok({ id, savedAt: instant(ctx.sources) });
      if (readRecord(w, 'letter', id)) return done;
      const plan = readPlan(w, { about: ids, template: from }, ctx);
      if (!plan.ok) return plan;
      const { problems, doubts } = checkWords(w, plan.value, said, ctx);
      if (problems.length > 0) return fail({ tag: 'letterProblems', problems });
      const names = doubts.map(({ words }) => words).filter((words) => !notNames.includes(words));
      if (names.length > 0) return fail({ tag: 'namesInLetter', words: names });
      const { about, template, suite } = plan.value;
      const moves: { id: string; patch: Patch }[] = [];
      for (const { concern } of template.of === 'concern' ? about : []) {
        const sent = { to: addressee, on: ctx.today, due, letter: id };
        const moved = escalating(making(ctx), concern, sent);
        if (!moved.ok) return moved;
        moves.push({ id: concern.id, patch: moved.value });
      }
      const panel = suite?.panel ?? about[0]?.concern.panel;
      const letter: Letter = {
        id,
        about: about.map(({ concern }) => ({ type: 'concern', id: concern.id })),
        ...(panel && { panel }),
        template: template.id,
        to: printable(said.to),
        subject: printable(said.subject),
        body: printable(said.body),
        on: ctx.today,
        due,
        by: ctx.identity.person,
        at: instant(ctx.sources),
      };
      saveWhole(w, ctx, 'letter', id, diff(undefined, letter));
      for (const move of moves) saveWhole(w, ctx, 'concern', move.id, move.patch);
      return done;
    }),
} satisfies Partial<Writes>;
