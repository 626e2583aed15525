import type { ReactNode } from 'react';
import { Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { dayWords } from '#renderer/dates.ts';
import { Details, InsetText, SummaryList } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import { assessorsOf } from '#shared/records/review.ts';
import { AllegationSeen, OverallSeen } from '../assess/Seen.tsx';
import { Versions } from '../assess/Versions.tsx';
import { findingWords } from '../assess/words.ts';
import type { ReviewShown } from '../parts.ts';
import { ReviewFrame } from '../ReviewFrame.tsx';
import { DecideForm } from './DecideForm.tsx';
import { SetAside } from './SetAside.tsx';

/** What was examined, and the decision by somebody who did not examine it. */
export function DecisionPage(): ReactNode {
  const session = useSession();
  return (
    <ReviewFrame title="Decision">
      {(shown) => {
        if (!session.data) return <Waiting />;
        const { person, today } = session.data;
        const why = whyNot(shown, person);
        const check = shown.review.qualityChecks.findLast(
          ({ draft }) => draft === shown.review.drafts.at(-1)?.id,
        );
        return (
          <>
            <Decided shown={shown} />
            {why && <InsetText>{why}</InsetText>}
            {shown.may.decide && !check?.passed && (
              <p className="govuk-body">
                {check
                  ? 'The draft did not pass its quality check.'
                  : 'The quality of the draft has not been checked.'}
              </p>
            )}
            {shown.may.decide && <DecideForm key={shown.review.id} review={shown.review} today={today} />}
            <Made shown={shown} />
            <Examined shown={shown} />
            {shown.state === 'decided' && person.roles.includes('decider') && (
              <SetAside id={shown.review.id} />
            )}
          </>
        );
      }}
    </ReviewFrame>
  );
}

/** Why somebody cannot decide a review that awaits it, or nobody can yet; nothing where they can, or it is decided. */
const whyNot = (
  { review, state, may }: ReviewShown,
  { id, roles }: { id: string; roles: readonly string[] },
): string | undefined => {
  if (may.decide || state === 'decided' || state === 'closed') return undefined;
  if (assessorsOf(review).has(id) && roles.includes('decider'))
    return 'You assessed this review, or wrote a draft of it or of what was found, so somebody else has to decide it. Nobody decides their own assessment.';
  if (['invalid', 'withdrawn', 'forwarded'].includes(state)) return 'The review ended without a decision.';
  if (state !== 'returned') return 'It can be decided when the assessor has returned the draft.';
  return 'It waits for the Commissioner, or for a delegate under the scheme of delegation. You do not have the role of one who decides.';
};

/** The decisions there were, the one that stands first. */
function Decided({ shown: { review, names, standing } }: { shown: ReviewShown }): ReactNode {
  return review.decisions.toReversed().map((one, i) => (
    <SummaryList
      key={one.id}
      rows={[
        {
          key: 'Decision',
          value: `${one.decision ? findingWords[one.decision] : 'Not said'}${standing === 'completed' && i === 0 ? '' : ' (set aside)'}`,
        },
        { key: 'By', value: `${isolated(names[one.by] ?? 'Somebody')}, ${dayWords(one.on)}` },
        one.delegation !== undefined && { key: 'Delegated under', value: one.delegation },
        { key: 'Reasons', value: <span className="desk-words">{one.reasons ?? 'Not said'}</span> },
      ]}
    />
  ));
}

/** What is recommended stands in the decision, so that the way to it stands beside. */
function Made({ shown: { review, recommendations, state } }: { shown: ReviewShown }): ReactNode {
  if (!['returned', 'decided', 'closed'].includes(state)) return null;
  const count = recommendations.length;
  return (
    <p className="govuk-body">
      <a className="govuk-link" href={`#/reviews/${review.id}/recommendations`}>
        {count === 0 ? 'Recommendations: none made' : `Recommendations: ${count} made`}
      </a>
      {' · '}
      <a className="govuk-link" href={`#/reviews/${review.id}/learning`}>
        Observations, learning and themes
      </a>
    </p>
  );
}

function Examined({ shown: { review, names } }: { shown: ReviewShown }): ReactNode {
  const settings = useRead('reviews.settings', {});
  const prompts = settings.data?.prompts ?? [];
  return (
    <>
      <h2 className="govuk-heading-m">What was examined</h2>
      {review.examination && <OverallSeen review={review} prompts={prompts} />}
      {review.allegations.map((one, i) => (
        <Details key={one.id} summary={`Allegation ${i + 1}: ${one.finding ?? 'not found yet'}`}>
          <AllegationSeen allegation={one} prompts={prompts} />
        </Details>
      ))}
      <Versions drafts={review.drafts} names={names} />
    </>
  );
}
