import { zodResolver } from '@hookform/resolvers/zod';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { say } from '#renderer/app/state.ts';
import { problemsOf } from '#renderer/editing/EditForm.tsx';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { useKeptForm } from '#renderer/editing/useKeptForm.ts';
import {
  BackLink,
  Button,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  PageHeading,
  SendForm,
  Textarea,
} from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { words } from '#shared/records/common.ts';
import type { Received } from '../messages/received.ts';
import { CameFiles, fill } from './CameFiles.tsx';
import { CaseFields } from './CaseFields.tsx';
import { blankCase, caseForm, fromCaseForm, toCaseForm } from './caseForm.ts';
import { putAll, startCase } from './sending.ts';

/** What came in, written down by keyboard alone: after each the boxes stand ready for the next. */
export function NewCasePage(): ReactNode {
  const session = useSession().data;
  const settings = useRead('cases.settings', {});
  return (
    <>
      <BackLink href="#/cases">Correspondence</BackLink>
      <PageHeading>Write down what came in</PageHeading>
      <Failed failure={settings.error} />
      {session && settings.data ? <NewCase {...{ session }} settings={settings.data} /> : <Waiting />}
    </>
  );
}

type NewCaseProps = { session: Output<'session.get'>; settings: Output<'cases.settings'> };
type Written = { id: string; reference: string | null; risk: boolean };

function NewCase({ session, settings }: NewCaseProps): ReactNode {
  const host = useHost();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [written, setWritten] = useState<Written>();
  const [files, setFiles] = useState<readonly Received[]>([]);
  const latest = useRef(files);
  latest.current = files;
  const at = useRef<HTMLFormElement>(null);
  const themes = settings.themes.filter(({ retired }) => !retired).map(({ name }) => name);
  // The form knows which case it makes, so that pressing twice, or closing the window between, makes one.
  const begun = () => ({
    ...toCaseForm(blankCase(session.today)),
    id: newRecordId(),
    atRisk: false,
    risk: '',
    mine: false,
    dropped: [] as string[],
  });
  const [blank] = useState(begun);
  const form = useForm({
    resolver: zodResolver(
      caseForm(themes)
        .and(
          z.object({
            ...{ id: z.string(), atRisk: z.boolean(), risk: words, mine: z.boolean() },
            dropped: z.array(z.string()),
          }),
        )
        .refine(({ atRisk, risk }) => !atRisk || risk.trim() !== '', {
          path: ['risk'],
          message: 'Enter what is at stake',
        }),
    ),
    defaultValues: blank,
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const sent = useKeptForm({ name: 'case new', form });
  const { errors, submitCount } = form.formState;
  const problems = problemsOf(errors);
  const submit = form.handleSubmit(async ({ id, atRisk, risk, mine, dropped: _, ...typed }) => {
    setFailure(null);
    const now = { ...fromCaseForm(typed, blankCase(session.today), themes), id };
    const answer = await startCase(host, typed, now, { mine, ...(atRisk && { risk }) });
    if (!answer.ok) return setFailure(answer.error);
    const put = await putAll(host, now, files);
    if (!put.ok) return setFailure(put.error);
    // What was dropped on the page meanwhile is the next case's.
    const isKept = (name: string) => files.some((one) => one.name === name);
    setFiles((now) => now.filter((one) => !files.includes(one)));
    const dropped = form.getValues('dropped').filter((name) => !isKept(name));
    // How things come, and on which day, is mostly the same for the next.
    const { kind, channel, received } = typed;
    await sent({ ...begun(), kind, channel, received, mine, dropped });
    for (const one of latest.current) if (!files.includes(one)) fill(form as never, one.said);
    const { reference } = answer.value;
    setWritten({ id, reference, risk: atRisk });
    say(`Written down${reference ? `: ${reference}` : ''}. Ready for the next.`);
    form.setFocus('kind');
  });
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    at.current?.requestSubmit();
  };
  return (
    <>
      {written && <WrittenDown key={written.id} written={written} />}
      <SendForm ref={at} aria-label="What came in" send={submit} onKeyDown={pressed}>
        {problems.length > 0 && <ErrorSummary key={submitCount} errors={problems} />}
        <Failed failure={failure} />
        <CameFiles form={form as never} today={session.today} all={files} onAll={setFiles} />
        {/* What it shares with the page of one that is there is all but its own boxes. */}
        <CaseFields form={form as never} themes={themes} />
        <Checkboxes
          small
          items={[
            {
              text: 'Life or safety may be at stake',
              conditional: (
                <Textarea
                  label="What is at stake"
                  rows={3}
                  error={errors.risk?.message}
                  {...form.register('risk')}
                />
              ),
            },
          ]}
          {...form.register('atRisk')}
        />
        <Checkboxes small items={[{ text: 'I take it' }]} {...form.register('mine')} />
        <Button>Write it down (Ctrl+Enter)</Button>
      </SendForm>
    </>
  );
}

/** What was written down last, with the way to it; of what is at risk that somebody has to be told now. */
function WrittenDown({ written: { id, reference, risk } }: { written: Written }): ReactNode {
  return (
    <NotificationBanner {...(!risk && { type: 'success' })} title="Written down">
      <p className="govuk-notification-banner__heading">
        {risk && 'Tell somebody who can act at once, and write down whom. '}
        <a className="govuk-notification-banner__link" href={`#/cases/${id}`}>
          {reference ?? 'The case that was written down'}
        </a>
      </p>
    </NotificationBanner>
  );
}
