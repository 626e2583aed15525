import type { FormEvent, ReactNode } from 'react';
import { useParams } from 'wouter';
import { go } from '#renderer/app/place.ts';
import {
  BackLink,
  Button,
  ButtonGroup,
  ButtonLink,
  ErrorSummary,
  PageHeading,
  Tag,
} from '#renderer/kit/index.ts';
import { objections } from '#shared/forms/changes.ts';
import type { Section } from '#shared/forms/definition.ts';
import { addQuestion, moveQuestion, removeSection } from '#shared/forms/edits.ts';
import { findStanding } from '#shared/forms/locks.ts';
import { subjectOf } from '#shared/forms/terms.ts';
import { useFormPlaces } from './addresses.ts';
import { Editor } from './Editor.tsx';
import { MoveButtons } from './MoveButtons.tsx';
import { SectionFields } from './SectionFields.tsx';
import { useAttempt } from './useAttempt.ts';
import type { OpenForm } from './useFormDraft.ts';
import { inShort, questionName } from './words.ts';

/** One section of the form that is being changed: its questions in their order, and what the section itself says. */
export function SectionPage(): ReactNode {
  const { section: id = '' } = useParams();
  return (
    <Editor>
      {(open) => {
        const found = open.draft.sections.find((s) => s.id === id);
        return found ? <OneSection open={open} section={found} /> : <NoSuchSection />;
      }}
    </Editor>
  );
}

export function NoSuchSection(): ReactNode {
  const { editor } = useFormPlaces();
  return (
    <>
      <PageHeading>This is not in the form</PageHeading>
      <p className="govuk-body">
        It may have been removed again. <a href={`#${editor}`}>Back to the sections of the form</a>
      </p>
    </>
  );
}

function OneSection({ open, section }: { open: OpenForm; section: Section }): ReactNode {
  const { draft, previous, change } = open;
  const { editor, previewAddress, questionAddress } = useFormPlaces();
  const wrong = objections(previous, draft).filter((p) => p.section === section.id && !p.question);
  const { attempt, shown, refuse } = useAttempt(wrong);
  const isNew = !previous.sections.some(({ id }) => id === section.id);
  const add = () => {
    const { revision, id } = addQuestion(draft, section.id);
    change(() => revision);
    go(questionAddress({ section: section.id, question: id }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!refuse()) go(editor);
  };
  const remove = () => {
    change((r) => removeSection(r, section.id));
    go(editor);
  };
  return (
    <form noValidate autoComplete="off" onSubmit={submit}>
      <BackLink href={`#${editor}`}>Sections of the form</BackLink>
      {shown.length > 0 && (
        <ErrorSummary key={attempt} errors={shown.map(({ text, part }) => ({ text, id: part }))} />
      )}
      <PageHeading caption="Change the form">{section.title || 'A new section'}</PageHeading>
      <ButtonGroup>
        <Button type="button" kind="secondary" onClick={add}>
          Add a question
        </Button>
        <ButtonLink kind="secondary" href={`#${previewAddress(section.id)}`}>
          Preview this section
        </ButtonLink>
      </ButtonGroup>
      <h2 className="govuk-heading-m">Questions</h2>
      {section.questions.length === 0 && <p className="govuk-body">There are none yet.</p>}
      <ol className="desk-form-list">
        {section.questions.map((q, i) => (
          <li key={q.id}>
            <div>
              <a className="govuk-link" href={`#${questionAddress({ section: section.id, question: q.id })}`}>
                {questionName(q)}
              </a>{' '}
              {q.retired && <Tag colour="grey">Retired</Tag>}
              {!findStanding(previous, subjectOf(section), q.id) && <Tag>New</Tag>}
              <p className="govuk-hint">{inShort(open, { of: subjectOf(section), section, question: q })}</p>
            </div>
            <div className="desk-form-list__moves">
              <MoveButtons
                name={questionName(q)}
                id={`question-${q.id}`}
                place={i + 1}
                of={section.questions.length}
                onMove={(by) => change((r) => moveQuestion(r, { section: section.id, question: q.id }, by))}
              />
            </div>
          </li>
        ))}
      </ol>
      <h2 className="govuk-heading-m">The section itself</h2>
      <SectionFields
        open={open}
        section={section}
        errorOf={(part) => shown.find((p) => p.part === part)?.text}
      />
      <ButtonGroup>
        <Button>Continue</Button>
        {isNew && section.questions.length === 0 && (
          <Button type="button" kind="secondary" onClick={remove}>
            Remove this section
          </Button>
        )}
      </ButtonGroup>
    </form>
  );
}
