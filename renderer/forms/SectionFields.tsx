import type { ReactNode } from 'react';
import { Checkboxes, InsetText, Textarea, TextInput } from '#renderer/kit/index.ts';
import type { Section } from '#shared/forms/definition.ts';
import { changeSection, type SectionChange } from '#shared/forms/edits.ts';
import { lockKey, locks, showsWhenClosed } from '#shared/forms/locks.ts';
import { conditionWords, subjectOf } from '#shared/forms/terms.ts';
import { ConditionFields } from './ConditionFields.tsx';
import type { OpenForm } from './useFormDraft.ts';
import { showsWhen } from './words.ts';

type SectionFieldsProps = {
  open: OpenForm;
  section: Section;
  errorOf: (part: string) => string | undefined;
};

/** What a section says and when it shows; what figures depend on stays, with the reason. */
export function SectionFields({ open, section, errorOf }: SectionFieldsProps): ReactNode {
  const { draft, previous, change } = open;
  const of = subjectOf(section);
  const held = locks(previous);
  const locked = section.questions.filter((q) => held.has(lockKey(of, q.id)));
  const set = (some: SectionChange, when: 'now' | 'soon' = 'now') =>
    change((r) => changeSection(r, section.id, some), when);
  // A group is closed over questions that always have to show only where they are marked so.
  const mayClose = locked.every((question) =>
    showsWhenClosed({ section: { ...section, closable: true }, question }),
  );
  return (
    <>
      <TextInput
        label="Title"
        id="title"
        error={errorOf('title')}
        value={section.title}
        onChange={({ target }) => set({ title: target.value }, 'soon')}
        onBlur={() => open.keeper.hurry()}
      />
      <Textarea
        label="Guidance"
        hint="Stands above the questions, on screen and on paper. May be left blank."
        id="guidance"
        rows={3}
        value={section.guidance ?? ''}
        onChange={({ target }) => set({ guidance: target.value || undefined }, 'soon')}
        onBlur={() => open.keeper.hurry()}
      />
      {mayClose || section.closable ? (
        <Checkboxes
          name="closable"
          values={section.closable ? ['on'] : []}
          onValues={(values) => set({ closable: values.length > 0 || undefined })}
          items={[
            {
              value: 'on',
              text: 'Can be closed with “no concerns here”',
              hint: 'Its questions then open only where there is something to report.',
            },
          ]}
        />
      ) : (
        <p className="govuk-body">
          It cannot be closed with “no concerns here”, because figures depend on questions in it that always
          show.
        </p>
      )}
      {locked.length > 0 ? (
        <InsetText>
          {showsWhen(conditionWords(section.when, draft, of))} That stays as it is: figures depend on
          questions in this section.
        </InsetText>
      ) : (
        <ConditionFields
          open={open}
          of={of}
          own=""
          legend="When does the section show?"
          when={section.when}
          error={errorOf('condition')}
          set={(when) => set({ when })}
        />
      )}
    </>
  );
}
