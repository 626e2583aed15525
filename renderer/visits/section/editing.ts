import { useState } from 'react';
import type { Question } from '#shared/forms/definition.ts';
import { answerPath, answerTo, type Scope } from '#shared/forms/scope.ts';
import { type Draft, unreadKey, withAnswer, withUnread } from '../draft/draft.ts';
import type { Reading } from '../draft/reading.ts';
import type { DraftKeeper } from '../draft/useVisitDraft.ts';

/** What a field of the form needs: the draft it shows, the part of the report it lies in, and who keeps it. */
export type Editing = { draft: Draft; scope: Scope; keeper: DraftKeeper };

export type FieldProps = { q: Question; editing: Editing; error: string | undefined };

/** A question's own answers lie wrapped, so that "refused" can stand in place of a value; typed fields lie bare. */
const wrapped = (q: Question, value: unknown): unknown =>
  q.field || value === undefined ? value : { value };

/** The value of an answer, or the word that stands in place of one. */
export const answerOf = (q: Question, { scope }: Editing): { value?: unknown; not?: string } => {
  const answer = answerTo(q, scope);
  return q.field ? { value: answer } : ((answer ?? {}) as { value?: unknown; not?: string });
};

/** What stands unread in a field of this part of the report. */
export const unreadOf = ({ draft, scope }: Editing, field: string): string | undefined =>
  draft.aside.unread[unreadKey(scope, field)];

/** Sets an answer that is chosen, not typed: it is saved at once. */
export const choose = ({ keeper, scope }: Editing, q: Question, value: unknown): void =>
  keeper.change((draft) => withAnswer(draft, answerPath(q, scope), wrapped(q, value)), 'now');

/** Answers with a word that is not a value: refused, not asked. */
export const chooseNot = ({ keeper, scope }: Editing, q: Question, not: string): void =>
  keeper.change((draft) => withAnswer(draft, answerPath(q, scope), { not }), 'now');

/** Sets what a typed text means; a text that means nothing stays beside the report, exactly as it is. */
export const type = (
  { keeper, scope }: Editing,
  q: Question,
  field: string,
  path: string[],
  text: string,
  read: Reading,
): void =>
  keeper.change((draft) => {
    const readable = 'value' in read;
    const value = readable ? wrapped(q, read.value) : undefined;
    return withAnswer(withUnread(draft, unreadKey(scope, field), readable ? undefined : text), path, value);
  }, 'soon');

export type Typing = { text: string; onText: (text: string) => void; onLeave: () => void };

/**
 * The text of a field: what was typed while it still means what the draft says, so that nothing jumps under the
 * fingers; otherwise what could not be read, or the draft's own value.
 * @param shown the draft's value as the field shows it
 * @param meant how a text would be shown once read; undefined where it cannot be
 */
export function useTyping(
  { keeper }: Editing,
  unread: string | undefined,
  shown: string,
  meant: (text: string) => string | undefined,
  change: (text: string) => void,
): Typing {
  const [typed, setTyped] = useState<string | null>(null);
  const stands = typed !== null && (unread === undefined ? meant(typed) === shown : unread === typed);
  return {
    text: stands ? typed : (unread ?? shown),
    onText: (text) => {
      setTyped(text);
      change(text);
    },
    onLeave: () => {
      setTyped(null);
      keeper.hurry();
    },
  };
}
