import { bytesHere } from '#db/files.ts';
import { readAll } from '#db/records.ts';
import { type Reader, sql } from '#db/sql.ts';
import { caseDeadline, ranOut } from '#shared/cases/clock.ts';
import { namesRequester } from '#shared/cases/disclosure.ts';
import { isWeighed } from '#shared/cases/exemptions.ts';
import { redactionsHold, toSend } from '#shared/cases/redactions.ts';
import {
  groundsOf,
  isRequest,
  mayAskForReview,
  newRequest,
  requestAnswered,
  requestClocks,
  requestTaken,
} from '#shared/cases/request-clocks.ts';
import { doneTo, missingToDecide, type RequestDeed } from '#shared/cases/request-deeds.ts';
import { requestReminders } from '#shared/cases/request-reminders.ts';
import type { Output } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import type { CaseFile } from '#shared/records/case-file.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { recordsOf } from '../contacts/who.ts';
import type { Context, Reads, Writes } from '../context.ts';
import { inventedNotice, settings } from '../office.ts';
import { doing } from '../reviews/steps.ts';
import { mayMake, seesOf } from '../rights.ts';
import { caseAround } from './listing.ts';
import { onCase, readCase } from './steps.ts';

/** What of the words for publication is the requester's own, also of whom they ask for. */
const namingIn = (r: Reader, c: CaseFile): string[] => {
  const { title = '', summary = '' } = c.request?.disclosure ?? {};
  return [c.from, c.onBehalfOf]
    .flatMap((id) => (id ? recordsOf(r, id) : []))
    .flatMap((who) => namesRequester(`${title}\n${summary}`, who));
};

/** Whoever handles cases and did not decide this one. */
const reviewersOf = (r: Reader, { request }: CaseFile) =>
  readAll(r, 'person')
    .filter(({ id, roles }) => roles.includes('caseworker') && id !== request?.decision?.by)
    .map(({ id, name }) => ({ id, name }));

const view = (r: Reader, c: CaseFile, ctx: Context): Output<'requests.get'> => {
  const { holidays } = caseAround(r, ctx);
  const clocks = requestClocks(c, holidays);
  const may = mayAskForReview(c);
  const deadlines = [...clocks, ...(may ? [may] : [])].flatMap(
    (clock) => caseDeadline(clock, holidays) ?? [],
  );
  const answer = deadlines.find(({ clock }) => clock === 'request');
  const people = readAll(r, 'person');
  return {
    case: c,
    deadlines: deadlines.map((one) => ({
      ...one,
      late: one.clock !== 'may ask' && ranOut(one.due, one.done, ctx.today),
    })),
    taken: requestTaken(c, holidays) ?? null,
    inTime: answer?.done ? !ranOut(answer.due, answer.done, ctx.today) : null,
    reminders: requestReminders(c, ctx.today, holidays),
    naming: namingIn(r, c),
    mayWrite: mayMake(r, ctx, 'caseFile', c, c),
    names: Object.fromEntries(people.map(({ id, name }) => [id, name])),
    reviewers: reviewersOf(r, c),
  };
};

const step = (why: string) => fail<Failure>({ tag: 'requestStep', why });

/** What a regime does not know is not done under it. */
const objection = (c: CaseFile, deed: RequestDeed): string | undefined => {
  if (!isRequest(c.kind)) return 'This case is no request for information: change its kind first.';
  if (deed.what === 'proof' && c.kind !== 'subject access request')
    return 'Only for subject access is it asked who somebody is.';
  if (deed.what === 'extend' && !groundsOf(c.kind).some(({ id }) => id === deed.ground))
    return 'That is no ground for more time under which this was asked.';
  if (deed.what === 'decide') {
    const { kind } = c;
    return missingToDecide(c.request ?? newRequest(), deed.outcome, (id) => isWeighed(kind, id))[0];
  }
  return undefined;
};

const applied = (c: CaseFile, deed: RequestDeed, ctx: Context): Result<CaseFile, Failure> => {
  const why = objection(c, deed);
  if (why) return step(why);
  if ('on' in deed && deed.on < c.received) return step('That was before the request came.');
  const done = doneTo(c.request ?? newRequest(), deed, {
    by: ctx.identity.person,
    today: ctx.today,
  });
  return 'why' in done ? step(done.why) : ok({ ...c, request: done.after });
};

const redactionsOf = (r: Reader, c: CaseFile, ctx: Context): Output<'redactions.get'> => ({
  files: toSend(c).map(({ file, of, copies }) => ({
    file,
    here: bytesHere(r, { type: 'caseFile', record: c.id, hash: file.hash }) >= file.bytes,
    of: of?.id ?? null,
    copies: copies.map(({ id }) => id),
  })),
  redactions: c.redactions,
  mayWrite: mayMake(r, ctx, 'caseFile', c, c),
});

/** What is published of requests, the latest answer first. */
const log = (
  r: Reader,
  ctx: Context,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): Output<'requests.log'> => {
  const seen = seesOf(r, ctx, 'caseFile');
  const { body, invented } = settings(r, ctx);
  const rows = r
    .all(sql.selectFrom('caseFile').select('data').where('kind', 'in', ['FOI request', 'EIR request']))
    .map(({ data }) => JSON.parse(data) as CaseFile)
    .filter(seen)
    .flatMap((c) => {
      const disclosure = c.request?.disclosure;
      if (!disclosure) return [];
      return [
        {
          id: c.id,
          title: disclosure.title,
          summary: disclosure.summary,
          regime: c.kind,
          received: c.received,
          answered: requestAnswered(c),
          outcome: c.request?.decision?.outcome ?? null,
          naming: namingIn(r, c),
        },
      ];
    })
    .filter(({ answered, received }) => {
      const day = answered ?? received;
      return (!from || day >= from) && (!to || day <= to);
    });
  const day = (row: (typeof rows)[number]) => `${row.answered ?? '9'} ${row.id}`;
  return {
    body,
    notice: invented ? inventedNotice : null,
    rows: rows.toSorted((a, b) => (day(a) < day(b) ? 1 : -1)),
  };
};

export const requestReads = {
  'requests.get': (r, { id }, ctx) => {
    const found = readCase(r, ctx, id);
    return found.ok ? ok(view(r, found.value, ctx)) : found;
  },
  'redactions.get': (r, { id }, ctx) => {
    const found = readCase(r, ctx, id);
    return found.ok ? ok(redactionsOf(r, found.value, ctx)) : found;
  },
  'requests.log': (r, asked, ctx) => ok(log(r, ctx, asked)),
} satisfies Partial<Reads>;

export const requestWrites = {
  'requests.do': (w, { id, deed }, ctx) => onCase(w, ctx, id, (c) => applied(c, deed, ctx)),
  'redactions.put': (w, { id, redaction, of, file, reasons }, ctx) =>
    onCase(w, ctx, id, (c) => {
      const { by, on } = doing(ctx);
      const others = c.redactions.filter((one) => one.id !== redaction);
      // One copy is of one original.
      if (others.some((one) => one.file === file)) return fail({ tag: 'notACopy' });
      const after = { ...c, redactions: [...others, { id: redaction, of, file, reasons, by, on }] };
      return redactionsHold(after) ? ok(after) : fail({ tag: 'notACopy' });
    }),
  'redactions.remove': (w, { id, redaction }, ctx) =>
    onCase(w, ctx, id, (c) => ok({ ...c, redactions: c.redactions.filter((one) => one.id !== redaction) })),
} satisfies Partial<Writes>;
