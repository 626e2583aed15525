import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { say } from '#renderer/app/state.ts';
import { Section } from '#renderer/cases/page/Section.tsx';
import { Button, WarningText } from '#renderer/kit/index.ts';
import { type RequestPartProps, useDeed } from './parts.ts';
import { DeedForm } from './Waits.tsx';

/** What the disclosure log says of the request, in words that name nobody. */
export function Disclosed({ shown: { case: c, naming, mayWrite } }: RequestPartProps): ReactNode {
  const { send, busy, failure } = useDeed(c.id);
  if (c.kind === 'subject access request') return null;
  const entry = c.request?.disclosure;
  const remove = async () => {
    if (await send({ what: 'undisclose' })) say('It is not in the disclosure log any more.');
  };
  return (
    <Section id="disclosed" title="Disclosure log">
      {entry ? (
        <>
          <p className="govuk-body govuk-!-font-weight-bold">{entry.title}</p>
          <p className="govuk-body desk-words">{entry.summary}</p>
        </>
      ) : (
        <p className="govuk-body">It is not in the disclosure log.</p>
      )}
      {naming.length > 0 && (
        <WarningText>
          The entry has words that tell who asked: {naming.join(', ')}. The log is not published until they
          are gone.
        </WarningText>
      )}
      <Failed failure={failure} />
      {mayWrite && (
        <>
          <DeedForm
            key={entry?.title}
            {...{ id: c.id, name: 'disclose' }}
            summary={entry ? 'Change the entry' : 'Put it into the disclosure log'}
            button="Keep the entry"
            done="The entry is kept."
            boxes={[
              {
                ...{ name: 'title', label: 'Title', kind: 'line', needed: 'Enter a title' },
                begins: entry?.title ?? '',
              },
              {
                ...{ name: 'summary', label: 'Summary, naming nobody', kind: 'words' },
                ...{ needed: 'Enter a summary', begins: entry?.summary ?? '' },
              },
            ]}
            deed={({ title = '', summary = '' }) => ({ what: 'disclose', title, summary })}
          />
          {entry && (
            <Button type="button" kind="secondary" disabled={busy} onClick={() => void remove()}>
              Take it out of the log
            </Button>
          )}
        </>
      )}
    </Section>
  );
}
