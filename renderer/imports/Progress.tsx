import type { ReactNode } from 'react';
import { useId } from 'react';
import { fileSize } from '#renderer/files/fileSize.ts';
import { Status } from '#renderer/kit/index.ts';
import { count } from '#shared/numbers.ts';

interface ProgressProps {
  label: string;
  /** How far it is; without these, only that it is under way. */
  done?: number;
  of?: number;
  unit?: 'bytes' | 'rows';
  children?: ReactNode;
}

/** Long work, seen and said in words. */
export function Progress({ label, done, of, unit = 'rows', children }: ProgressProps): ReactNode {
  const id = useId();
  const known = done !== undefined && of !== undefined;
  return (
    <>
      <div className="desk-progress">
        <label className="govuk-label" htmlFor={id}>
          {label}
        </label>
        <progress id={id} {...(known && { value: done, max: Math.max(of, 1) })} />
        {known && <p className="govuk-body">{inWords(done, of, unit)}</p>}
      </div>
      <Status message={label} />
      {children}
    </>
  );
}

const inWords = (done: number, of: number, unit: 'bytes' | 'rows'): string => {
  const share = `${Math.floor((100 * done) / Math.max(of, 1))}%`;
  return unit === 'rows' ? `${share}: ${count(done)} of ${count(of)} rows` : `${share} of ${fileSize(of)}`;
};
