import type { ReactNode } from 'react';
import { InsetText, Textarea, TextInput } from '#renderer/kit/index.ts';
import { itemScopes } from '#shared/forms/scope.ts';
import { withUnread } from '../draft/draft.ts';
import type { Writing } from '../draft/OnReport.tsx';
import { ColumnTable } from './ColumnTable.tsx';
import { linesOf, newNumbers, numbersKey, rowsKey } from './numbers.ts';
import { asksAboutPeople, type Step } from './steps.ts';

type NumbersStepProps = Writing & { step: Step; errors: Record<string, string | undefined> };

/** The first column of the sheet: numbers, one on each line, or how many people have none. Continue makes the stubs. */
export function NumbersStep({ open, base, step, errors }: NumbersStepProps): ReactNode {
  const { keeper, kept, report, settings } = open;
  const { visit, aside } = kept.draft;
  const rows = itemScopes('detainee', visit);
  const [q] = step.questions;
  const text = aside.unread[numbersKey] ?? '';
  const known = linesOf(text).length - newNumbers(text, visit).length;
  const box = (key: string) => ({
    id: key,
    value: aside.unread[key] ?? '',
    error: errors[key],
    autoComplete: 'off',
    onChange: ({ target }: { target: { value: string } }) =>
      keeper.change((draft) => withUnread(draft, key, target.value || undefined), 'soon'),
    onBlur: () => keeper.hurry(),
  });
  return (
    <>
      {!asksAboutPeople(report.form, visit, settings) && (
        <InsetText>
          As the visit stands, nothing is asked about detainees.{' '}
          <a className="govuk-link" href={`#${base}/notes/visit`}>
            Say what came of the visit first
          </a>
        </InsetText>
      )}
      <Textarea
        {...box(numbersKey)}
        label={rows.length === 0 ? 'One number on each line' : 'More numbers, one on each line'}
        labelSize="s"
        hint="Numbers only: never a name, a date of birth or an offence."
        rows={6}
        maxLength={10_000}
        spellCheck={false}
      />
      {known > 0 && (
        <p className="govuk-hint" role="status">
          {known === 1 ? 'One of them is entered already.' : `${known} of them are entered already.`} Nobody
          is entered twice.
        </p>
      )}
      <TextInput
        {...box(rowsKey)}
        label={rows.length === 0 ? 'How many have no number on your sheet?' : 'How many more have no number?'}
        labelSize="s"
        hint="Leave it blank if all have one."
        width={3}
        inputMode="numeric"
      />
      {rows.length > 0 && q && (
        <>
          <h2 className="govuk-heading-m">Entered so far: {rows.length}</h2>
          <ColumnTable open={open} column={{ q, rows }} />
        </>
      )}
    </>
  );
}
