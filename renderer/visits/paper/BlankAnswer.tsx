import type { ReactNode } from 'react';
import type { Question } from '#shared/forms/definition.ts';
import { nonAnswers } from '#shared/records/answer.ts';
import { recordedAnswers } from '#shared/records/record-check.ts';
import { capital } from '#shared/text.ts';

/** A box to tick beside its words. */
export function Tick({ children }: { children: ReactNode }): ReactNode {
  return (
    <span className="desk-tick">
      <span className="desk-tick__box" aria-hidden="true" />
      {children}
    </span>
  );
}

const ticks = (texts: readonly string[]) => (
  <p className="desk-ticks">
    {texts.map((text) => (
      <Tick key={text}>{text}</Tick>
    ))}
  </p>
);

/** Lines to write on. */
export function Lines({ count = 1 }: { count?: number }): ReactNode {
  return (
    <div className="desk-lines" aria-hidden="true">
      {Array.from({ length: count }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are all alike
        <span key={i} />
      ))}
    </div>
  );
}

/** Small boxes with what belongs in them: a date, a time, a number. */
const boxes = (names: readonly string[]) => (
  <p className="desk-boxes">
    {names.map((name) => (
      <span key={name} className="desk-boxes__one">
        <span className="desk-boxes__box" aria-hidden="true" /> {name}
      </span>
    ))}
  </p>
);

/** The room for the answer to a question on paper: lines, boxes and options to tick, by its kind. */
export function BlankAnswer({ q }: { q: Question }): ReactNode {
  const others = q.nonAnswers ? nonAnswers.map(capital) : [];
  const texts = (q.options ?? []).map(({ text }) => text);
  switch (q.kind) {
    case 'yesNo':
      return ticks(['Yes', 'No', ...others]);
    case 'recorded':
      return ticks(recordedAnswers.map(capital));
    case 'choice':
      return ticks([...texts, ...others]);
    case 'choices':
      return (
        <>
          <p className="desk-paper__note">Tick all that apply.</p>
          {ticks([...texts, ...others])}
        </>
      );
    case 'date':
      return boxes(['day', 'month', 'year']);
    case 'time':
      return boxes(['hour (24-hour clock)', 'minutes']);
    case 'number':
      return boxes(['number']);
    case 'longText':
      return <Lines count={3} />;
    default:
      return <Lines />;
  }
}
