import { zodResolver } from '@hookform/resolvers/zod';
import { type ReactNode, useState } from 'react';
import { useForm } from 'react-hook-form';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost } from '#renderer/app/host.tsx';
import { onward } from '#renderer/app/place.ts';
import { useSession } from '#renderer/app/session.ts';
import { say } from '#renderer/app/state.ts';
import { problemsOf } from '#renderer/editing/EditForm.tsx';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { useKeptForm } from '#renderer/editing/useKeptForm.ts';
import { BackLink, Button, ErrorSummary, PageHeading, SendForm } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { newReview } from '#shared/records/review.ts';
import { ApplicationFields } from './ApplicationFields.tsx';
import { applicationForm, fromApplicationForm, toApplicationForm } from './applicationForm.ts';
import { startApplication } from './sending.ts';

/** An application as it came in, written down by whoever will look after it. */
export function NewReviewPage(): ReactNode {
  const session = useSession().data;
  return (
    <>
      <BackLink href="#/reviews">Reviews</BackLink>
      <PageHeading>Write down an application</PageHeading>
      <p className="govuk-body">What is not known yet may stay blank and be added later.</p>
      {session ? <NewApplication session={session} /> : <Waiting />}
    </>
  );
}

/** The form knows which review it makes, so that pressing twice, or closing the window between, makes one. */
const newForm = applicationForm.extend({ id: applicationForm.shape.caseworker });

function NewApplication({ session }: { session: Output<'session.get'> }): ReactNode {
  const host = useHost();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [blank] = useState(() => ({
    ...toApplicationForm(undefined, session.today),
    id: newRecordId(),
    caseworker: session.person.id,
  }));
  const form = useForm({
    resolver: zodResolver(newForm),
    defaultValues: blank,
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const sent = useKeptForm({ name: 'review new', form });
  const { errors, submitCount } = form.formState;
  const problems = problemsOf(errors);
  const submit = form.handleSubmit(async ({ id, ...typed }) => {
    const on = onward();
    setFailure(null);
    const review = newReview({ id, received: session.today });
    const now = fromApplicationForm(typed, { review, applicant: undefined, representative: undefined });
    const answer = await startApplication(host, now, session.person.id);
    if (!answer.ok) return setFailure(answer.error);
    await sent();
    say('The application is written down.');
    on(`/reviews/${id}`);
  });
  return (
    <SendForm aria-label="Application" send={submit}>
      {problems.length > 0 && <ErrorSummary key={submitCount} errors={problems} />}
      <Failed failure={failure} />
      {/* What it shares with the page of one that is there is all but its id. */}
      <ApplicationFields form={form as never} />
      <Button>Write it down</Button>
    </SendForm>
  );
}
