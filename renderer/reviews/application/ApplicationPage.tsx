import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useHost } from '#renderer/app/host.tsx';
import { go } from '#renderer/app/place.ts';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { type Edited, useEdited } from '#renderer/editing/useEdited.ts';
import { Textarea } from '#renderer/kit/index.ts';
import { ok } from '#shared/result.ts';
import type { ReviewShown } from '../parts.ts';
import { ReviewFrame } from '../ReviewFrame.tsx';
import { ApplicationFields } from './ApplicationFields.tsx';
import {
  type Application,
  type ApplicationForm,
  applicationFieldNames,
  applicationForm,
  fromApplicationForm,
  toApplicationForm,
} from './applicationForm.ts';
import { sendApplication } from './sending.ts';

/** What the application says; once the review has ended, a change is a correction that says why. */
export function ApplicationPage(): ReactNode {
  return (
    <ReviewFrame title="Application">
      {(shown) =>
        shown.may.write ? (
          <Editor key={shown.review.id} shown={shown} />
        ) : (
          <Failed failure={{ tag: 'notAllowed' }} />
        )
      }
    </ReviewFrame>
  );
}

const applicationIn = ({ review, applicant, representative }: ReviewShown): Application => ({
  review,
  applicant: applicant ?? undefined,
  representative: representative ?? undefined,
});

function Editor({ shown }: { shown: ReviewShown }): ReactNode {
  const host = useHost();
  const record = applicationIn(shown);
  const { id } = shown.review;
  const edited: Edited<ApplicationForm> = useEdited({
    name: `review ${id}`,
    record,
    schema: applicationForm,
    toForm: toApplicationForm,
    fromForm: (typed, base: Application | undefined) => fromApplicationForm(typed, base ?? record),
    save: (patch) => sendApplication(host, record, patch, edited.form.getValues('reason').trim()),
    reload: async () => {
      const now = await host.call('reviews.get', { id });
      return now.ok ? ok(applicationIn(now.value)) : now;
    },
    onSaved: () => go(`/reviews/${id}`),
  });
  const { register } = edited.form;
  return (
    <EditForm
      edited={edited}
      call="reviews.save"
      label="Application"
      save="Save the application"
      fieldNames={applicationFieldNames}
    >
      <ApplicationFields form={edited.form} besides={id} />
      {shown.standing !== 'open' && (
        <Textarea
          label="Why it is corrected"
          hint="The review has ended: what it said stays with it, with the reason."
          rows={3}
          maxLength={30_000}
          {...register('reason')}
        />
      )}
    </EditForm>
  );
}
