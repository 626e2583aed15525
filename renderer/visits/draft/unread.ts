import type { Form, Question, Section } from '#shared/forms/definition.ts';
import { shownSections } from '#shared/forms/engine.ts';
import {
  asItem,
  type FormSettings,
  type ItemSubject,
  itemIdOf,
  type Scope,
  scopesIn,
} from '#shared/forms/scope.ts';
import { ladderFields } from '#shared/records/ladder.ts';
import { rungTitles } from '../words.ts';
import { type Draft, unreadKey } from './draft.ts';
import { readDate, readNumber, readTime, splitDate } from './reading.ts';

/**
 * A field whose text cannot be read, and the sentence that says so, on the page and in every list of problems; `item`
 * is the detainee, matter or call it lies in.
 */
export type Unread = {
  section: string;
  question: string;
  field: string;
  text: string;
  item?: { of: ItemSubject; id: string };
};

/** The fields of a question that hold typed text: one, or one for each rung of a ladder. */
const fieldsOf = (q: Question): { field: string; focus: string; name: string }[] =>
  q.kind === 'ladder'
    ? ladderFields.map((rung) => ({
        field: `${q.id}-${rung}`,
        focus: `${q.id}-${rung}`,
        name: `${q.text}, ${rungTitles[rung]}`,
      }))
    : [{ field: q.id, focus: q.kind === 'date' ? `${q.id}-day` : q.id, name: q.text }];

/** Why a text in a field of this question cannot be read; undefined where it can. */
const problemOf = (q: Question, name: string, text: string): string | undefined => {
  const read =
    q.kind === 'time'
      ? readTime(text, name)
      : q.kind === 'date'
        ? readDate(splitDate(text), name)
        : q.kind === 'number' || q.kind === 'ladder'
          ? readNumber(text, name)
          : undefined;
  return read && 'problem' in read ? read.problem : undefined;
};

const itemOf = (scope: Scope): Pick<Unread, 'item'> => {
  const of = asItem(scope.of);
  return of ? { item: { of, id: itemIdOf(scope) } } : {};
};

/** Every text in these sections that cannot be read, in the order of the form. */
export const unreadIn = (sections: readonly Section[], scope: Scope, { aside }: Draft): Unread[] =>
  sections.flatMap((s) =>
    s.questions.flatMap((q) =>
      fieldsOf(q).flatMap(({ field, focus, name }) => {
        const typed = aside.unread[unreadKey(scope, field)];
        const text = typed === undefined ? undefined : problemOf(q, name, typed);
        return text ? [{ section: s.id, question: q.id, field: focus, text, ...itemOf(scope) }] : [];
      }),
    ),
  );

/** Every text in the whole report that cannot be read: of the visit, then item by item. */
export const unreadInAll = (form: Form, draft: Draft, settings: FormSettings): Unread[] =>
  scopesIn(draft.visit).flatMap((scope) => unreadIn(shownSections(form, scope, settings), scope, draft));
