import type { ReactNode } from 'react';
import { Checkboxes } from '#renderer/kit/index.ts';
import type { Question } from '#shared/forms/definition.ts';
import { isAnswered } from '#shared/forms/engine.ts';
import { isForOffice, isShared } from '#shared/forms/items.ts';
import { type Scope, within } from '#shared/forms/scope.ts';
import { withAnswer } from '../draft/draft.ts';
import type { Editing } from './editing.ts';

const forTheOffice = 'For the office only: not on the copy for custody.';

/** Calls of the urgent route are the office's own altogether: there is nothing to ask about each answer. */
const isAskedIn = ({ of }: Scope) => of !== 'call';

/** The question with a word on who reads the answer, while it is kept from custody. */
export const withSharing = (q: Question, scope: Scope): Question =>
  isForOffice(q) && isAskedIn(scope) && !isShared(q, scope)
    ? { ...q, hint: [q.hint, forTheOffice].filter(Boolean).join(' ') }
    : q;

/**
 * Who may read an answer, against what the form says: words kept from custody, or office-only matter that may go there
 * because the person agrees. Asked only where there is an answer, so that a page is no wall of boxes.
 */
export function Sharing({ q, editing }: { q: Question; editing: Editing }): ReactNode {
  const { keeper, scope } = editing;
  const ruled = isForOffice(q);
  if (!isAskedIn(scope) || !isAnswered(q, scope) || !(ruled || q.kind === 'longText')) return null;
  const path = [...scope.path, 'shared', q.id];
  const against = ruled;
  const agree = scope.of === 'visit' ? 'Custody may read this' : 'They agree that custody may read this';
  const set = (ticked: boolean) =>
    keeper.change((draft) => withAnswer(draft, path, ticked ? against : undefined), 'now');
  return (
    <div className="desk-sharing">
      <Checkboxes
        small
        name={`${q.id}-sharing`}
        values={within(scope, ['shared', q.id]) === against ? ['on'] : []}
        onValues={(values) => set(values.length > 0)}
        items={[
          {
            value: 'on',
            text: (
              <>
                {ruled ? agree : 'Keep this from custody (office only)'}
                <span className="govuk-visually-hidden">: {q.text}</span>
              </>
            ),
          },
        ]}
      />
    </div>
  );
}
