import { beginMarks } from '#db/marks.ts';
import { setMeta } from '#db/meta.ts';
import { acceptAll, type Identity, readIdentity, saveOpen, writeIdentity } from '#db/office.ts';
import { readRecord } from '#db/records.ts';
import type { Writer } from '#db/sql.ts';
import { visitForm } from '#shared/forms/default/index.ts';
import { checkForm } from '#shared/forms/default-check/index.ts';
import type { Form } from '#shared/forms/definition.ts';
import { derivedId, instant, newId, type Sources } from '#shared/ids.ts';
import { factsVersion } from '#shared/measures/facts.ts';
import { declaredContent } from '#shared/records/declared.ts';
import type { Person } from '#shared/records/person.ts';
import type { RecordCheck } from '#shared/records/record-check.ts';
import { defaultSettings } from '#shared/records/setting.ts';
import type { Suite } from '#shared/records/suite.ts';
import type { RecordType } from '#shared/records/types.ts';
import { type Declaration, type Visit, visitorsOf } from '#shared/records/visit.ts';
import { roles } from '#shared/roles.ts';
import { diff, type Patch, putting } from '#shared/sync/patch.ts';
import { localDay, sha256 } from './context.ts';
import type { ClaimMade } from './example/claims.ts';
import { makeDice } from './example/dice.ts';
import { makeExample } from './example/example.ts';
import { concernKeeper } from './example/keeping.ts';
import { declaredBy, readThrough } from './example/read-through.ts';
import { beganAt, makeReturns } from './example/returns.ts';
import type { ReviewMade } from './example/reviews.ts';
import { westMercia } from './start-files/west-mercia.ts';

/** What a new store begins with. */
export type Beginning = { person: string; body: string; start: 'empty' | 'west-mercia' | 'example' };

/** The example is the same in every store. */
const exampleSeed = 2026;

/** A first record; by whoever begins the store, unless somebody else wrote it. */
type Made = { type: RecordType; document: { id: string }; by?: string };

/**
 * Makes a new store an office of its own: one person with all roles, settings, its forms, and what it was asked to begin
 * with. One transaction: a store is begun or it is not.
 */
export const fillStore = (w: Writer, sources: Sources, beginning: Beginning): void =>
  w.inTransaction(() => {
    const today = localDay(sources.now());
    const began = beginning.start === 'example' ? beganAt(today) : sources.now();
    const office = newId({ ...sources, now: () => began });
    const [device, person] = [newId(sources), newId(sources)];
    writeIdentity(w, { office, device, person, number: 0, epoch: 1, n: 0, head: '' });
    setMeta(w, 'facts', String(factsVersion));
    beginMarks(w);
    const own: Person = { id: person, name: beginning.person, roles: [...roles] };
    const form = visitForm(derivedId(office, 'form', 'visit 1'));
    const asked = checkForm();
    const begin = beginnings(office, person, today, beginning, {
      visit: form,
      check: asked,
    });
    for (const made of [
      { type: 'person', document: own },
      { type: 'form', document: form },
      { type: 'form', document: asked },
      ...begin.records,
    ] as Made[])
      receive(w, sources, made, instant(sources));
    const sent = begin.visits.filter((v) => v.events.length > 0).length;
    // Nobody reads their own report through: a colleague who runs a panel does.
    const others = begin.people.filter((p) => p.roles.includes('panel-coordinator'));
    const keeper = concernKeeper({
      w,
      receive: (made, at, patch) => receive(w, sources, made, at, patch),
      ...{ visits: begin.visits, suites: begin.suites, body: begin.body, sender: own },
      today,
      dice: makeDice(exampleSeed + 3),
      checkDice: makeDice(exampleSeed + 5),
    });
    const readUntil = checksInTurn(begin.checks, (check) => {
      const doneAt = check.events.at(-1)?.at;
      if (!doneAt) return begun(w, sources, 'recordCheck', check);
      receive(w, sources, { type: 'recordCheck', document: check }, doneAt);
      keeper.checked(check, asked);
    });
    for (const [i, thrown] of begin.visits.entries()) {
      readUntil(thrown.events.at(-1)?.at);
      const visit = keeper.looked(thrown);
      const isOwn = visitorsOf(visit).includes(person);
      const reader = isOwn ? others.find(({ id }) => !visitorsOf(visit).includes(id))?.id : undefined;
      file(w, sources, visit, sent - 1 - i, reader ?? person);
      keeper.follow(visit);
    }
    readUntil();
    keeper.end();
    // Nobody claims for a visit before its report has come.
    for (const { claim, steps } of begin.claims) {
      const made = { type: 'claim', document: claim } as const;
      receive(w, sources, { ...made, by: claim.person }, claimedAt(claim));
      for (const { by, at, patch } of steps) receive(w, sources, { ...made, by }, at, patch);
    }
    for (const made of begin.reviews) takeIn(w, sources, made);
    if (beginning.start === 'example') makeReturns({ w, sources, today });
  });

/** A review is taken in as each who had it left it, and what was recommended in it after that. */
const takeIn = (w: Writer, sources: Sources, { stages, recommendations }: ReviewMade): void => {
  for (const [i, { by, on, review }] of stages.entries()) {
    const before = stages[i - 1]?.review;
    const made = { type: 'review', document: review, by } as const;
    receive(w, sources, made, `${on}T16:00:00.000Z`, before && diff(before, review));
  }
  for (const document of recommendations)
    receive(
      w,
      sources,
      { type: 'recommendation', document, by: document.by },
      `${document.madeOn}T16:30:00.000Z`,
    );
};

/** A claim is begun on the last day of its month that has a line. */
const claimedAt = ({ lines, month }: ClaimMade['claim']): string =>
  `${
    lines
      .map(({ on }) => on)
      .sort()
      .at(-1) ?? `${month}-01`
  }T20:00:00.000Z`;

/** Hands over record checks in their order: each time those that were done until a moment, or all that are left. */
const checksInTurn = (checks: readonly RecordCheck[], hand: (check: RecordCheck) => void) => {
  const waiting = [...checks];
  return (until = '9999'): void => {
    while (waiting[0] && (waiting[0].events.at(-1)?.at ?? '9998') < until)
      hand(waiting.shift() as RecordCheck);
  };
};

const beginnings = (
  office: string,
  own: string,
  today: string,
  { body, start }: Beginning,
  forms: Record<'visit' | 'check', Form>,
): {
  records: Made[];
  body: string;
  suites: Suite[];
  people: Person[];
  visits: Visit[];
  checks: RecordCheck[];
  claims: ClaimMade[];
  reviews: ReviewMade[];
} => {
  if (start === 'empty')
    return {
      records: [
        {
          type: 'setting',
          document: {
            ...defaultSettings,
            id: derivedId(office, 'setting', 'office'),
            body,
          } as Made['document'],
        },
      ],
      body,
      suites: [],
      people: [],
      visits: [],
      checks: [],
      claims: [],
      reviews: [],
    };
  const { setting, panels, suites, ...more } =
    start === 'example'
      ? makeExample({ seed: exampleSeed, today, office, form: forms.visit, checkForm: forms.check, own })
      : westMercia({ office });
  const all: Partial<ReturnType<typeof makeExample>> = more;
  const named = start === 'example' ? setting : { ...setting, body };
  const of = (type: RecordType, documents: readonly { id: string }[] = []) =>
    documents.map((document) => ({ type, document }));
  return {
    records: [
      ...of('setting', [named]),
      ...of('panel', panels),
      ...of('suite', suites),
      ...of('person', all.people),
      ...of('throughput', all.throughput),
      ...of('plan', all.plans),
      ...of('planItem', all.planItems),
      ...of('sample', all.samples),
      ...of('personContact', all.contacts),
      ...of('personFile', all.files),
      ...of('interest', all.interests),
      ...of('monitoring', all.monitoring),
      ...of('session', all.sessions),
      ...of('availability', all.availability),
      ...of('shift', all.shifts),
      ...of('criterion', all.criteria),
      ...of('contact', all.applicants),
      ...of('contact', all.correspondents),
      ...of('caseFile', all.cases),
      ...of('complaintSample', all.complaintSamples),
      ...of('scheduleTotals', all.scheduleTotals),
      ...of('engagement', all.engagements),
      ...of('assuranceRequest', all.assuranceRequests),
      ...of('monthlyFigure', all.monthlyFigures),
      ...(all.swaps ?? []).map((swap) => ({ type: 'swap' as const, document: swap, by: swap.by })),
    ],
    body: named.body,
    suites,
    people: all.people ?? [],
    visits: all.visits ?? [],
    checks: all.checks ?? [],
    claims: all.claims ?? [],
    reviews: all.reviews ?? [],
  };
};

/** Lets the office of this store accept a change to a record as if it had been sent at that moment. */
const receive = (w: Writer, sources: Sources, { type, document, by }: Made, at: string, patch?: Patch) => {
  const identity: Identity = readIdentity(w);
  const means = { now: () => at, newId: () => newId(sources), hash: sha256 };
  const change = {
    id: newId(sources),
    device: identity.device,
    number: identity.number + 1,
    type,
    record: document.id,
    after: null,
    saw: (patch && readRecord(w, type, document.id)?.version) ?? null,
    by: by ?? identity.person,
    at,
    patch: patch ?? [putting([], document)],
  };
  const [answer] = acceptAll(w, identity, means, [change]);
  if (answer?.kind !== 'accepted') throw new Error(`a first record was answered ${JSON.stringify(answer)}`);
};

/**
 * Reports made ready are received when they were, declared, and read through since; what was only begun stays a draft
 * of this store.
 * @param place how many reports were sent after it
 * @param reader who read it through
 */
const file = (w: Writer, sources: Sources, visit: Visit, place: number, reader: string) => {
  const sentAt = visit.events.at(-1)?.at;
  if (sentAt) {
    const document = { ...visit, declarations: declarationsOf(visit, place, sentAt) };
    receive(w, sources, { type: 'visit', document }, sentAt);
    const events = readThrough(visit, place, reader);
    const patch = events.map((e) => putting(['events', `#${e.id}`], e));
    if (events.length > 0)
      receive(w, sources, { type: 'visit', document }, events.at(-1)?.at as string, patch);
    return;
  }
  begun(w, sources, 'visit', visit);
};

/** A draft of this store. */
const begun = (w: Writer, sources: Sources, type: 'visit' | 'recordCheck', document: Visit | RecordCheck) => {
  const author = { by: readIdentity(w).person, now: () => instant(sources), newId: () => newId(sources) };
  const saved = saveOpen(w, { ...author, hash: sha256 }, type, document.id, [putting([], document)]);
  if (!saved.ok) throw new Error('a first draft could not be saved');
};

const declarationsOf = (v: Visit, place: number, at: string): Declaration[] => {
  const content = sha256(declaredContent(v));
  return declaredBy(v, place).map((by) => ({
    id: derivedId(v.id, 'declaration', by),
    by,
    at,
    how: by === v.visitor1 ? 'own' : 'pin',
    content,
  }));
};
