import { concernsRaisedBy, countConcerns, listConcerns, openConcerns, urgentConcerns } from '#db/concerns.ts';
import { readRecord } from '#db/records.ts';
import { type Reader, sql } from '#db/sql.ts';
import { staff } from '#shared/calls/call.ts';
import type { ConcernNews } from '#shared/concern-views.ts';
import type { Output } from '#shared/contract.ts';
import { stillRaised } from '#shared/forms/concerns.ts';
import { type Concern, type ConcernNote, concernState } from '#shared/records/concern.ts';
import { nextStepOf } from '#shared/records/concern-next.ts';
import { ok } from '#shared/result.ts';
import type { Context, Reads } from '../context.ts';
import { formOf } from '../forms.ts';
import { lettersAbout } from '../letters/about.ts';
import { settings } from '../office.ts';
import { actorOf, holdsOneOf } from '../session.ts';
import { titleOf } from '../sync/titles.ts';
import { noConcern } from './steps.ts';

const nameOf = (r: Reader, id: string): string | undefined => readRecord(r, 'person', id)?.document.name;

const notesOf = (r: Reader, concern: string): ConcernNote[] =>
  r
    .all(
      sql.selectFrom('concernNote').select('data').where('concern', '=', concern).orderBy('at').orderBy('id'),
    )
    .map(({ data }) => JSON.parse(data));

const namesIn = (r: Reader, c: Concern, notes: readonly ConcernNote[]): Record<string, string> => {
  const people = [
    ...c.raisedBy,
    ...[...c.events, ...c.told, ...c.escalations, ...c.answers, ...notes].map(({ by }) => by),
    ...c.found.flatMap(({ by }) => by),
  ];
  const named = [
    c.suite && readRecord(r, 'suite', c.suite)?.document,
    c.panel && readRecord(r, 'panel', c.panel)?.document,
    ...[...new Set(people)].map((id) => readRecord(r, 'person', id)?.document),
  ];
  return Object.fromEntries(named.flatMap((d) => (d ? [[d.id, d.name]] : [])));
};

/** Of what a concern was raised from; what the coordinator saw, they saw in a report. */
const originTypes = {
  visit: 'visit',
  coordinator: 'visit',
  recordCheck: 'recordCheck',
  plan: 'planItem',
} as const;

/** What a concern was raised from, where that is on this laptop. */
const originOf = (r: Reader, { from }: Concern): Output<'concerns.get'>['origin'] => {
  if (!from.record) return null;
  const type = originTypes[from.kind];
  const isHere = readRecord(r, type, from.record) !== undefined;
  return isHere ? { kind: from.kind, id: from.record, title: titleOf(r, type, from.record) } : null;
};

/** Whether the report that raised it was corrected so that it would raise it no more. */
const isCorrected = (r: Reader, ctx: Context, c: Concern): boolean => {
  const visit = c.from.kind === 'visit' && c.from.record ? readRecord(r, 'visit', c.from.record) : undefined;
  if (!visit || visit.document.corrections.length === 0) return false;
  return !stillRaised(formOf(r, visit.document), visit.document, settings(r, ctx), c);
};

const lettersOf = (r: Reader, { id: concern }: Concern): Output<'concerns.get'>['letters'] =>
  lettersAbout(r, concern).map(({ id, to, subject, on, due }) => ({
    id,
    to,
    subject,
    on,
    ...(due && { due }),
  }));

/** The urgent matters, apart by whether somebody is known to have been told. */
const immediate = (r: Reader): Output<'concerns.immediate'> => {
  const urgent = urgentConcerns(r).flatMap(({ id }) => readRecord(r, 'concern', id)?.document ?? []);
  const rows = urgent.map((c) => {
    const { id, raisedOn, area, severity, matter } = c;
    const suite = (c.suite && readRecord(r, 'suite', c.suite)?.document.name) ?? null;
    const row = { id, reference: c.reference ?? null, raisedOn, suite, area, severity, matter };
    const last = c.told.at(-1);
    return {
      row: { ...row, state: concernState(c) },
      told: last && { by: nameOf(r, last.by) ?? '', who: last.who, on: last.on, at: last.at ?? null },
    };
  });
  return {
    untold: rows.flatMap(({ row, told }) => (told ? [] : [row])),
    told: rows.flatMap(({ row, told }) => (told ? [{ ...row, ...told }] : [])),
  };
};

/** The last thing that was said about a concern to those who raised it. */
const newsOf = (c: Concern, suite: string | null): ConcernNews => {
  const said = [
    { on: c.raisedOn, words: undefined },
    ...c.events.map(({ at, why }) => ({ on: at.slice(0, 10), words: why })),
    ...c.answers.map(({ on, words }) => ({ on, words })),
    ...c.found.map(({ on, words }) => ({ on, words })),
  ].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return {
    id: c.id,
    reference: c.reference ?? c.imported?.reference ?? null,
    raisedOn: c.raisedOn,
    suite,
    state: concernState(c),
    matter: c.matter,
    at: said.at(-1)?.on ?? c.raisedOn,
    words: said.findLast(({ words }) => words)?.words ?? null,
  };
};

const waiting = (r: Reader, { today }: Context): Output<'concerns.waiting'> => {
  const counted = openConcerns(r, today);
  const inState = (...states: string[]) =>
    counted.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);
  return {
    raised: inState('raised'),
    coordinator: inState('coordinator'),
    escalated: inState('escalated'),
    late: counted.reduce((sum, { late }) => sum + late, 0),
    answered: inState('answered'),
    checked: inState('checked'),
  };
};

export const concernReads = {
  'concerns.list': (r, listing, { today }) => ok(listConcerns(r, listing, today)),
  'concerns.count': (r, { filter }, { today }) => ok({ count: countConcerns(r, filter, today) }),
  'concerns.get': (r, { id }, ctx) => {
    const held = readRecord(r, 'concern', id);
    if (!held) return noConcern(r, id);
    const { document: concern } = held;
    const isStaff = holdsOneOf(actorOf(r, ctx), staff);
    const notes = isStaff ? notesOf(r, id) : [];
    return ok({
      concern,
      state: concernState(concern),
      next: nextStepOf(concern, ctx.today) ?? null,
      origin: originOf(r, concern),
      corrected: isCorrected(r, ctx, concern),
      notes,
      letters: isStaff ? lettersOf(r, concern) : [],
      names: namesIn(r, concern, notes),
    });
  },
  'concerns.immediate': (r) => ok(immediate(r)),
  'concerns.waiting': (r, _, ctx) => ok(waiting(r, ctx)),
  'concerns.mine': (r, { limit }, ctx) =>
    ok(
      concernsRaisedBy(r, ctx.identity.person, limit).map(({ data, suite }) =>
        newsOf(JSON.parse(data), suite),
      ),
    ),
} satisfies Partial<Reads>;
