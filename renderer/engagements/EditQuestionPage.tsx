import { type ReactNode, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead, useWrite } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { BackLink, PageHeading, Select, Textarea, TextInput } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { type AssuranceRequest, assuranceOutcomes } from '#shared/records/engagement.ts';
import { ok } from '#shared/result.ts';
import { capital } from '#shared/text.ts';
import type { LinkedCase } from './CaseList.tsx';
import { begunFrom } from './EditEngagementPage.tsx';
import type { Beginning } from './engagementForm.ts';
import { CasesField, ThemesField } from './LinkedFields.tsx';
import { fromQuestionForm, questionFieldNames, questionForm, toQuestionForm } from './questionForm.ts';
import { useBeginning } from './useBeginning.ts';

/** A question to the Chief Constable: what is asked, by when an answer is due, and what came of it. */
export function EditQuestionPage(): ReactNode {
  const { id = '' } = useParams<{ id: string }>();
  const isNew = id === 'new';
  const read = useRead('assurance.get', { id }, { wanted: !isNew });
  const session = useSession();
  const begun = useBeginning(isNew);
  const ready = isNew ? !begun.waits : read.data !== undefined;
  return (
    <>
      <BackLink href={isNew ? '#/assurance' : `#/assurance/${id}`}>
        {isNew ? 'Questions to the Chief Constable' : 'The question'}
      </BackLink>
      <PageHeading key={`heading ${id}`}>
        {isNew ? 'Ask the Chief Constable' : 'Change the question'}
      </PageHeading>
      <Failed failure={read.error ?? session.error} />
      {(read.isLoading || begun.waits) && <Waiting />}
      {ready && session.data && (
        <Editor
          key={id}
          question={read.data?.question}
          session={session.data}
          start={begun.start}
          cases={isNew ? begun.cases : (read.data?.cases ?? [])}
          more={begun.more}
        />
      )}
    </>
  );
}

type EditorProps = {
  question: AssuranceRequest | undefined;
  session: Output<'session.get'>;
  start: Beginning;
  cases: readonly LinkedCase[];
  more: boolean;
};

function Editor({ question, session, start, cases, more }: EditorProps): ReactNode {
  const [, go] = useLocation();
  const host = useHost();
  const save = useWrite('assurance.save');
  const lists = useRead('engagements.lists', {}).data;
  const [id] = useState(() => question?.id ?? newRecordId());
  const edited = useEdited({
    name: `question ${question?.id ?? `new ${begunFrom(start)}`}`,
    record: question,
    schema: questionForm,
    toForm: (one: AssuranceRequest | undefined) => toQuestionForm(one, start, session.today),
    fromForm: (typed, base: AssuranceRequest | undefined) =>
      fromQuestionForm(typed, base, { id, by: session.person.id }),
    save: (patch) => save.run({ id, patch }),
    reload: async () => {
      const now = await host.call('assurance.get', { id });
      return now.ok ? ok(now.value.question) : now;
    },
    onSaved: () => go(`/assurance/${id}`),
  });
  const { register, formState, getValues } = edited.form;
  const { errors } = formState;
  const day = { width: 10, autoComplete: 'off' } as const;
  return (
    <EditForm
      edited={edited}
      call="assurance.save"
      label="Question"
      save="Save the question"
      fieldNames={questionFieldNames}
    >
      <TextInput label="About" error={errors.title?.message} {...register('title')} />
      <Textarea
        label="The question"
        hint="It goes to the Chief Constable in these words. Name nobody of the public."
        rows={6}
        error={errors.question?.message}
        {...register('question')}
      />
      <TextInput label="Put on" {...day} error={errors.on?.message} {...register('on')} />
      <TextInput
        label="Answer due by"
        hint="For example 3/11/2026. May be left blank"
        {...day}
        error={errors.due?.message}
        {...register('due')}
      />
      <ThemesField themes={lists?.themes ?? []} named={getValues().themes} field={register('themes')} />
      <CasesField cases={cases} more={more} field={register('cases')} />
      {question && (
        <>
          <TextInput
            label="Answered on"
            {...day}
            error={errors.answered?.message}
            {...register('answered')}
          />
          <Textarea
            label="The written answer"
            rows={6}
            error={errors.answer?.message}
            {...register('answer')}
          />
          <Select
            label="Outcome"
            options={[
              { value: '', text: 'Not said yet' },
              ...assuranceOutcomes.map((value) => ({ value, text: capital(value) })),
            ]}
            {...register('outcome')}
          />
          <Textarea label="Why" rows={3} error={errors.outcomeWords?.message} {...register('outcomeWords')} />
        </>
      )}
    </EditForm>
  );
}
