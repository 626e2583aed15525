import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead, useWrite } from '#renderer/app/host.tsx';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { useEdited } from '#renderer/editing/useEdited.ts';
import type { Review } from '#shared/records/review.ts';
import type { Asked } from '#shared/records/review-settings.ts';
import { ok } from '#shared/result.ts';
import type { ReviewShown } from '../parts.ts';
import { ReviewFrame } from '../ReviewFrame.tsx';
import { examinedFromForm, examinedToForm, fieldNames, overallForm } from './allegationForm.ts';
import { ExaminationFields } from './ExaminationFields.tsx';
import { OverallSeen, promptsFor } from './Seen.tsx';
import { mayWriteFound } from './words.ts';

/** The outcome as a whole: the office's prompts, and the finding. */
export function OverallPage(): ReactNode {
  const settings = useRead('reviews.settings', {});
  return (
    <ReviewFrame title="The outcome as a whole" back={{ path: 'examination', text: 'The examination' }}>
      {(shown) => {
        if (!settings.data) return <Waiting />;
        const { prompts } = settings.data;
        return mayWriteFound(shown) ? (
          <OverallForm key={shown.review.id} shown={shown} prompts={prompts} />
        ) : (
          <OverallSeen review={shown.review} prompts={prompts} />
        );
      }}
    </ReviewFrame>
  );
}

type Examined = Pick<Review, 'examination'>;
const examinationOf = ({ examination }: Examined): Examined => (examination ? { examination } : {});

function OverallForm({
  shown: { review },
  prompts,
}: {
  shown: ReviewShown;
  prompts: readonly Asked[];
}): ReactNode {
  const [, go] = useLocation();
  const host = useHost();
  const save = useWrite('reviews.save');
  const { id } = review;
  const asked = promptsFor(prompts, review.examination?.said);
  const edited = useEdited({
    name: `review examination ${id}`,
    record: examinationOf(review),
    schema: overallForm,
    toForm: (record: Examined | undefined) => examinedToForm(record?.examination, asked),
    fromForm: (typed): Examined => ({ examination: examinedFromForm(typed) }),
    save: (patch) => save.run({ id, patch }),
    reload: async () => {
      const now = await host.call('reviews.get', { id });
      return now.ok ? ok(examinationOf(now.value.review)) : now;
    },
    onSaved: () => go(`/reviews/${id}/examination`),
  });
  return (
    <EditForm
      edited={edited}
      call="reviews.save"
      label="The outcome as a whole"
      save="Save the examination"
      fieldNames={fieldNames}
    >
      <ExaminationFields
        form={edited.form}
        prompts={asked}
        question="Was the outcome reasonable and proportionate?"
      />
    </EditForm>
  );
}
