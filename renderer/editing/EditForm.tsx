import { type ReactNode, useEffect, useRef } from 'react';
import type { FieldErrors, FieldValues } from 'react-hook-form';
import { Failed } from '#renderer/app/Failed.tsx';
import { Button, ErrorSummary, NotificationBanner, SendForm } from '#renderer/kit/index.ts';
import type { CallName } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import type { PatchConflict } from '#shared/sync/patch.ts';
import type { Edited } from './useEdited.ts';
import { useMay } from './useMay.ts';

interface EditFormProps<F extends FieldValues> {
  edited: Edited<F>;
  /** The call it is saved by: those who may not make it can only read. */
  call: CallName;
  /** What the form is called by assistive technology, and its button by what it saves. */
  label: string;
  save?: string;
  /** Its button is not the main one of the page. */
  quiet?: boolean;
  /** How people call the fields, by the record's names. */
  fieldNames: Readonly<Record<string, string>>;
  /** What stands in a field as an id, by its name. */
  named?: Readonly<Record<string, string>>;
  children: ReactNode;
}

/** The frame of an office form: its problems first, its fields, one button that saves. */
export function EditForm<F extends FieldValues>(props: EditFormProps<F>): ReactNode {
  const { edited, call, label, save = 'Save', quiet = false, fieldNames, named, children } = props;
  const { errors, submitCount } = edited.form.formState;
  const problems = problemsOf(errors);
  const may = useMay(call);
  return (
    <SendForm aria-label={label} send={edited.submit} open={edited.open}>
      {problems.length > 0 && <ErrorSummary key={submitCount} errors={problems} />}
      <Refused failure={edited.failure} />
      {edited.taken.length > 0 && <Taken taken={edited.taken} {...{ fieldNames, named }} />}
      <fieldset className="desk-plain-fieldset" disabled={!may}>
        {children}
      </fieldset>
      {may && <Button {...(quiet && { kind: 'secondary' })}>{save}</Button>}
    </SendForm>
  );
}

/** Why nothing was saved: whoever pressed a button far below is brought to it. */
function Refused({ failure }: { failure: Failure | null }): ReactNode {
  const at = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (failure) at.current?.focus();
  }, [failure]);
  return (
    <div ref={at} tabIndex={-1}>
      <Failed failure={failure} />
    </div>
  );
}

interface TakenProps {
  taken: readonly PatchConflict[];
  fieldNames: Readonly<Record<string, string>>;
  named: Readonly<Record<string, string>> | undefined;
}

/** Somebody else changed the same answers: what theirs is, and that what was typed still stands. */
function Taken({ taken, fieldNames, named = {} }: TakenProps): ReactNode {
  return (
    <NotificationBanner role="alert">
      <p className="govuk-notification-banner__heading">
        Somebody else, or another window, changed the same answers while you were typing.
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {taken.map(({ path, current }) => (
          <li key={path.join('.')}>
            {fieldNames[path[0] ?? ''] ?? path[0]}:{' '}
            {current === undefined ? 'now blank' : `now ${named[String(current)] ?? inWords(current)}`}
          </li>
        ))}
      </ul>
      <p className="govuk-body">
        What you typed still stands below. Save again to keep yours, or change it first.
      </p>
    </NotificationBanner>
  );
}

const inWords = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.entries(value)
        .filter(([key]) => key !== 'id')
        .map(([, part]) => inWords(part))
        .join(', ')
    : `“${value}”`;

/** Every problem of a form with the name of its field, which is its id; in lists of fields too. */
export const problemsOf = (errors: FieldErrors, within = ''): { id: string; text: string }[] =>
  Object.entries(errors).flatMap(([key, error]) => {
    const id = within + key;
    if (!error) return [];
    if (typeof error.message === 'string') return [{ id, text: error.message }];
    return problemsOf(error as FieldErrors, `${id}.`);
  });
