import type { Detainee, Matter } from '#shared/records/detainee.ts';
import { detaineesOf, mattersOf, type Visit } from '#shared/records/visit.ts';
import type { Form, Question, Section, Subject } from './definition.ts';
import { isAnswered, shownSections } from './engine.ts';
import { isForOffice, isShared } from './items.ts';
import { answerTo, type FormSettings, itemScopes, placeOf, type Scope, visitScope } from './scope.ts';
import { subjectOf } from './terms.ts';

/** One part of what custody is given: the visit, a detainee or a matter, with the questions it answers. */
export type CopyPart = { of: Subject; path: string[]; sections: Section[] };

/**
 * What custody is given of a report: the report with nothing in it but what may be read there, and what to show of it,
 * the visit first, then detainees, then matters.
 */
export type CustodyCopy = { visit: Visit; parts: CopyPart[] };

/**
 * Whether a matter is for the office alone: the visitors kept it, or any answer of it that custody would have read.
 * A matter is one thing said to one person, of which no half is handed over.
 */
export const isMatterKept = (form: Form, matter: Pick<Matter, 'shared'>): boolean => {
  const own = new Set(
    form.sections
      .filter((s) => s.of === 'matter')
      .flatMap((s) => s.questions.filter(isForOffice).map((q) => q.id)),
  );
  return Object.entries(matter.shared ?? {}).some(([id, may]) => !may && !own.has(id));
};

/** A report with nothing in it yet but how its questions show and for whom its answers are. */
const bare = (v: Visit): Visit => ({
  id: v.id,
  form: v.form,
  events: [],
  corrections: [],
  counts: {},
  answers: {},
  ...(v.groups && { groups: v.groups }),
  ...(v.shared && { shared: v.shared }),
});

const bareItem = <T extends Detainee | Matter>({ id, order, groups, shared }: T) => ({
  id,
  order,
  ...(groups && { groups }),
  ...(shared && { shared }),
});

const scopesOf = (v: Visit): Scope[] => [
  visitScope(v),
  ...itemScopes('detainee', v),
  ...itemScopes('matter', v),
];

/** Puts a value at a place of a part of a report that is being built. */
const put = (part: unknown, path: readonly string[], value: unknown): void => {
  let place = part as Record<string, unknown>;
  for (const key of path.slice(0, -1)) {
    place[key] ??= {};
    place = place[key] as Record<string, unknown>;
  }
  place[path.at(-1) as string] = value;
};

/** The sections with the answered questions alone that custody may read; a place that two questions fill, by both. */
const readable = (form: Form, sections: readonly Section[], scope: Scope): Section[] => {
  const kept = new Set(
    form.sections
      .filter((s) => subjectOf(s) === scope.of)
      .flatMap((s) => s.questions.filter((q) => !isShared(q, scope)).map((q) => q.field ?? q.id)),
  );
  const may = (q: Question) => q.kind !== 'minutes' && !kept.has(q.field ?? q.id) && isAnswered(q, scope);
  return sections
    .map((s) => ({ ...s, questions: s.questions.filter(may) }))
    .filter((s) => s.questions.length > 0);
};

/** A report of the answers alone that custody may read, among the sections that are looked at for each part. */
const rebuilt = (form: Form, v: Visit, sectionsOf: (scope: Scope) => readonly Section[]): Visit => {
  const copy: Visit = {
    ...bare(v),
    detainees: detaineesOf(v).map(bareItem),
    matters: mattersOf(v)
      .filter((m) => !isMatterKept(form, m))
      .map((m) => ({ ...bareItem(m), ...(m.detainee && { detainee: m.detainee }) })),
  };
  const asWritten = new Map(scopesOf(v).map((scope) => [scope.path.join('/'), scope]));
  for (const { path, part } of scopesOf(copy)) {
    const scope = asWritten.get(path.join('/')) as Scope;
    for (const q of readable(form, sectionsOf(scope), scope).flatMap((s) => s.questions))
      put(part, placeOf(q), answerTo(q, scope));
  }
  return copy;
};

/** A question as it is read: no rule of the form goes with it, since a rule may tell of what is left out. */
const plainQuestion = ({ id, text, kind, field, options }: Question): Question => ({
  id,
  text,
  kind,
  ...(field && { field }),
  ...(options && { options }),
});

const plainSection = ({ id, title, of, questions }: Section): Section => ({
  id,
  title,
  ...(of && { of }),
  questions: questions.map(plainQuestion),
});

const open = <T extends Detainee | Matter>(item: T): T => {
  const { groups: _, shared: __, ...said } = item;
  return said as T;
};

/**
 * What custody may be given of a report: the answers that are not for the office alone, and nothing that would show
 * that some are (Code of Practice 2013: no reprisals). What depends on an answer that is left out is left out with
 * it, and so is an item of which nothing remains; blanks, closed groups, urgent calls, declarations, events and
 * corrections are in no copy. Two reports that differ only in what is for the office alone have the same copy.
 */
export const custodyCopy = (form: Form, visit: Visit, settings: FormSettings): CustodyCopy => {
  const shown = (scope: Scope) => shownSections(form, scope, settings);
  // Nothing may be decided by what is left out, so it goes before anything is asked about what shows.
  let kept = rebuilt(form, visit, ({ of }) => form.sections.filter((s) => subjectOf(s) === of));
  // What hid with it may have shown other questions in its turn.
  for (;;) {
    const next = rebuilt(form, kept, shown);
    if (JSON.stringify(next) === JSON.stringify(kept)) break;
    kept = next;
  }
  const parts = scopesOf(kept)
    .map((scope) => ({
      of: scope.of,
      path: [...scope.path],
      sections: readable(form, shown(scope), scope).map(plainSection),
    }))
    .filter(({ sections }) => sections.length > 0);
  const left = new Set(parts.map(({ path }) => path[1]));
  const isLeft = (id: string | undefined) => left.has(`#${id}`);
  const { groups: _, shared: __, ...said } = kept;
  return {
    visit: {
      ...said,
      ...(visit.reference && { reference: visit.reference }),
      detainees: detaineesOf(kept)
        .filter(({ id }) => isLeft(id))
        .map(open),
      matters: mattersOf(kept)
        .filter(({ id }) => isLeft(id))
        .map(
          ({ detainee, ...matter }) => open(isLeft(detainee) ? { ...matter, detainee } : matter) as Matter,
        ),
    },
    parts,
  };
};
