import type { ReactNode } from 'react';
import { Details } from '#renderer/kit/index.ts';
import type { RotaPlace } from '#shared/rota-views.ts';
import { placeAddress } from './address.ts';
import { Objections } from './Objections.tsx';
import { coverWords, hasPassed, isWithout, nameOf, PlaceTags, placeName, whoGoes } from './words.tsx';

type PlaceInRotaProps = {
  place: RotaPlace;
  /** A day of the week it is now. */
  today: string;
  /** It stands under the week alone, so that it names its suite itself. */
  named?: boolean;
};

/** A place as the rota shows it: who goes, what is to be known, and for those who plan what speaks against it. */
export function PlaceInRota({ place, today, named = false }: PlaceInRotaProps): ReactNode {
  const { id, suiteName, trainee, objections, reports, cover, state, why } = place;
  const isKept = ({ weight, despite }: RotaPlace['objections'][number]) =>
    weight === 'must not' || despite !== null;
  const toWeigh = hasPassed(place.week, today) ? [] : objections.filter((one) => !isKept(one));
  return (
    <div className="desk-rota__place">
      <a className="govuk-link" href={placeAddress(id)}>
        {named && `${suiteName}: `}
        {whoGoes(place)}
        {!named && <span className="govuk-visually-hidden">, {placeName(place)}</span>}
      </a>
      {trainee && <span className="desk-rota__line">With {nameOf(trainee)}, in training</span>}
      <span className="desk-rota__tags">
        <PlaceTags place={place} today={today} />
      </span>
      {cover.length > 0 && <span className="desk-rota__line">{coverWords(place)}</span>}
      {state === 'missed' && why && <span className="desk-rota__line">{why}</span>}
      {reports.map((report) => (
        <a key={report.id} className="govuk-link desk-rota__line" href={`#/visits/${report.id}`}>
          Report{reports.length > 1 && report.by && ` of ${nameOf(report.by)}`}
          <span className="govuk-visually-hidden">, {placeName(place)}</span>
        </a>
      ))}
      {isWithout(place, today) && (
        <span className="govuk-visually-hidden">Its week passed without a report.</span>
      )}
      <Objections objections={objections.filter(isKept)} />
      {toWeigh.length > 0 && (
        <Details
          className="desk-rota__weigh"
          summary={
            <>
              {toWeigh.length} to weigh<span className="govuk-visually-hidden">, {placeName(place)}</span>
            </>
          }
        >
          <Objections objections={toWeigh} />
        </Details>
      )}
    </div>
  );
}
