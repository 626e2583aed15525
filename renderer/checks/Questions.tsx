import type { ReactNode } from 'react';
import { Textarea } from '#renderer/kit/index.ts';
import { OneOf } from '#renderer/visits/section/OneOf.tsx';
import type { Question } from '#shared/forms/definition.ts';
import { type RecordedAnswer, recordedAnswers } from '#shared/records/record-check.ts';
import { capital } from '#shared/text.ts';

const items = recordedAnswers.map((value) => ({ value, text: capital(value) }));

type RecordedFieldProps = {
  q: Question;
  answer: RecordedAnswer | undefined;
  comment: string;
  onAnswer: (answer: RecordedAnswer | undefined) => void;
  onComment: (text: string) => void;
  onLeave?: () => void;
};

/** A question about a custody record with room for a comment: what the record does not say is an answer of its own. */
export function RecordedField({
  q,
  answer,
  comment,
  onAnswer,
  onComment,
  onLeave,
}: RecordedFieldProps): ReactNode {
  return (
    <div className="desk-check-question">
      <OneOf
        id={q.id}
        question={q.text}
        hint={q.hint}
        value={answer ?? null}
        items={items}
        pick={(value) => onAnswer(value as RecordedAnswer)}
        clear={() => onAnswer(undefined)}
      />
      <Textarea
        id={`${q.id}-comment`}
        rows={1}
        label={
          <>
            Comment<span className="govuk-visually-hidden">: {q.text}</span>
          </>
        }
        value={comment}
        onChange={({ target }) => onComment(target.value)}
        onBlur={onLeave}
      />
    </div>
  );
}
