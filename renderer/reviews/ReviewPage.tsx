import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead, useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { dayWords } from '#renderer/dates.ts';
import { OfficeNotes } from '#renderer/editing/OfficeNotes.tsx';
import { BackLink, Button, InsetText, PageHeading, Tag, TaskList } from '#renderer/kit/index.ts';
import { ConflictsOf } from '#renderer/sync/ConflictsOf.tsx';
import { kindNames } from '#shared/letters/fields.ts';
import { routeBasis } from '#shared/records/review-parts.ts';
import { missingFor } from '#shared/reviews/missing.ts';
import { capital } from '#shared/text.ts';
import { Adjustments } from './Adjustments.tsx';
import { Clocks } from './Clocks.tsx';
import { Happened } from './Happened.tsx';
import { LettersOf } from './letters/Issued.tsx';
import { reviewName, reviewNumber } from './naming.ts';
import { nextPlace } from './nextPlace.ts';
import { People } from './People.tsx';
import { type ReviewShown, reviewParts } from './parts.ts';
import { doerWords, routeWords, StateTag } from './words.tsx';

/** One review: what is next, by when and why; its clocks, its people, what is done about it, and its whole life. */
export function ReviewPage(): ReactNode {
  const { id = '' } = useParams();
  const read = useRead('reviews.get', { id });
  if (read.error)
    return (
      <>
        <BackLink href="#/reviews">Reviews</BackLink>
        <PageHeading>This review cannot be shown</PageHeading>
        <Failed failure={read.error} />
      </>
    );
  if (!read.data) return <Waiting />;
  const shown = read.data;
  const { review, state, history, names, may } = shown;
  return (
    <>
      <BackLink href="#/reviews">Reviews</BackLink>
      <ConflictsOf record={id} />
      <PageHeading caption={reviewNumber(shown)}>{reviewName(shown)}</PageHeading>
      <p className="govuk-body desk-tags">
        <StateTag state={state} />{' '}
        {review.route ? `${routeWords[review.route]} (${routeBasis[review.route]})` : 'Route not said yet'}
      </p>
      <Next shown={shown} />
      <Adjustments shown={shown} />
      <Parts shown={shown} />
      <LettersOf shown={shown} />
      <Clocks shown={shown} />
      <People shown={shown} />
      <section aria-labelledby="life">
        <h2 className="govuk-heading-m" id="life">
          What happened
        </h2>
        <Happened history={history} names={names} />
      </section>
      {may.write && (
        <OfficeNotes
          key={id}
          id={id}
          call="reviews.note"
          hint="Neither assessors nor the force read these."
          notes={shown.notes}
          names={shown.names}
        />
      )}
    </>
  );
}

type ShownProps = { shown: ReviewShown };

const offeredParts = (shown: ReviewShown) => reviewParts.filter(({ when }) => when?.(shown) ?? true);

/** What is to be done next, by whom, by when and why, and the way there. */
function Next({ shown }: ShownProps): ReactNode {
  const { next, review, may } = shown;
  const place = nextPlace(shown);
  const part = offeredParts(shown).find(({ path }) => path === place);
  if (!next) return <p className="govuk-body">Nothing more is owed to it.</p>;
  return (
    <InsetText>
      <p className="govuk-body">
        <strong>Next, for {doerWords[next.who]}:</strong> {next.words}
        {next.by && ` ${next.late ? 'It was owed' : 'It is owed'} by ${dayWords(next.by)}.`}{' '}
        {next.late && <Tag colour="red">Overdue</Tag>}
      </p>
      {next.why && <p className="govuk-body-s">Why: {capital(next.why)}</p>}
      {next.letter && may.write && (
        <p className="govuk-body">
          <a className="govuk-link" href={`#/reviews/${review.id}/letters/new/${next.letter}`}>
            Write the letter: {kindNames[next.letter]}
          </a>
        </p>
      )}
      {part && (
        <p className="govuk-body govuk-!-margin-bottom-0">
          <a className="govuk-link" href={`#/reviews/${review.id}/${part.path}`}>
            Go there: {part.text}
          </a>
        </p>
      )}
      <Onward shown={shown} />
    </InsetText>
  );
}

/** Whether everybody was told of the decision, and of what the force answered to each recommendation. */
const isSettled = ({ deadlines, recommendations }: ReviewShown): boolean =>
  deadlines.some(({ clock, done }) => clock === 'outcome' && done !== null) &&
  recommendations.every(({ answer, recommendation }) => answer !== null && recommendation.told.length > 0);

/** A step that needs no more words: the review is taken on, or closed once nothing is owed. */
function Onward({ shown }: ShownProps): ReactNode {
  const { review, state, may } = shown;
  const move = useWrite('reviews.move');
  const isValid = state === 'received' && review.acknowledged !== undefined;
  const to = isValid ? 'valid' : state === 'decided' && isSettled(shown) ? 'closed' : undefined;
  if (!may.write || !to || missingFor(review, to).length > 0) return null;
  const press = async () => {
    const answer = await move.run({ id: review.id, to });
    if (answer.ok) say(to === 'valid' ? 'The review is taken on.' : 'The review is closed.');
  };
  return (
    <>
      <Failed failure={move.failure} />
      <Button
        type="button"
        className="govuk-!-margin-top-4 govuk-!-margin-bottom-0"
        disabled={move.busy}
        onClick={() => void press()}
      >
        {to === 'valid' ? 'Take the review on' : 'Close the review'}
      </Button>
    </>
  );
}

/** The pages about this review, each with where it stands. */
function Parts({ shown }: ShownProps): ReactNode {
  return (
    <section aria-labelledby="parts" className="desk-screen-only">
      <h2 className="govuk-heading-m" id="parts">
        What is done about it
      </h2>
      <TaskList
        items={offeredParts(shown).map(({ path, text, status }) => ({
          title: text,
          href: `#/reviews/${shown.review.id}/${path}`,
          status: status(shown),
        }))}
      />
    </section>
  );
}
