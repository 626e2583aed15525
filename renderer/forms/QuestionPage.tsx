import type { FormEvent, ReactNode } from 'react';
import { useParams } from 'wouter';
import { go } from '#renderer/app/place.ts';
import { say } from '#renderer/app/state.ts';
import {
  BackLink,
  Button,
  ButtonGroup,
  ErrorSummary,
  InsetText,
  PageHeading,
  Select,
  Textarea,
} from '#renderer/kit/index.ts';
import { type FormPart, objections } from '#shared/forms/changes.ts';
import type { Question } from '#shared/forms/definition.ts';
import {
  changeQuestion,
  findQuestion,
  moveToSection,
  type QuestionChange,
  removeQuestion,
  sectionsFor,
} from '#shared/forms/edits.ts';
import {
  findStanding,
  type Lock,
  lockKey,
  lockSentences,
  locks,
  type Standing,
  termsOf,
} from '#shared/forms/locks.ts';
import { conditionWords, nameOf } from '#shared/forms/terms.ts';
import { AnswerFields } from './AnswerFields.tsx';
import { useFormPlaces } from './addresses.ts';
import { ConditionFields } from './ConditionFields.tsx';
import { Editor } from './Editor.tsx';
import { NoSuchSection } from './SectionPage.tsx';
import { SwitchFields } from './SwitchFields.tsx';
import { useAttempt } from './useAttempt.ts';
import type { OpenForm } from './useFormDraft.ts';
import { showsWhen } from './words.ts';

/** One question of the form that is being changed. Everything is kept as it is typed; Continue alone looks for mistakes. */
export function QuestionPage(): ReactNode {
  const { section = '', question = '' } = useParams();
  return (
    <Editor>
      {(open) => {
        const found = findQuestion(open.draft, { section, question });
        return found ? <OneQuestion open={open} standing={found} /> : <NoSuchSection />;
      }}
    </Editor>
  );
}

/** What the parts of the page need: the question, what of it is published and locked, and how it is changed. */
export type QuestionEditing = {
  open: OpenForm;
  standing: Standing;
  /** The question as the published version has it; undefined for a new one. */
  published: Question | undefined;
  lock: Lock | undefined;
  set: (some: QuestionChange, when?: 'now' | 'soon') => void;
  errorOf: (part: FormPart) => string | undefined;
};

function OneQuestion({ open, standing }: { open: OpenForm; standing: Standing }): ReactNode {
  const { draft, previous, change } = open;
  const { sectionAddress } = useFormPlaces();
  const { section, question: q, of } = standing;
  const place = { section: section.id, question: q.id };
  const wrong = objections(previous, draft).filter((p) => p.section === section.id && p.question === q.id);
  const { attempt, shown, refuse } = useAttempt(wrong);
  const published = findStanding(previous, of, q.id)?.question;
  const lock = locks(previous).get(lockKey(of, q.id));
  const editing: QuestionEditing = {
    open,
    standing,
    published,
    lock,
    set: (some, when = 'now') => change((r) => changeQuestion(r, place, some), when),
    errorOf: (part) => shown.find((p) => p.part === part)?.text,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!refuse()) go(sectionAddress(section.id));
  };
  return (
    <form noValidate autoComplete="off" onSubmit={submit}>
      <BackLink href={`#${sectionAddress(section.id)}`}>{section.title || 'The section'}</BackLink>
      {shown.length > 0 && (
        <ErrorSummary key={attempt} errors={shown.map(({ text, part }) => ({ text, id: part }))} />
      )}
      <PageHeading caption={section.title}>{published ? 'Change a question' : 'Add a question'}</PageHeading>
      {lock && <InsetText>{lockSentences[lock]}</InsetText>}
      {q.retired && <InsetText>Retired: reports begun with this version do not ask it.</InsetText>}
      <Textarea
        label="Question"
        id="text"
        rows={2}
        error={editing.errorOf('text')}
        value={q.text}
        onChange={({ target }) => editing.set({ text: target.value.replace(/\n/g, ' ') }, 'soon')}
        onBlur={() => open.keeper.hurry()}
      />
      <Textarea
        label="Hint"
        hint="Stands beneath the question. May be left blank."
        id="hint"
        rows={2}
        value={q.hint ?? ''}
        onChange={({ target }) => editing.set({ hint: target.value || undefined }, 'soon')}
        onBlur={() => open.keeper.hurry()}
      />
      <AnswerFields editing={editing} />
      <SwitchFields editing={editing} />
      {lock ? (
        <p className="govuk-body">
          {showsWhen(conditionWords(termsOf(standing), draft, of))} That stays as it is.
        </p>
      ) : (
        <ConditionFields
          open={open}
          of={of}
          own={nameOf(q)}
          legend="When does it show?"
          when={q.when}
          error={editing.errorOf('condition')}
          set={(when) => editing.set({ when })}
        />
      )}
      <MoveTo editing={editing} />
      <ButtonGroup>
        <Button>Continue</Button>
        <Retire editing={editing} />
      </ButtonGroup>
    </form>
  );
}

/** Takes the question to another section of the same subject. */
function MoveTo({ editing }: { editing: QuestionEditing }): ReactNode {
  const { open, standing, lock } = editing;
  const { questionAddress } = useFormPlaces();
  const place = { section: standing.section.id, question: standing.question.id };
  const others = sectionsFor(open.draft, place, lock);
  if (others.length === 0) return null;
  const move = (to: string) => {
    open.change((r) => moveToSection(r, place, to));
    const title = others.find(({ id }) => id === to)?.title;
    say(`The question stands at the end of “${title}” now.`);
    go(questionAddress({ section: to, question: standing.question.id }), { replace: true });
  };
  return (
    <Select
      label="Section"
      id="section"
      value={standing.section.id}
      onChange={({ target }) => move(target.value)}
      options={[standing.section, ...others].map(({ id, title }) => ({ value: id, text: title }))}
    />
  );
}

/** A published question is retired and can be brought back; one that no version has yet is simply removed. */
function Retire({ editing }: { editing: QuestionEditing }): ReactNode {
  const { open, standing, published, lock, set } = editing;
  const { sectionAddress } = useFormPlaces();
  const { section, question: q } = standing;
  if (lock) return null;
  const remove = () => {
    open.change((r) => removeQuestion(r, { section: section.id, question: q.id }));
    go(sectionAddress(section.id));
  };
  if (!published)
    return (
      <Button type="button" kind="secondary" onClick={remove}>
        Remove this question
      </Button>
    );
  return (
    <Button
      type="button"
      kind="secondary"
      onClick={() => {
        set({ retired: q.retired ? undefined : true });
        say(
          q.retired
            ? 'The question is asked again.'
            : 'The question is retired. Old reports keep its answers.',
        );
      }}
    >
      {q.retired ? 'Bring this question back' : 'Retire this question'}
    </Button>
  );
}
