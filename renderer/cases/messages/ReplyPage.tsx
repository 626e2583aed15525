import { type ReactNode, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead } from '#renderer/app/host.tsx';
import { useOnce } from '#renderer/app/once.ts';
import { onward } from '#renderer/app/place.ts';
import { useSession } from '#renderer/app/session.ts';
import { say } from '#renderer/app/state.ts';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { typedDate } from '#renderer/editing/typed.ts';
import { useKeptForm } from '#renderer/editing/useKeptForm.ts';
import {
  Button,
  ButtonGroup,
  Checkboxes,
  InsetText,
  Select,
  SendForm,
  Textarea,
  TextInput,
  WarningText,
} from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import { sendWarnings, toSend } from '#shared/cases/redactions.ts';
import type { Output } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { answerers, channels, purposes, type ReplyDraft } from '#shared/records/case-parts.ts';
import { mailKind } from '#shared/records/file.ts';
import type { Result } from '#shared/result.ts';
import { same } from '#shared/sync/patch.ts';
import { capital } from '#shared/text.ts';
import { parseDate } from '#shared/times.ts';
import { CaseFrame } from '../CaseFrame.tsx';
import { People } from '../page/People.tsx';
import type { CaseShown } from '../parts.ts';
import { channelWords } from '../words.tsx';
import { Answered } from './Answered.tsx';
import { Approving } from './Approving.tsx';

/** A reply to whoever wrote, or a question to the force: from its template to its going. */
export function ReplyPage(): ReactNode {
  const { draft } = useParams();
  return (
    <CaseFrame title="Reply">
      {(shown) => {
        const held = shown.case.drafts.find(({ id }) => id === draft);
        if (draft && !held) return <Failed failure={{ tag: 'notFound', what: 'draft' }} />;
        if (held && !shown.may.write) return <Approving shown={shown} draft={held} />;
        return <Beginning key={draft ?? 'new'} {...{ shown, held }} />;
      }}
    </CaseFrame>
  );
}

type Held = { shown: CaseShown; held: ReplyDraft | undefined };

function Beginning(props: Held): ReactNode {
  const begin = useRead('replies.begin', { id: props.shown.case.id });
  if (begin.error) return <Failed failure={begin.error} />;
  return begin.data ? <Writing {...props} begin={begin.data} /> : <Waiting />;
}

function Writing({ shown, held, begin }: Held & { begin: Output<'replies.begin'> }): ReactNode {
  const host = useHost();
  const session = useSession().data;
  const { id } = shown.case;
  const [failure, setFailure] = useState<Failure | null>(null);
  const form = useForm({
    defaultValues: {
      ...{
        id: held?.id ?? newRecordId(),
        template: held?.template ?? '',
        purpose: held?.purpose ?? 'answer',
      },
      ...{ channel: held?.channel ?? 'email', to: held?.to ?? begin.to ?? '', subject: held?.subject ?? '' },
      ...{ words: held?.words ?? '', due: typedDate(held?.due), by: 'office', files: held?.files ?? [] },
    },
  });
  const sent = useKeptForm({ name: `reply ${id} ${held?.id ?? 'new'}`, form });
  const typed = form.watch();
  const files = toSend(shown.case).filter(({ file }) => file.kind !== mailKind);
  const took = (answer: Result<unknown, Failure>): boolean => {
    setFailure(answer.ok ? null : answer.error);
    return answer.ok;
  };
  const choose = async (template: string) => {
    const before = form.getValues();
    form.setValue('template', template);
    if (template === '') return;
    const due = parseDate(typed.due);
    const answer = await host.call('replies.words', { id, template, ...(due && { due }) });
    if (!answer.ok) return took(answer);
    // Whoever wrote on meanwhile keeps what they wrote, and may choose again.
    if (form.getValues('words') !== before.words) return form.setValue('template', before.template);
    form.setValue('subject', answer.value.subject, { shouldDirty: true });
    form.setValue('words', answer.value.body, { shouldDirty: true });
    form.setValue('purpose', answer.value.purpose);
    if (begin.templates.find((one) => one.template.id === template)?.toForce) form.setValue('to', '');
  };
  const save = async (): Promise<boolean> => {
    const now = form.getValues();
    const due = parseDate(now.due);
    const { by: _, template, ...words } = now;
    const draft = { ...words, due, channel: now.channel as 'email', ...(template && { template }) };
    return took(await host.call('replies.save', { id, draft }));
  };
  const keep = async () => {
    const pressed = form.getValues();
    if (!(await save())) return;
    // What was typed meanwhile is no part of it, and stays kept here.
    if (same(form.getValues(), pressed)) await sent();
    say('The draft is kept.');
  };
  // What is typed while the reply goes would be in nothing that went.
  const [going, setGoing] = useState(false);
  const once = useOnce(async (go: () => Promise<void>) => {
    setGoing(true);
    try {
      await go();
    } finally {
      setGoing(false);
    }
  });
  const ask = async () => {
    const on = onward();
    if (!(await save()) || !took(await host.call('replies.ask', { id, draft: typed.id }))) return;
    say('It waits for somebody else to read it.');
    on(`/cases/${id}`);
    await sent();
  };
  const send = async () => {
    const on = onward();
    const by = answerers.find((one) => one === typed.by) ?? 'office';
    if (!(await save()) || !took(await host.call('replies.send', { id, draft: typed.id, by }))) return;
    say('It is kept as sent. Save it as a mail below, and send that.');
    on(`/cases/${id}`);
    await sent();
  };
  const needs = begin.approved.includes(typed.purpose);
  const isTheirs = held?.asked !== undefined && !held.approved && held.by !== session?.person?.id;
  return (
    <>
      <People shown={shown} />
      {held?.returned && <InsetText>It was given back: {held.returned}</InsetText>}
      {held && isTheirs && <Approving shown={shown} draft={held} />}
      <div className="desk-reply">
        <Answered shown={shown} />
        <SendForm aria-label="The reply" send={keep} open held={going}>
          <Failed failure={failure} />
          <Select
            label="Begin with the words of"
            value={typed.template}
            options={[
              { value: '', text: 'No template' },
              ...begin.templates.map(({ template }) => ({ value: template.id, text: template.name })),
            ]}
            onChange={({ target }) => void choose(target.value)}
          />
          <Select
            label="What it is for"
            options={purposes.map((value) => ({ value, text: capital(value) }))}
            {...form.register('purpose')}
          />
          <Select
            label="How it goes"
            options={channels.map((value) => ({ value, text: channelWords[value] }))}
            {...form.register('channel')}
          />
          <TextInput label="To" maxLength={2_000} autoComplete="off" {...form.register('to')} />
          <TextInput label="Subject" maxLength={1_000} autoComplete="off" {...form.register('subject')} />
          <Textarea
            label="Words"
            hint="What stands in {{braces}} has to be written in its place."
            rows={16}
            maxLength={30_000}
            {...form.register('words')}
          />
          {typed.purpose === 'question to the force' && (
            <TextInput label="Answer by" width={10} autoComplete="off" {...form.register('due')} />
          )}
          {typed.purpose === 'answer' && (
            <Select
              label="Who answers"
              options={answerers.map((value) => ({ value, text: capital(value) }))}
              {...form.register('by')}
            />
          )}
          {files.length > 0 && (
            <Checkboxes
              name="files"
              legend="Files that go with it"
              legendSize="s"
              values={typed.files}
              onValues={(chosen) => form.setValue('files', [...chosen], { shouldDirty: true })}
              items={files.map(({ file, of }) => ({
                value: file.id,
                text: file.name,
                ...(of && { hint: `Redacted copy of ${isolated(of.name)}` }),
              }))}
            />
          )}
          {sendWarnings(shown.case, typed.files).map((warning) => (
            <WarningText key={warning}>{warning}</WarningText>
          ))}
          <ButtonGroup>
            {needs && !held?.approved ? (
              <Button type="button" onClick={() => void once(ask)}>
                Ask somebody to approve it
              </Button>
            ) : (
              <Button type="button" onClick={() => void once(send)}>
                Keep as sent
              </Button>
            )}
            <Button kind="secondary">Keep the draft</Button>
          </ButtonGroup>
        </SendForm>
      </div>
    </>
  );
}
