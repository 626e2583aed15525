import type { ReactNode } from 'react';
import { fileSize } from '#renderer/files/fileSize.ts';
import { Details, InsetText } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import type { CaseShown } from '../parts.ts';
import { messageTitle } from './Messages.tsx';

/** What whoever wrote said last, beside the words that answer it; what they said before is folded below. */
export function Answered({ shown: { case: c, from } }: { shown: CaseShown }): ReactNode {
  const [last, ...earlier] = c.messages
    .filter(({ direction }) => direction === 'in')
    .toSorted((a, b) => `${b.on}${b.at ?? ''}`.localeCompare(`${a.on}${a.at ?? ''}`));
  if (!last) return c.summary ? <InsetText>{c.summary}</InsetText> : null;
  const files = (c.files ?? []).filter((file) => last.files?.includes(file.id) && !file.removed);
  return (
    <section aria-label="What is answered">
      <h2 className="govuk-heading-s">{messageTitle(last, from?.name)}</h2>
      {last.subject && <p className="govuk-body govuk-!-font-weight-bold">{last.subject}</p>}
      <p className="govuk-body desk-words">{last.words}</p>
      {last.cut && <p className="govuk-body-s">It is longer than this. The whole stands with the case.</p>}
      {files.length > 0 && (
        <p className="govuk-body-s">
          With it came: {files.map(({ name, bytes }) => `${isolated(name)} (${fileSize(bytes)})`).join(', ')}
        </p>
      )}
      {earlier.map((one) => (
        <Details key={one.id} summary={messageTitle(one, from?.name)}>
          <p className="govuk-body desk-words">{one.words}</p>
        </Details>
      ))}
    </section>
  );
}
