import type { ReactNode } from 'react';
import { PlaceList } from '#renderer/app/PlaceList.tsx';
import { schemePlaces } from '#renderer/app/places.ts';
import { PageHeading } from '#renderer/kit/index.ts';

/** Running the scheme: each of its places with what it is for. What a person may not do is not offered. */
export function SchemePage(): ReactNode {
  return (
    <>
      <PageHeading>Scheme</PageHeading>
      <PlaceList places={schemePlaces} />
    </>
  );
}
