import { type ReactNode, useState } from 'react';
import { z } from 'zod';
import { useWrite } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { dayWords } from '#renderer/dates.ts';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { neededDate, typedDate } from '#renderer/editing/typed.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { Radios, Table, Textarea, TextInput } from '#renderer/kit/index.ts';
import { SentForm } from '#renderer/people/SentForm.tsx';
import { useSentForm } from '#renderer/people/useSentForm.ts';
import { words } from '#shared/records/common.ts';
import { recommendationKinds, recommendationList } from '#shared/records/recommendation.ts';
import { standingDecision } from '#shared/records/review.ts';
import { parseDate } from '#shared/times.ts';
import type { ReviewShown } from '../parts.ts';
import { ReviewFrame } from '../ReviewFrame.tsx';
import { AnswerTag, kindTitle } from './words.tsx';

/** What is recommended to the force in a review that is upheld. The body recommends; it cannot direct. */
export function MakePage(): ReactNode {
  const today = useSession().data?.today;
  const may = useMay('recommendations.make');
  return (
    <ReviewFrame title="Recommendations">
      {(shown) => {
        const why = whyNone(shown);
        return (
          <>
            <Made shown={shown} />
            {why ? (
              <p className="govuk-body">{why}</p>
            ) : (
              may && today && <MakeForm key={shown.review.id} shown={shown} today={today} />
            )}
            <p className="govuk-body">
              <a className="govuk-link" href={`#/reviews/${shown.review.id}/learning`}>
                Observations, learning and themes
              </a>
            </p>
          </>
        );
      }}
    </ReviewFrame>
  );
}

/** Why nothing can be recommended as the review stands; undefined where it can. */
const whyNone = ({ review, state }: ReviewShown): string | undefined => {
  if (!['returned', 'decided', 'closed'].includes(state))
    return 'What is recommended stands in the decision: it is made when the draft has been returned, or later.';
  if (standingDecision(review)?.decision === 'not upheld')
    return 'This review is not upheld, so nothing is recommended. Observations and learning may still follow.';
  return undefined;
};

function Made({ shown: { recommendations } }: { shown: ReviewShown }): ReactNode {
  if (recommendations.length === 0) return <p className="govuk-body">None has been made yet.</p>;
  return (
    <Table
      dense
      caption="Made in this review"
      captionSize="m"
      head={['Recommendation', 'Kind', 'Made', 'Answer due', 'Answer']}
      rows={recommendations.map(({ recommendation: one, answer, deadline, late }) => ({
        key: one.id,
        cells: [
          <a key="words" className="govuk-link desk-words" href={`#/reviews/recommendations/${one.id}`}>
            {one.words}
          </a>,
          kindTitle(one.kind),
          dayWords(one.madeOn),
          deadline?.due ? dayWords(deadline.due) : '',
          <AnswerTag key="answer" answer={answer} late={late} />,
        ],
      }))}
    />
  );
}

const makeForm = (today: string) =>
  z.object({
    kind: z.enum(recommendationKinds, 'Choose what is recommended'),
    words: words.refine((text) => text.trim() !== '', 'Enter the recommendation'),
    madeOn: neededDate('The day it is made').refine(
      (text) => (parseDate(text) ?? '') <= today,
      'The day it is made is yet to come',
    ),
  });
type MakeForm = z.infer<ReturnType<typeof makeForm>>;

/** Only what the law gives on the review’s route is offered, with what is still to be confirmed of it. */
function MakeForm({ shown: { review }, today }: { shown: ReviewShown; today: string }): ReactNode {
  const make = useWrite('recommendations.make');
  const [id, setId] = useState(newRecordId);
  const { route } = review;
  const kinds = recommendationList.filter(({ routes }) => !route || routes.includes(route));
  const notes = [...new Set(kinds.flatMap(({ note }) => note ?? []))];
  const sent = useSentForm<MakeForm>({
    name: `recommendation ${review.id}`,
    schema: makeForm(today),
    blank: { kind: '' as never, words: '', madeOn: typedDate(today) },
    send: ({ kind, words: said, madeOn }) =>
      make.run({ id, review: review.id, kind, words: said.trim(), madeOn: parseDate(madeOn) ?? today }),
    done: 'The recommendation is made.',
    onSent: () => setId(newRecordId()),
  });
  const { register, formState } = sent.form;
  const { errors } = formState;
  return (
    <>
      <h2 className="govuk-heading-m">Make a recommendation</h2>
      {!route && (
        <p className="govuk-body">
          The route of this review is not said yet, so that every kind is shown. Some are for complaints that
          were investigated.
        </p>
      )}
      <SentForm
        sent={sent}
        writing={make}
        label="Make a recommendation"
        button="Make the recommendation"
        main
      >
        <Radios
          legend="What is recommended"
          legendSize="s"
          items={kinds.map((one) => ({ value: one.id, text: one.title, hint: one.basis }))}
          error={errors.kind?.message}
          {...register('kind')}
        />
        {notes.map((note) => (
          <p key={note} className="govuk-body-s">
            To confirm: {note}
          </p>
        ))}
        <Textarea
          label="In the words of the decision"
          rows={5}
          error={errors.words?.message}
          {...register('words')}
        />
        <TextInput
          label="Made on"
          hint="The force’s time to answer counts from here"
          width={10}
          autoComplete="off"
          error={errors.madeOn?.message}
          {...register('madeOn')}
        />
      </SentForm>
    </>
  );
}
