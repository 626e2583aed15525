import type { ReactNode } from 'react';
import type { Question, Section } from '#shared/forms/definition.ts';
import { Closing } from './Closing.tsx';
import type { Editing } from './editing.ts';
import { LadderTable } from './LadderTable.tsx';
import { QuestionField } from './QuestionField.tsx';

type SectionBodyProps = {
  section: Section;
  editing: Editing;
  names: Record<string, string>;
  /** What is wrong with a field, by its id. */
  errorOf: (field: string) => string | undefined;
  /** What else can be done with a group as a whole, beneath the answer that closes it. */
  children?: ReactNode;
};

/** What a section asks, beneath its heading: how the group is closed, where it can be, then what shows of it. */
export function SectionBody({ section, editing, names, errorOf, children }: SectionBodyProps): ReactNode {
  return (
    <>
      {section.closable && <Closing section={section} editing={editing} />}
      {children}
      {blocks(section.questions).map((block) =>
        Array.isArray(block) ? (
          <LadderTable key={block[0]?.id} questions={block} editing={editing} errorOf={errorOf} />
        ) : (
          <QuestionField
            key={block.id}
            q={block}
            editing={editing}
            names={names}
            error={errorOf(block.kind === 'date' ? `${block.id}-day` : block.id)}
          />
        ),
      )}
    </>
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
