import { type ReactNode, useEffect, useId, useState } from 'react';
import { useWrite } from '#renderer/app/host.tsx';
import { saved } from '#renderer/app/saved.ts';
import { sentence } from '#shared/errors.ts';
import type { Throughput } from '#shared/records/throughput.ts';

interface ThroughputCellProps {
  suite: string;
  month: string;
  label: string;
  /** What the force supplied; undefined where it has not. */
  supplied: Throughput | undefined;
  readOnly: boolean;
}

const most = 1_000_000;
/** A figure that was taken out again stays as a record without a total. */
const asText = (figure: Partial<Throughput> | undefined) => String(figure?.total ?? '');

/** One figure. It is saved on leaving its box or with Enter, and says there what is wrong with it. */
export function ThroughputCell({ suite, month, label, supplied, readOnly }: ThroughputCellProps): ReactNode {
  const id = useId();
  const { run } = useWrite('throughput.save');
  const [text, setText] = useState(asText(supplied));
  const [problem, setProblem] = useState<string>();
  const stands = asText(supplied);
  useEffect(() => setText(stands), [stands]);

  const save = async () => {
    const typed = text.replaceAll(',', '').trim();
    if (typed === stands) {
      setText(typed);
      return setProblem(undefined);
    }
    if (!/^\d*$/.test(typed) || Number(typed) > most)
      return setProblem('Enter a whole number, or leave it blank');
    saved.waiting(id);
    const answer = await run({
      suite,
      month,
      total: typed === '' ? null : Number(typed),
      // A figure is saved as a whole: what an import said of children and women stays.
      under18: supplied?.under18 ?? null,
      female: supplied?.female ?? null,
    });
    saved.done(id);
    setProblem(answer.ok ? undefined : sentence(answer.error));
  };
  return (
    <>
      <input
        className={`govuk-input${problem ? ' govuk-input--error' : ''}`}
        aria-label={label}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem && `${id}-error`}
        inputMode="numeric"
        autoComplete="off"
        readOnly={readOnly}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => event.key === 'Enter' && save()}
      />
      {problem && (
        <p id={`${id}-error`} className="govuk-error-message" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
