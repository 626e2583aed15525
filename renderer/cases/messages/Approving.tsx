import { type ReactNode, useState } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { onward } from '#renderer/app/place.ts';
import { say } from '#renderer/app/state.ts';
import { Button, ButtonGroup, Textarea } from '#renderer/kit/index.ts';
import type { ReplyDraft } from '#shared/records/case-parts.ts';
import type { CaseShown } from '../parts.ts';

/** A reply as whoever approves it reads it: the very words that go, or the reason why they do not. */
export function Approving({ shown, draft }: { shown: CaseShown; draft: ReplyDraft }): ReactNode {
  const { id, files = [] } = shown.case;
  const along = files.filter((file) => draft.files?.includes(file.id));
  const { run, busy, failure } = useWrite('replies.approve');
  const [why, setWhy] = useState('');
  const decide = async (approve: boolean) => {
    const on = onward();
    const { to, subject, words, files } = draft;
    const answer = await run({ id, draft: draft.id, approve, why, read: { to, subject, words, files } });
    if (!answer.ok) return;
    say(approve ? 'The reply is approved and can go.' : 'The reply is given back.');
    on('/cases');
  };
  return (
    <section aria-label="To be approved">
      <p className="govuk-body">
        {draft.purpose}, to {draft.to}, written by {shown.names[draft.by] ?? 'a colleague'}
      </p>
      <h2 className="govuk-heading-s">{draft.subject}</h2>
      <p className="govuk-body desk-words">{draft.words}</p>
      {along.length > 0 && (
        <p className="govuk-body">With it go: {along.map(({ name }) => name).join(', ')}</p>
      )}
      <Failed failure={failure} />
      {draft.asked && !draft.approved && (
        <>
          <Textarea
            label="Why it is given back"
            hint="Left blank where it is approved."
            id="why"
            rows={3}
            value={why}
            onChange={({ target }) => setWhy(target.value)}
          />
          <ButtonGroup>
            <Button type="button" disabled={busy} onClick={() => void decide(true)}>
              Approve it
            </Button>
            <Button type="button" kind="secondary" disabled={busy} onClick={() => void decide(false)}>
              Give it back
            </Button>
          </ButtonGroup>
        </>
      )}
    </section>
  );
}
