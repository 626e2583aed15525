import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead, useWrite } from '#renderer/app/host.tsx';
import { dayWords } from '#renderer/dates.ts';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { BackLink, PageHeading, Radios, SummaryList, Textarea } from '#renderer/kit/index.ts';
import { type ComplaintSample, sampleAnswers } from '#shared/records/complaint-sample.ts';
import { capital } from '#shared/text.ts';
import { fromSampleForm, sampleFieldNames, sampleForm, toSampleForm } from './sampleForm.ts';

/** One complaint that is looked at: the questions as they stood then, what was found, and what the force was told. */
export function SamplePage(): ReactNode {
  const { id = '' } = useParams();
  const read = useRead('samples.get', { id });
  const sample = read.data;
  return (
    <>
      <BackLink href="#/reviews/samples">Dip samples</BackLink>
      <PageHeading>{sample ? `Complaint ${sample.reference}` : 'Dip sample'}</PageHeading>
      <Failed failure={read.error} />
      {!sample && !read.error && <Waiting />}
      {sample && (
        <>
          <SummaryList
            rows={[
              { key: 'Looked at', value: dayWords(sample.on) },
              { key: 'Closed by the force', value: sample.closed ? dayWords(sample.closed) : 'Not said' },
              { key: 'Category', value: sample.category ?? 'Not said' },
            ]}
          />
          <Answers key={sample.id} sample={sample} />
        </>
      )}
    </>
  );
}

function Answers({ sample }: { sample: ComplaintSample }): ReactNode {
  const host = useHost();
  const save = useWrite('samples.save');
  const { id } = sample;
  const edited = useEdited({
    name: `complaint sample ${id}`,
    record: sample,
    schema: sampleForm,
    toForm: toSampleForm,
    fromForm: (typed, base: ComplaintSample | undefined) => fromSampleForm(typed, base ?? sample),
    save: (patch) => save.run({ id, patch }),
    reload: () => host.call('samples.get', { id }),
  });
  const { register, formState } = edited.form;
  const { errors } = formState;
  return (
    <EditForm edited={edited} call="samples.save" label="Answers and findings" fieldNames={sampleFieldNames}>
      {sample.answers.map(({ id: question, question: text }, index) => (
        <div key={question} className="desk-topic">
          <Radios
            legend={text}
            legendSize="s"
            small
            items={sampleAnswers.map((value) => ({ value, text: capital(value) }))}
            error={errors.answers?.[index]?.answer?.message}
            {...register(`answers.${index}.answer`)}
          />
          <Textarea
            label={
              <>
                More to it<span className="govuk-visually-hidden">: {text}</span>
              </>
            }
            rows={2}
            error={errors.answers?.[index]?.words?.message}
            {...register(`answers.${index}.words`)}
          />
        </div>
      ))}
      <Textarea
        label={sampleFieldNames.findings}
        labelSize="s"
        rows={5}
        error={errors.findings?.message}
        {...register('findings')}
      />
      <Textarea
        label={sampleFieldNames.feedback}
        labelSize="s"
        rows={4}
        error={errors.feedback?.message}
        {...register('feedback')}
      />
    </EditForm>
  );
}
