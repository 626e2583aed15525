import { type ReactNode, useState } from 'react';
import { drafts } from '#renderer/app/drafts.ts';
import { Failed } from '#renderer/app/Failed.tsx';
import { useHost, useWrite } from '#renderer/app/host.tsx';
import { onward } from '#renderer/app/place.ts';
import { useSession } from '#renderer/app/session.ts';
import { say } from '#renderer/app/state.ts';
import { BackLink, Button, ErrorSummary, PageHeading, SendForm, Textarea } from '#renderer/kit/index.ts';
import { isSent, useSyncStatus } from '#renderer/sync/useSync.ts';
import { isolated } from '#shared/bidi.ts';
import { sentence } from '#shared/errors.ts';
import { visitorsOf } from '#shared/records/visit.ts';
import { correctionKey } from '../draft/means.ts';
import { OnCorrection } from '../draft/OnReport.tsx';
import { problemText } from '../draft/problems.ts';
import { unreadInAll } from '../draft/unread.ts';
import { correctionName, type OpenDraft } from '../draft/useVisitDraft.ts';
import { answersIn, Changes } from '../report/Changes.tsx';
import { useDraftName } from '../useDraftName.ts';
import { useNames } from '../useNames.ts';
import { changesOf } from './changesOf.ts';

/** What the correction would change, answer by answer, and why; then it is made. */
export function ReviewPage(): ReactNode {
  return <OnCorrection>{({ open }) => <Review open={open} />}</OnCorrection>;
}

function Review({ open }: { open: OpenDraft }): ReactNode {
  const { id, keeper, kept, report } = open;
  const host = useHost();
  const name = useDraftName(open);
  const correct = useWrite('visits.correct');
  const [attempt, setAttempt] = useState(0);
  const changes = changesOf(open);
  const reason = kept.draft.reason ?? '';
  const errors = problems(open, reason);
  const shown = attempt > 0 ? errors : [];
  const names = useNames(open);
  const me = useSession().data?.person.id;
  const sent = isSent(useSyncStatus().data);
  const visitors = visitorsOf(kept.draft.visit);
  const others = visitors.filter((person) => person !== me);

  const submit = async () => {
    const on = onward();
    setAttempt(attempt + 1);
    if (errors.length > 0) return;
    const answer = await correct.run({ id, patch: changes, reason });
    if (!answer.ok) return keeper.refresh();
    drafts.close(correctionName(id));
    await host.call('preferences.set', { key: correctionKey(id), value: null });
    // Only the office numbers it.
    say(
      sent
        ? 'The correction is made, and goes to the office with the next sending.'
        : `Correction ${answer.value.number} was made.`,
    );
    on(`/visits/${id}`);
  };

  return (
    <SendForm send={submit}>
      <BackLink href={`#/visits/${id}/correct`}>Back to the list of sections</BackLink>
      {shown.length > 0 && <ErrorSummary key={attempt} errors={shown} />}
      <Failed failure={correct.failure} />
      <PageHeading caption={name}>What this correction changes</PageHeading>
      {answersIn(changes).length > 0 ? (
        <Changes
          form={report.form}
          visit={kept.draft.visit}
          names={names}
          changes={changes}
          caption="Changes"
        />
      ) : (
        <p className="govuk-body">Nothing is changed yet.</p>
      )}
      <Textarea
        label="Why is this corrected?"
        labelSize="s"
        name="reason"
        rows={3}
        maxLength={30_000}
        value={reason}
        error={shown.find((e) => e.id === 'reason')?.text}
        onChange={({ target }) => keeper.change((draft) => ({ ...draft, reason: target.value }), 'soon')}
        onBlur={() => keeper.hurry()}
      />
      {me && visitors.includes(me) && (
        <p className="govuk-body">
          By making this correction you declare that the report now says what you saw and were told.
        </p>
      )}
      {others.map((person) => (
        <p key={person} className="govuk-body">
          {isolated(names[person] ?? 'The other visitor')} must declare the corrected report.
        </p>
      ))}
      <Button>{correct.busy ? 'Correcting…' : 'Make this correction'}</Button>
    </SendForm>
  );
}

/** Why the correction cannot be made yet. */
const problems = (open: OpenDraft, reason: string): { id?: string; text: string }[] => {
  const { report, kept, settings } = open;
  const unread = unreadInAll(report.form, kept.draft, settings);
  return [
    ...unread.map((found) => ({ text: problemText(found, kept.draft.visit) })),
    ...(kept.draft.aside.contested.length > 0
      ? [{ text: 'Choose which answer stands where one was also changed elsewhere' }]
      : []),
    ...(answersIn(changesOf(open)).length === 0 ? [{ text: 'Change an answer first' }] : []),
    ...(reason.trim() ? [] : [{ id: 'reason', text: sentence({ tag: 'noReason' }) }]),
  ];
};
