import type { ReactNode } from 'react';
import { Button } from '#renderer/kit/index.ts';
import { mattersOf } from '#shared/records/visit.ts';
import type { Writing } from '../draft/OnReport.tsx';
import { addItem } from '../items/addItem.ts';
import { outcomeText } from '../matters/outcomeText.ts';

/** What one detainee asked for or raised: each is a matter of the report, told to somebody and answered. */
export function AskedFor({ open, base, detainee }: Writing & { detainee: string }): ReactNode {
  const matters = mattersOf(open.kept.draft.visit).filter((m) => m.detainee === detainee);
  return (
    <section aria-labelledby="asked-for" className="desk-group">
      <h2 className="govuk-heading-m" id="asked-for">
        What they asked for
      </h2>
      {matters.length > 0 && (
        <ul className="govuk-list govuk-list--spaced">
          {matters.map((matter) => (
            <li key={matter.id}>
              <a className="govuk-link" href={`#${base}/matters/${matter.id}?from=${detainee}`}>
                {matter.what ?? 'Nothing written yet'}
              </a>
              , {outcomeText(matter)}
            </li>
          ))}
        </ul>
      )}
      <Button
        type="button"
        id="asked"
        kind="secondary"
        onClick={() => addItem({ open, base }, 'matter', { detainee }, detainee)}
      >
        Add something they asked for
      </Button>
    </section>
  );
}
