import type { ReactNode } from 'react';
import { useHost, useWrite } from '#renderer/app/host.tsx';
import { dayWords } from '#renderer/dates.ts';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { InsetText, SummaryList, TextInput } from '#renderer/kit/index.ts';
import type { Review } from '#shared/records/review.ts';
import { noticeTo } from '#shared/records/review-parts.ts';
import { ok } from '#shared/result.ts';
import { capital } from '#shared/text.ts';
import type { ReviewShown } from '../parts.ts';
import { ReviewFrame } from '../ReviewFrame.tsx';
import { NoticeForm } from './NoticeForm.tsx';
import { fromSentForm, sentForm, toSentForm } from './sentForm.ts';
import { TellForm } from './TellForm.tsx';
import { tellingWords } from './words.ts';

/** Who was given notice, what was told to whom, and when. */
export function NoticesPage(): ReactNode {
  return (
    <ReviewFrame title="Notices and what was told">
      {(shown) => (
        <>
          <Acknowledged key={shown.review.id} review={shown.review} />
          <Notices shown={shown} />
          <Told shown={shown} />
        </>
      )}
    </ReviewFrame>
  );
}

function Acknowledged({ review }: { review: Review }): ReactNode {
  const host = useHost();
  const save = useWrite('reviews.save');
  const edited = useEdited({
    name: `review dates ${review.id}`,
    record: review,
    schema: sentForm,
    toForm: toSentForm,
    fromForm: (typed, base: Review | undefined) => fromSentForm(typed, base ?? review),
    save: (patch) => save.run({ id: review.id, patch }),
    reload: async () => {
      const now = await host.call('reviews.get', { id: review.id });
      return now.ok ? ok(now.value.review) : now;
    },
  });
  const { register, formState } = edited.form;
  return (
    <EditForm
      edited={edited}
      call="reviews.start"
      label="Acknowledgement"
      save="Save the day"
      fieldNames={{ acknowledged: 'Acknowledged' }}
    >
      <TextInput
        label="Application acknowledged on"
        width={10}
        autoComplete="off"
        error={formState.errors.acknowledged?.message}
        {...register('acknowledged')}
      />
    </EditForm>
  );
}

type ShownProps = { shown: ReviewShown };

/** Notice that an application was received, to the three whom the law names. */
function Notices({ shown: { review, may, names } }: ShownProps): ReactNode {
  return (
    <section aria-labelledby="given">
      <h2 className="govuk-heading-m" id="given">
        Notices of receipt
      </h2>
      <p className="govuk-hint">Police Reform Act 2002, Schedule 3, paragraphs 6A and 25(1C).</p>
      <SummaryList
        rows={noticeTo.map((to) => ({
          key: capital(to),
          value:
            review.notices
              .filter((one) => one.to === to)
              .map(({ on, by, notNeeded }) =>
                [
                  notNeeded ? `None needed: ${notNeeded}` : `Given on ${dayWords(on)}`,
                  names[by] && `by ${names[by]}`,
                ]
                  .filter(Boolean)
                  .join(', '),
              )
              .join('; ') || 'Not yet',
        }))}
      />
      {may.write && <NoticeForm review={review} />}
    </section>
  );
}

/** What applicants and authorities were told, and the dates that were quoted to them. */
function Told({ shown }: ShownProps): ReactNode {
  const { review, may, names } = shown;
  return (
    <section aria-labelledby="told">
      <h2 className="govuk-heading-m" id="told">
        What was told
      </h2>
      {review.told.length === 0 && <InsetText>Nothing is written down yet.</InsetText>}
      <SummaryList
        rows={review.told.map(({ what, on, by, quoted }) => ({
          key: tellingWords[what],
          value: [dayWords(on), names[by] && `by ${names[by]}`, quoted && `quoted: by ${dayWords(quoted)}`]
            .filter(Boolean)
            .join(', '),
        }))}
      />
      {may.write && <TellForm shown={shown} />}
    </section>
  );
}
