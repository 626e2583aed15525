import type { ReactNode } from 'react';
import { dayWords } from '#renderer/dates.ts';
import { ButtonLink, SummaryList } from '#renderer/kit/index.ts';
import { declarationOf } from '#shared/records/review.ts';
import type { ReviewShown } from '../parts.ts';
import { ReviewFrame } from '../ReviewFrame.tsx';
import { FileDates } from './FileDates.tsx';
import { GiveForm } from './GiveForm.tsx';

/** The file of the complaint, and whoever examines the review with it. */
export function AssignPage(): ReactNode {
  return <ReviewFrame title="File and assessor">{(shown) => <Assigning shown={shown} />}</ReviewFrame>;
}

function Assigning({ shown }: { shown: ReviewShown }): ReactNode {
  const { review, state, may } = shown;
  return (
    <>
      <h2 className="govuk-heading-m">File from Professional Standards</h2>
      <FileDates key={`file ${review.id}`} shown={shown} />
      <h2 className="govuk-heading-m">Assessor</h2>
      <GivenTo shown={shown} />
      {may.write && (state === 'valid' || state === 'assigned') && (
        <GiveForm key={`give ${review.id}`} shown={shown} />
      )}
      {may.write && state === 'received' && (
        <p className="govuk-body">
          Nobody can be given it before the application is found valid and the review is taken on.
        </p>
      )}
      {may.write && state === 'returned' && (
        <>
          <p className="govuk-body">
            It was returned. To give it to somebody again, give it back first, with the reason.
          </p>
          <ButtonLink href={`#/reviews/${review.id}/quality`} kind="secondary">
            Check its quality or give it back
          </ButtonLink>
        </>
      )}
    </>
  );
}

/** To whom it was given, the latest first, and what they declared. */
function GivenTo({ shown: { review, names } }: { shown: ReviewShown }): ReactNode {
  if (review.assignments.length === 0) return <p className="govuk-body">Nobody has been given it.</p>;
  const declared = (id: string) => {
    const until = review.assignments.slice(0, review.assignments.findIndex((one) => one.id === id) + 1);
    const found = declarationOf({ ...review, assignments: until });
    if (!found) return 'Has not declared yet whether there is a conflict of interest';
    return found.conflict
      ? `Declared a conflict of interest on ${dayWords(found.on)}`
      : `Declared no conflict of interest on ${dayWords(found.on)}`;
  };
  return (
    <SummaryList
      rows={review.assignments.toReversed().map(({ id, assessor, external, on, by }) => ({
        key: names[assessor] ?? 'Somebody',
        value: (
          <>
            {external ? 'From outside the office' : 'Of the office'}, given it on {dayWords(on)}
            {names[by] && ` by ${names[by]}`}
            <br />
            {declared(id)}
          </>
        ),
      }))}
    />
  );
}
