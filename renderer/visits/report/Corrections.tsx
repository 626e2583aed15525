import type { ReactNode } from 'react';
import { momentOf } from '#renderer/dates.ts';
import { Card } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import type { Form } from '#shared/forms/definition.ts';
import type { Visit } from '#shared/records/visit.ts';
import { Changes } from './Changes.tsx';

type CorrectionsProps = { form: Form; visit: Visit; names: Record<string, string> };

/** What was corrected after the office had the report: by whom, why, and what stood there before. */
export function Corrections({ form, visit, names }: CorrectionsProps): ReactNode {
  return visit.corrections.map((correction, index) => (
    <Card key={correction.id} title={`Correction ${correction.number ?? index + 1}`}>
      <p className="govuk-body">
        {isolated(names[correction.by] ?? 'Somebody not known here')}, {momentOf(correction.at)}:{' '}
        {correction.reason}
      </p>
      <Changes form={form} visit={visit} names={names} changes={correction.changes} caption="What changed" />
    </Card>
  ));
}
