import { type ReactNode, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead, useWrite } from '#renderer/app/host.tsx';
import { onward } from '#renderer/app/place.ts';
import { say } from '#renderer/app/state.ts';
import { AskFirst } from '#renderer/editing/AskFirst.tsx';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { Textarea } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { ok } from '#shared/result.ts';
import { diff } from '#shared/sync/patch.ts';
import type { ReviewShown } from '../parts.ts';
import { ReviewFrame } from '../ReviewFrame.tsx';
import {
  allegationForm,
  allegationsWith,
  allegationToForm,
  fieldNames,
  type OfAllegations,
} from './allegationForm.ts';
import { CategoryFields } from './CategoryFields.tsx';
import { ExaminationFields } from './ExaminationFields.tsx';
import { AllegationSeen, promptsFor } from './Seen.tsx';
import { mayWriteExamination } from './words.ts';

type Lists = Output<'reviews.settings'>;

/** One allegation of the complaint: what the force decided, why the applicant disagrees, and what was found. */
export function AllegationPage(): ReactNode {
  const { allegation = '' } = useParams<{ allegation: string }>();
  const settings = useRead('reviews.settings', {});
  const isNew = allegation === 'new';
  return (
    <ReviewFrame
      title={isNew ? 'Add an allegation' : 'Allegation'}
      back={{ path: 'examination', text: 'The examination' }}
    >
      {(shown) => {
        const one = shown.review.allegations.find(({ id }) => id === allegation);
        if (!settings.data) return <Waiting />;
        if (!isNew && !one) return <p className="govuk-body">This allegation is no longer there.</p>;
        if (mayWriteExamination(shown))
          return <AllegationForm key={allegation} shown={shown} allegation={one?.id} lists={settings.data} />;
        return one ? <AllegationSeen allegation={one} prompts={settings.data.prompts} /> : null;
      }}
    </ReviewFrame>
  );
}

type AllegationFormProps = { shown: ReviewShown; allegation: string | undefined; lists: Lists };

function AllegationForm({ shown: { review, may }, allegation, lists }: AllegationFormProps): ReactNode {
  const [, go] = useLocation();
  const host = useHost();
  const save = useWrite('reviews.save');
  const [own] = useState(() => allegation ?? newRecordId());
  const { id, allegations } = review;
  const there = allegations.find((one) => one.id === own);
  const asked = promptsFor(lists.prompts, there?.said);
  const edited = useEdited({
    name: `review allegation ${id} ${allegation ?? 'new'}`,
    record: { allegations },
    schema: allegationForm,
    toForm: (record: OfAllegations | undefined) =>
      allegationToForm(
        record?.allegations.find((one) => one.id === own),
        asked,
      ),
    fromForm: (typed, base): OfAllegations => allegationsWith(base ?? { allegations }, own, typed),
    save: (patch) => save.run({ id, patch }),
    reload: async () => {
      const now = await host.call('reviews.get', { id });
      return now.ok ? ok({ allegations: now.value.review.allegations }) : now;
    },
    onSaved: () => go(`/reviews/${id}/examination`),
  });
  const { register, formState } = edited.form;
  const { errors } = formState;
  return (
    <>
      <EditForm
        edited={edited}
        call="reviews.save"
        label="Allegation"
        save="Save the allegation"
        fieldNames={fieldNames}
      >
        <Textarea
          label="What is alleged"
          hint="One allegation; each has a page of its own"
          rows={4}
          error={errors.text?.message}
          {...register('text')}
        />
        <CategoryFields form={edited.form} lists={lists} />
        <Textarea label="What the force decided" rows={3} {...register('forceDecision')} />
        <Textarea
          label="Grounds of the review"
          hint="Why the applicant disagrees about this allegation"
          rows={3}
          {...register('grounds')}
        />
        {may.find && (
          <ExaminationFields
            form={edited.form}
            prompts={asked}
            question="Was the outcome of this allegation reasonable and proportionate?"
          />
        )}
      </EditForm>
      {there && (may.find || !there.finding) && (
        <Remove review={review} allegation={there.id} text={there.text} />
      )}
    </>
  );
}

type RemoveProps = { review: ReviewShown['review']; allegation: string; text: string };

function Remove({ review, allegation, text }: RemoveProps): ReactNode {
  const save = useWrite('reviews.save');
  const remove = async () => {
    const on = onward();
    const before = { allegations: review.allegations };
    const after = { allegations: before.allegations.filter(({ id }) => id !== allegation) };
    const answer = await save.run({ id: review.id, patch: diff(before, after) });
    if (!answer.ok) return;
    say('The allegation is taken away.');
    on(`/reviews/${review.id}/examination`);
  };
  return (
    <>
      <Failed failure={save.failure} />
      <AskFirst
        text="Take this allegation away"
        title="Take this allegation away?"
        confirm="Take it away"
        warning
        disabled={save.busy}
        onConfirm={remove}
      >
        <p className="govuk-body desk-words">{text}</p>
        <p className="govuk-body">What was examined and found of it goes with it.</p>
      </AskFirst>
    </>
  );
}
