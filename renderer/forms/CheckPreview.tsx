import { type ReactNode, useState } from 'react';
import { RecordedField } from '#renderer/checks/Questions.tsx';
import type { Section } from '#shared/forms/definition.ts';
import type { RecordedAnswer } from '#shared/records/record-check.ts';
import { questionName } from './words.ts';

/** The questions of a section about a custody record, as whoever reads one meets them. */
export function CheckPreview({ section }: { section: Section }): ReactNode {
  const [answers, setAnswers] = useState<Record<string, RecordedAnswer | undefined>>({});
  const [comments, setComments] = useState<Record<string, string>>({});
  return section.questions
    .filter((q) => !q.retired)
    .map((q) => (
      <RecordedField
        key={q.id}
        q={{ ...q, text: questionName(q) }}
        answer={answers[q.id]}
        comment={comments[q.id] ?? ''}
        onAnswer={(answer) => setAnswers({ ...answers, [q.id]: answer })}
        onComment={(text) => setComments({ ...comments, [q.id]: text })}
      />
    ));
}
