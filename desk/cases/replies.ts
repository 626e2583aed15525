import type { Reader } from '#db/sql.ts';
import { owedOf } from '#shared/cases/clocks.ts';
import { caseNumber } from '#shared/cases/number.ts';
import { awaitsBefore, isOffered, isToForce, purposeOf } from '#shared/cases/replies.ts';
import { caseListsOf } from '#shared/cases/settings.ts';
import type { Failure } from '#shared/errors.ts';
import { leftFields, merge, problemWords } from '#shared/letters/merge.ts';
import type { CaseFile } from '#shared/records/case-file.ts';
import { purposes, type ReplyDraft } from '#shared/records/case-parts.ts';
import { type CaseLetterKind, caseLetterKinds, type Template } from '#shared/records/letter.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { addDays, dayWords } from '#shared/times.ts';
import { standingContact } from '../contacts/who.ts';
import type { Context, Reads } from '../context.ts';
import { readTemplate, templatesOf } from '../letters/templates.ts';
import { inventedNotice, settings } from '../office.ts';
import { personName } from '../reviews/around.ts';
import { caseAround } from './listing.ts';
import { readCase } from './steps.ts';

const caseKindOf = ({ of }: Pick<Template, 'of'>): CaseLetterKind | undefined =>
  caseLetterKinds.find((one) => one === of);

/** Days in which the force is asked to answer, where nobody says otherwise. */
const askedWithin = 14;

/** The day a letter of a kind quotes: of a question or a reminder so many days on, of others the last day still owed. */
const dueOf = (r: Reader, ctx: Context, c: CaseFile, of: CaseLetterKind): string | undefined => {
  if (isToForce(purposeOf[of]) || of === 'caseClarification') return addDays(ctx.today, askedWithin);
  const owed = owedOf(c, caseAround(r, ctx)).filter(({ clock }) => clock.clock !== 'acknowledge');
  return owed[0]?.due ?? undefined;
};

const outcomes = {
  granted: 'the request is granted',
  part: 'part of the request is granted',
  refused: 'the request is refused',
  'not held': 'this office does not hold the information',
} as const;

/** What a case puts into the fields of a letter. What only its writer knows stays away. */
const valuesOf = (
  r: Reader,
  ctx: Context,
  c: CaseFile,
  { of, due, ask: id }: { of: CaseLetterKind; due?: string | undefined; ask?: string | undefined },
): Record<string, string | undefined> => {
  const toForce = isToForce(purposeOf[of]);
  const asking =
    c.asks.find((one) => one.id === id) ?? c.asks.findLast(({ answered }) => answered === undefined);
  const { request } = c;
  const day = due ?? dueOf(r, ctx, c, of);
  const reminds = of === 'caseReminder' && asking;
  return {
    office: settings(r, ctx).body,
    date: dayWords(ctx.today),
    to: toForce ? (reminds ? asking.to : undefined) : standingContact(r, c.from)?.name,
    sender: personName(r, ctx.identity.person) ?? undefined,
    reference: caseNumber(c),
    received: dayWords(c.received),
    about: c.messages.find(({ direction, subject }) => direction === 'in' && subject)?.subject,
    due: day && dayWords(day),
    asked: request?.asked,
    ...(reminds && {
      question: asking.question,
      askedOn: dayWords(asking.on),
      wasDue: dayWords(asking.due),
    }),
    ...(request?.decision && {
      outcome: outcomes[request.decision.outcome],
      reasons: request.decision.words,
    }),
    ...(request?.extension && of === 'requestExtension' && { reasons: request.extension.ground }),
    ...(request && {
      exemptions: request.exemptions.map(({ provision }) => provision).join('\n') || 'Nothing is withheld.',
    }),
  };
};

/** What stands in the way of a draft as it is: a field that nobody filled, or nothing to say. */
export const draftProblems = (r: Reader, ctx: Context, draft: ReplyDraft): string[] => {
  const template = draft.template === undefined ? undefined : readTemplate(r, draft.template, ctx);
  const of = template && caseKindOf(template);
  const words = { subject: draft.subject ?? '', body: draft.words };
  return [
    ...(of ? leftFields(of, words).map((problem) => problemWords(of, problem)) : []),
    ...(draft.words.trim() === '' ? ['It has no words yet.'] : []),
    ...(draft.channel === 'email' && !draft.subject?.trim() ? ['It has no subject yet.'] : []),
    ...(draft.to?.trim() ? [] : ['It says not whom it is to.']),
  ];
};

/** Whether a draft of this case is approved by somebody else before it goes. */
export const isApprovedFirst = (
  r: Reader,
  ctx: Context,
  c: CaseFile,
  { purpose }: Pick<ReplyDraft, 'purpose'>,
) => awaitsBefore(c.kind, purpose, caseListsOf(settings(r, ctx)).kinds);

const draftTemplate = (
  r: Reader,
  id: string,
  ctx: Context,
): Result<{ template: Template; of: CaseLetterKind }, Failure> => {
  const template = readTemplate(r, id, ctx);
  const of = template && caseKindOf(template);
  return template && of ? ok({ template, of }) : fail({ tag: 'notFound', what: 'letter template' });
};

export const replyReads = {
  'replies.begin': (r, { id }, ctx) => {
    const found = readCase(r, ctx, id);
    if (!found.ok) return found;
    const c = found.value;
    const last = c.messages.findLast((one) => one.direction === 'in' && one.mail?.address);
    return ok({
      templates: templatesOf(r, ctx).flatMap(({ template }) => {
        const of = caseKindOf(template);
        if (!of || template.retired || !isOffered(of, c.kind)) return [];
        return [{ template, purpose: purposeOf[of], toForce: isToForce(purposeOf[of]) }];
      }),
      to: standingContact(r, c.from)?.mail ?? last?.mail?.address ?? null,
      approved: purposes.filter((purpose) => isApprovedFirst(r, ctx, c, { purpose })),
    });
  },
  'replies.words': (r, { id, template: from, due, ask }, ctx) => {
    const found = readCase(r, ctx, id);
    if (!found.ok) return found;
    const plan = draftTemplate(r, from, ctx);
    if (!plan.ok) return plan;
    const { template, of } = plan.value;
    const values = valuesOf(r, ctx, found.value, { of, due, ask });
    return ok({ ...merge(template, values), purpose: purposeOf[of] });
  },
  'replies.paper': (r, { id, message: sent }, ctx) => {
    const found = readCase(r, ctx, id);
    if (!found.ok) return found;
    const c = found.value;
    const message = c.messages.find((one) => one.id === sent);
    if (!message) return fail({ tag: 'notFound', what: 'message' });
    const { body, invented } = settings(r, ctx);
    const files = (c.files ?? []).filter((file) => message.files?.includes(file.id) && !file.removed);
    return ok({
      message,
      office: body,
      notice: invented ? inventedNotice : null,
      reference: caseNumber(c),
      files: files.map(({ id: file, name, kind }) => ({ id: file, name, kind })),
    });
  },
} satisfies Partial<Reads>;

/** The draft of a case as it stands; undefined where it is gone, or went already. */
export const draftOf = (c: CaseFile, id: string): ReplyDraft | undefined =>
  c.drafts.find((one) => one.id === id);
