import { type ReactNode, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useLocation, useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead, useWrite } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { BackLink, Checkboxes, PageHeading, Select, Textarea, TextInput } from '#renderer/kit/index.ts';
import { letterDocument } from '#shared/letters/document.ts';
import { exampleValues, kindNames, letterFields, toConfirm } from '#shared/letters/fields.ts';
import { merge, problemWords, templateProblems } from '#shared/letters/merge.ts';
import {
  familyOf,
  type LetterKind,
  letterFamilies,
  letterKinds,
  type Template,
} from '#shared/records/letter.ts';
import { ok } from '#shared/result.ts';
import { Paper } from './Paper.tsx';
import { fromTemplateForm, templateForm, toTemplateForm } from './templateForm.ts';

/** The kinds of letters whose words somebody with these roles keeps. */
const kindsKeptBy = (roles: readonly string[]): LetterKind[] =>
  letterKinds.filter((kind) =>
    letterFamilies[familyOf(kind)].templatesBy.some((role) => roles.includes(role)),
  );

/** One template: its words, the fields that stand for what differs from letter to letter, and how a letter looks. */
export function TemplatePage(): ReactNode {
  const { id = '' } = useParams();
  const isNew = id === 'new';
  const { data, error } = useRead('templates.list', {});
  const roles = useSession().data?.person.roles;
  const template = data?.find((one) => one.template.id === id)?.template;
  return (
    <>
      <BackLink href="#/templates">Templates</BackLink>
      <PageHeading key={`heading ${id}`}>
        {isNew ? 'Add a template' : (template?.name ?? 'Letter template')}
      </PageHeading>
      <Failed failure={error} />
      {data && roles ? (
        isNew || template ? (
          <TemplateEditor key={id} template={template} kinds={kindsKeptBy(roles)} />
        ) : (
          <Failed failure={{ tag: 'notFound', what: 'letter template' }} />
        )
      ) : (
        <Waiting />
      )}
    </>
  );
}

const fieldNames = {
  of: 'What it is for',
  name: 'Name',
  subject: 'Subject',
  body: 'Words',
  retired: 'No longer used',
};

type TemplateEditorProps = { template: Template | undefined; kinds: readonly LetterKind[] };

function TemplateEditor({ template, kinds }: TemplateEditorProps): ReactNode {
  const [, go] = useLocation();
  const host = useHost();
  const save = useWrite('templates.save');
  const [id] = useState(() => template?.id ?? newRecordId());
  const edited = useEdited({
    name: `template ${template?.id ?? 'new'}`,
    record: template,
    schema: templateForm,
    toForm: (held) => toTemplateForm(held, kinds[0]),
    fromForm: (typed, base: Template | undefined) => fromTemplateForm(typed, base, id),
    save: (patch) => save.run({ id, patch }),
    reload: async () => {
      const list = await host.call('templates.list', {});
      return list.ok ? ok(list.value.find((one) => one.template.id === id)?.template) : list;
    },
    onSaved: () => go(`/templates/${id}`),
  });
  const { register, formState, control } = edited.form;
  const { errors } = formState;
  const typed = useWatch({ control });
  const kind = (typed.of ?? kinds[0] ?? 'concern') as LetterKind;
  const words = { subject: typed.subject ?? '', body: typed.body ?? '' };
  return (
    <>
      <EditForm
        edited={edited}
        call="templates.save"
        label="Letter template"
        save="Save the template"
        fieldNames={fieldNames}
      >
        <TextInput label="Name" error={errors.name?.message} {...register('name')} />
        {template ? (
          <p className="govuk-body">{kindNames[template.of]}</p>
        ) : (
          <Select
            label="What it is for"
            hint="Each kind has fields of its own."
            options={kinds.map((value) => ({ value, text: kindNames[value] }))}
            {...register('of')}
          />
        )}
        <div className="desk-template">
          <div>
            <TextInput label="Subject" error={errors.subject?.message} {...register('subject')} />
            <Textarea
              label="Words"
              hint="A blank line begins a new paragraph."
              rows={20}
              error={errors.body?.message}
              {...register('body')}
            />
          </div>
          <Fields kind={kind} />
        </div>
        <Checkboxes
          items={[{ text: 'No longer used', hint: 'It is not offered for new letters any more.' }]}
          {...register('retired')}
        />
      </EditForm>
      <ToConfirm kind={kind} />
      <Preview kind={kind} words={words} />
    </>
  );
}

function Fields({ kind }: { kind: LetterKind }): ReactNode {
  return (
    <aside aria-labelledby="fields">
      <h2 className="govuk-heading-s" id="fields">
        Fields
      </h2>
      <p className="govuk-body-s">Write one with its braces where its value shall stand.</p>
      <dl className="desk-fields">
        {letterFields[kind].map(({ name, title }) => (
          <div key={name}>
            <dt>
              <code>{`{{${name}}}`}</code>
            </dt>
            <dd>{title}</dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}

/** What is not certain in law of a kind of letter: for whoever keeps its words, and in no letter. */
function ToConfirm({ kind }: { kind: LetterKind }): ReactNode {
  const notes = toConfirm[kind];
  if (!notes) return null;
  return (
    <section aria-labelledby="confirm">
      <h2 className="govuk-heading-s" id="confirm">
        To confirm in law
      </h2>
      <ul className="govuk-list govuk-list--bullet govuk-body-s">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}

type PreviewProps = { kind: LetterKind; words: { subject: string; body: string } };

function Preview({ kind, words }: PreviewProps): ReactNode {
  const examples = exampleValues(kind);
  const merged = merge(words, examples);
  const problems = templateProblems(kind, words);
  return (
    <section aria-labelledby="preview">
      <h2 className="govuk-heading-m" id="preview">
        How a letter looks
      </h2>
      <p className="govuk-body">The values are examples.</p>
      {problems.length > 0 && (
        <ul className="govuk-list govuk-list--bullet desk-problems desk-problems--must">
          {problems.map((problem) => (
            <li key={`${problem.place} ${problem.field}`}>{problemWords(kind, problem)}</li>
          ))}
        </ul>
      )}
      <Paper
        document={letterDocument({
          office: examples.office ?? '',
          notice: null,
          to: examples.to ?? '',
          address: (examples as Record<string, string>).address,
          date: examples.date ?? '',
          ...merged,
        })}
      />
    </section>
  );
}
