import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';
import { go } from '#renderer/app/place.ts';
import { useSavedText } from '#renderer/app/SavedFacts.tsx';
import { BackLink, Button, ErrorSummary, InsetText, PageHeading } from '#renderer/kit/index.ts';
import type { Question, Section } from '#shared/forms/definition.ts';
import { visitScope } from '#shared/forms/scope.ts';
import { Contested } from '../draft/Contested.tsx';
import { unreadIn } from '../draft/unread.ts';
import type { OpenDraft } from '../draft/useVisitDraft.ts';
import type { Editing } from './editing.ts';
import { LadderTable } from './LadderTable.tsx';
import { QuestionField } from './QuestionField.tsx';

type SectionFormProps = {
  open: OpenDraft;
  section: Section;
  caption: string;
  /** Where the list of sections stands, and where Continue leads. */
  back: string;
  next: string;
};

/** A section of the report as a page. Everything is saved as it is typed; Continue alone looks for mistakes. */
export function SectionForm({ open, section, caption, back, next }: SectionFormProps): ReactNode {
  const [params] = useSearchParams();
  const target = params.get('question');
  const [attempt, setAttempt] = useState(target ? 1 : 0);
  const { draft } = open.kept;
  const editing: Editing = { draft, keeper: open.keeper, scope: visitScope(draft.visit) };
  const wrong = attempt > 0 ? unreadIn([section], draft) : [];
  const errorOf = (id: string) => wrong.find(({ field }) => field === id)?.text;
  useFocusOn(target);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    open.keeper.hurry();
    if (unreadIn([section], draft).length > 0) setAttempt(attempt + 1);
    else go(next);
  };

  return (
    <form onSubmit={submit} noValidate autoComplete="off">
      <BackLink href={`#${back}`}>Back to the list of sections</BackLink>
      {wrong.length > 0 && (
        <ErrorSummary
          key={attempt}
          focusOnMount={!(target && attempt === 1)}
          errors={wrong.map(({ field, text }) => ({ id: field, text }))}
        />
      )}
      <PageHeading caption={caption} focusOnMount={!target}>
        {section.title}
      </PageHeading>
      {section.guidance && <InsetText>{section.guidance}</InsetText>}
      <Contested open={open} section={section} />
      {blocks(section.questions).map((block) =>
        Array.isArray(block) ? (
          <LadderTable key={block[0]?.id} questions={block} editing={editing} errorOf={errorOf} />
        ) : (
          <QuestionField
            key={block.id}
            q={block}
            editing={editing}
            names={open.report.names}
            error={errorOf(block.kind === 'date' ? `${block.id}-day` : block.id)}
          />
        ),
      )}
      <Button>Continue</Button>
      <SavedLine />
    </form>
  );
}

/** Ladders that follow each other stand side by side as one table. */
const blocks = (questions: readonly Question[]): (Question | Question[])[] => {
  const found: (Question | Question[])[] = [];
  for (const q of questions) {
    const last = found.at(-1);
    if (q.kind !== 'ladder') found.push(q);
    else if (Array.isArray(last)) last.push(q);
    else found.push([q]);
  }
  return found;
};

/** Takes the reader from a list of problems to the very field. */
function useFocusOn(question: string | null): void {
  useEffect(() => {
    if (!question) return;
    const ids = [question, `${question}-day`, `${question}-held`];
    const field = ids
      .map((id) => document.getElementById(id))
      .find((element) => element?.matches('input, select, textarea'));
    field?.focus();
    field?.scrollIntoView({ block: 'center' });
  }, [question]);
}

/** The same fact as in the strip above, where the eye is when the section is done. */
function SavedLine(): ReactNode {
  const { text } = useSavedText();
  return <p className="govuk-hint">{text}</p>;
}
