import type { ReactNode } from 'react';
import { dayWords } from '#renderer/dates.ts';
import { Button } from '#renderer/kit/index.ts';
import { within } from '#shared/forms/scope.ts';
import type { UrgentCall } from '#shared/records/detainee.ts';
import { callsOf } from '#shared/records/visit.ts';
import type { Writing } from '../draft/OnReport.tsx';
import { addItem } from '../items/addItem.ts';
import { ItemCards } from '../items/ItemCards.tsx';

/** When a call was made, as far as it is filled in. */
const when = ({ on, at }: UrgentCall) => [on && dayWords(on), at].filter(Boolean).join(', ') || 'no time yet';

/** Who was told what, and when: the office reads it, custody never does. */
export function CallLog({ open, base }: Writing): ReactNode {
  const some = callsOf(open.kept.draft.visit).length > 0;
  return (
    <section aria-labelledby="log">
      <h2 className="govuk-heading-m" id="log">
        Whom you told, and when
      </h2>
      <p className="govuk-body">
        {some
          ? 'The office reads this. Nothing of it is given to custody.'
          : 'Nothing is written down yet. The office reads what you write here; nothing of it is given to custody.'}
      </p>
      <ItemCards open={open} base={base} of="call">
        {(scope) => {
          const call = within(scope, []) as UrgentCall;
          return (
            <>
              <p className="govuk-body">
                {[call.told ?? 'Nobody named yet', call.number].filter(Boolean).join(', ')}: {when(call)}
              </p>
              {call.what && <p className="govuk-body desk-words">You told them: {call.what}</p>}
              {call.answer && <p className="govuk-body desk-words">They said: {call.answer}</p>}
            </>
          );
        }}
      </ItemCards>
      <Button type="button" kind="secondary" onClick={() => addItem({ open, base }, 'call')}>
        {some ? 'Write down another call' : 'Write down a call'}
      </Button>
    </section>
  );
}
