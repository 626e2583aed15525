import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead, useWrite } from '#renderer/app/host.tsx';
import { go } from '#renderer/app/place.ts';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { BackLink, PageHeading, TextInput } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { scheduleFigures } from '#shared/records/complaint-sample.ts';
import { ok } from '#shared/result.ts';
import { applyPatch } from '#shared/sync/patch.ts';
import { figureNames, fromTotalsForm, type Totals, toTotalsForm, totalsForm } from './totalsForm.ts';

type Row = Output<'scheduleTotals.list'>[number];

/** A quarter is named after its year, `2026-27Q1`. */
const yearOf = (quarter: string): string => quarter.replace(/Q\d$/, '');

const figuresOf = (row: Row | undefined): Totals => {
  const { id: _i, from: _f, to: _t, ...figures } = row?.totals ?? {};
  return figures;
};

/** The totals of one quarter, typed in from what the force sent. */
export function QuarterPage(): ReactNode {
  const { quarter = '' } = useParams();
  const list = useRead('scheduleTotals.list', { year: yearOf(quarter) });
  const row = list.data?.find((one) => one.quarter.id === quarter);
  return (
    <>
      <BackLink href={`#/reviews/totals?year=${encodeURIComponent(yearOf(quarter))}`}>
        Complaints of the force
      </BackLink>
      <PageHeading>
        {row ? `Complaints of the force, ${row.quarter.label}` : 'Complaints of the force'}
      </PageHeading>
      <Failed failure={list.error} />
      {!list.data && !list.error && <Waiting />}
      {list.data && !row && <p className="govuk-body">There is no such quarter.</p>}
      {row && <Figures key={quarter} row={row} />}
    </>
  );
}

function Figures({ row }: { row: Row }): ReactNode {
  const host = useHost();
  const save = useWrite('scheduleTotals.save');
  const { id: quarter } = row.quarter;
  const year = yearOf(quarter);
  const edited = useEdited({
    name: `complaints of the force ${quarter}`,
    record: figuresOf(row),
    schema: totalsForm,
    toForm: toTotalsForm,
    fromForm: fromTotalsForm,
    save: (patch) => save.run({ quarter, totals: applyPatch(figuresOf(row), patch).document }),
    reload: async () => {
      const now = await host.call('scheduleTotals.list', { year });
      return now.ok ? ok(figuresOf(now.value.find((one) => one.quarter.id === quarter))) : now;
    },
    onSaved: () => go(`/reviews/totals?year=${year}`),
  });
  const { register, formState } = edited.form;
  return (
    <EditForm
      edited={edited}
      call="scheduleTotals.save"
      label="Totals of the quarter"
      save="Save the totals"
      fieldNames={figureNames}
    >
      <p className="govuk-body">
        As the force supplied them. Leave a box blank where no figure was supplied.
      </p>
      {scheduleFigures.map((one) => (
        <TextInput
          key={one}
          label={figureNames[one]}
          width={10}
          inputMode="numeric"
          autoComplete="off"
          error={formState.errors[one]?.message}
          {...register(one)}
        />
      ))}
    </EditForm>
  );
}
