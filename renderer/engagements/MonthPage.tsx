import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead, useWrite } from '#renderer/app/host.tsx';
import { BackLink, PageHeading, TextInput } from '#renderer/kit/index.ts';
import { SentForm } from '#renderer/people/SentForm.tsx';
import { useSentForm } from '#renderer/people/useSentForm.ts';
import { yearContaining } from '#shared/periods.ts';
import {
  fromMonthForm,
  type MonthFigures,
  type MonthForm,
  monthFigures,
  monthForm,
  toMonthForm,
} from './monthForm.ts';

/** The figures of one month, typed in one after the other with the keyboard alone. */
export function MonthPage(): ReactNode {
  const { month = '' } = useParams<{ month: string }>();
  const settings = useRead('settings.get', {});
  const isMonth = /^\d{4}-(0[1-9]|1[0-2])$/.test(month);
  const year = settings.data && isMonth && yearContaining(`${month}-01`, settings.data.yearBegins).id;
  const read = useRead('figures.year', { year: year || '' }, { wanted: Boolean(year) });
  const at = read.data?.months.findIndex(({ id }) => id === month) ?? -1;
  const shown = read.data?.months[at];
  return (
    <>
      <BackLink href="#/figures">Monthly figures</BackLink>
      <PageHeading key={month}>{shown ? `Figures of ${shown.label}` : 'Figures of a month'}</PageHeading>
      <Failed failure={settings.error ?? read.error} />
      {!isMonth && <p className="govuk-body">There is no such month.</p>}
      {isMonth && !read.data && !read.error && <Waiting />}
      {read.data && shown && (
        <Figures
          key={`figures ${month}`}
          month={month}
          names={read.data.rows.map(({ name }) => name)}
          figures={monthFigures(
            read.data.rows.map(({ name }) => name),
            read.data.rows.map(({ figures }) => figures[at] ?? null),
            read.data.rows.map(({ figures }) => figures.slice(0, Math.max(0, at)).findLast(Boolean) ?? null),
          )}
        />
      )}
    </>
  );
}

type FiguresProps = { month: string; names: readonly string[]; figures: MonthFigures };

function Figures({ month, names, figures }: FiguresProps): ReactNode {
  const set = useWrite('figures.set');
  const sent = useSentForm<MonthForm>({
    name: `figures ${month}`,
    schema: monthForm,
    blank: toMonthForm(figures),
    send: (typed) => set.run({ month, figures: fromMonthForm(typed, names) }),
    done: 'Saved.',
    onSent: (on) => on('/figures', { replace: true }),
  });
  const { register, formState } = sent.form;
  return (
    <SentForm sent={sent} writing={set} label="Figures of the month" button="Save the figures" main>
      <p className="govuk-body">
        A box that is left blank is a gap. It changes nothing that was typed before.
      </p>
      {names.map((name, i) => (
        <div key={name} className="desk-filters">
          <TextInput
            label={name}
            width={10}
            inputMode="numeric"
            autoComplete="off"
            error={formState.errors.figures?.[i]?.value?.message}
            {...register(`figures.${i}.value`)}
          />
          <TextInput
            label={
              <>
                Where it comes from<span className="govuk-visually-hidden">: {name}</span>
              </>
            }
            autoComplete="off"
            error={formState.errors.figures?.[i]?.source?.message}
            {...register(`figures.${i}.source`)}
          />
        </div>
      ))}
    </SentForm>
  );
}
