import type { ReactNode } from 'react';
import { ButtonLink, PageHeading } from '#renderer/kit/index.ts';
import { sentence } from '#shared/errors.ts';

/** Stands where somebody would correct a report that can still simply be changed. */
export function NotReceived({ id }: { id: string }): ReactNode {
  return (
    <>
      <PageHeading>This report can still be changed</PageHeading>
      <p className="govuk-body">{sentence({ tag: 'notReceived' })}</p>
      <ButtonLink href={`#/visits/${id}/edit`}>Go on with this report</ButtonLink>
    </>
  );
}
