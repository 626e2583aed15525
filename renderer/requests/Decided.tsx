import type { ReactNode } from 'react';
import { Section } from '#renderer/cases/page/Section.tsx';
import { dayWords } from '#renderer/dates.ts';
import { SummaryList, Tag } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import { groundsOf, hasInternalReview, isRequest, newRequest } from '#shared/cases/request-clocks.ts';
import { type InformationRequest, requestOutcomes } from '#shared/records/case-parts.ts';
import { outcomeWords, type RequestPartProps, reviewWords } from './parts.ts';
import { DeedForm, useDay } from './Waits.tsx';

const somebody = 'somebody who is not known here';

/** More time, with a ground that the regime knows. */
export function MoreTime({ shown: { case: c, mayWrite } }: RequestPartProps): ReactNode {
  const told = useDay('Told to whoever asked on');
  if (!isRequest(c.kind)) return null;
  const grounds = groundsOf(c.kind);
  const { extension } = c.request ?? newRequest();
  return (
    <Section id="longer" title="More time">
      <p className="govuk-body">
        {extension
          ? `Told on ${dayWords(extension.on)}: ${extension.ground}`
          : 'No more time was told. It can only be told until the last day.'}
      </p>
      {mayWrite && (
        <DeedForm
          {...{ id: c.id, name: 'extend', summary: 'Tell more time' }}
          button="More time was told"
          done="Written down: look at the clock."
          boxes={[
            told,
            {
              ...{ name: 'ground', label: 'The lawful ground', kind: 'choice', needed: 'Choose the ground' },
              ...(grounds[0] && { begins: grounds[0].id }),
              options: grounds.map(({ id, title, basis, confirm }) => ({
                value: id,
                text: `${title} (${basis}${confirm ? '; to be confirmed' : ''})`,
              })),
            },
            { name: 'why', label: 'Why it is needed', kind: 'words', needed: 'Enter why it is needed' },
          ]}
          deed={({ on = '', ground = '', why = '' }) => ({ what: 'extend', on, ground, why })}
        />
      )}
    </Section>
  );
}

/** What was decided, when it was told, how long it took and whether that was in time. */
export function Decided({ shown }: RequestPartProps): ReactNode {
  const { case: c, taken, inTime, names, mayWrite } = shown;
  const told = useDay('Told on');
  const decision = c.request?.decision;
  return (
    <Section id="decision" title="Decision">
      {decision ? (
        <SummaryList
          rows={[
            { key: 'Decision', value: outcomeWords[decision.outcome] },
            {
              key: 'Told',
              value: `${dayWords(decision.on)}, by ${isolated(names[decision.by] ?? somebody)}`,
            },
            decision.words !== undefined && { key: 'Words', value: decision.words },
            taken !== null && { key: 'Time taken', value: `${taken} working days` },
            inTime !== null && {
              key: 'In time',
              value: inTime ? <Tag colour="green">In time</Tag> : <Tag colour="red">Late</Tag>,
            },
          ]}
        />
      ) : (
        <p className="govuk-body">Not decided yet.</p>
      )}
      {mayWrite && (
        <DeedForm
          {...{ id: c.id, name: 'decide' }}
          summary={decision ? 'Put the decision right' : 'Decide'}
          button="Keep the decision"
          done="The decision is kept."
          boxes={[
            {
              ...{ name: 'outcome', label: 'Decision', kind: 'choice', begins: 'granted' },
              options: requestOutcomes.map((one) => ({ value: one, text: outcomeWords[one] })),
            },
            told,
            { name: 'words', label: 'In which words', kind: 'words' },
          ]}
          deed={({ outcome, on = '', words }) => ({
            ...{ what: 'decide', outcome: outcome as 'granted', on, words },
          })}
        />
      )}
    </Section>
  );
}

type Review = InformationRequest['internalReviews'][number];

/** Whether somebody asked that the decision be looked at again; somebody else than who decided does it. */
export function InternalReviews({ shown }: RequestPartProps): ReactNode {
  const { case: c, mayWrite } = shown;
  const asked = useDay('Asked for on');
  if (!hasInternalReview(c.kind)) return null;
  const { internalReviews, decision } = c.request ?? newRequest();
  return (
    <Section id="reviews" title="Internal review">
      {internalReviews.length === 0 && (
        <p className="govuk-body">Nobody asked that the decision be looked at again.</p>
      )}
      {internalReviews.map((one) => (
        <OneReview key={one.id} shown={shown} review={one} />
      ))}
      {mayWrite && decision && (
        <DeedForm
          {...{ id: c.id, name: 'review', summary: 'An internal review was asked for' }}
          button="Write it down"
          done="Written down."
          boxes={[asked]}
          deed={({ on = '' }, item) => ({ what: 'review', id: item, on })}
        />
      )}
    </Section>
  );
}

function OneReview({ shown, review }: { shown: RequestPartProps['shown']; review: Review }): ReactNode {
  const { case: c, names, reviewers, mayWrite } = shown;
  const day = useDay('Decided on');
  const told = useDay('Told on');
  const { id: item } = review;
  const isOpen = mayWrite && review.decided === undefined;
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Asked for', value: dayWords(review.asked) },
          { key: 'Given to', value: review.reviewer ? (names[review.reviewer] ?? somebody) : 'Nobody yet' },
          review.extension !== undefined && {
            key: 'More time',
            value: `Told on ${dayWords(review.extension.on)}: ${review.extension.ground}`,
          },
          {
            key: 'Outcome',
            value:
              review.decided && review.outcome
                ? `${reviewWords[review.outcome]}, ${dayWords(review.decided)}`
                : 'Not decided',
          },
          review.words !== undefined && { key: 'Words', value: review.words },
        ]}
      />
      {isOpen && (
        <>
          <DeedForm
            {...{ id: c.id, name: `reviewer ${item}`, summary: 'Give it to somebody who did not decide' }}
            button="Give it to them"
            done="Given."
            boxes={[
              {
                ...{ name: 'person', label: 'Who looks at it again', kind: 'choice', needed: 'Choose who' },
                options: [
                  { value: '', text: 'Choose' },
                  ...reviewers.map(({ id, name }) => ({ value: id, text: name })),
                ],
              },
            ]}
            deed={({ person = '' }) => ({ what: 'reviewer', id: item, person })}
          />
          <DeedForm
            {...{ id: c.id, name: `review longer ${item}`, summary: 'Tell more time for the review' }}
            button="More time was told"
            done="Written down: look at the clock."
            boxes={[told, { name: 'why', label: 'Why', kind: 'words', needed: 'Enter why' }]}
            deed={({ on = '', why = '' }) => ({ what: 'reviewLonger', id: item, on, why })}
          />
          <DeedForm
            {...{ id: c.id, name: `reviewed ${item}`, summary: 'Decide the review' }}
            button="Keep the outcome"
            done="The outcome is kept."
            boxes={[
              {
                ...{ name: 'outcome', label: 'Outcome', kind: 'choice', begins: 'upheld' },
                options: Object.entries(reviewWords).map(([value, text]) => ({ value, text })),
              },
              day,
              { name: 'words', label: 'In which words', kind: 'words' },
            ]}
            deed={({ outcome, on = '', words }) => ({
              ...{ what: 'reviewed', id: item, outcome: outcome as 'upheld', on, words },
            })}
          />
        </>
      )}
    </>
  );
}
