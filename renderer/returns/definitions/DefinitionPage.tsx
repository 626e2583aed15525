import { type ReactNode, useState } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { BackLink, PageHeading } from '#renderer/kit/index.ts';
import { makesReturns } from '#shared/records/named-return.ts';
import { returnKinds } from '#shared/views.ts';
import { DefinitionFields } from './DefinitionFields.tsx';
import { Retire } from './Retire.tsx';

/** What one return consists of, or one that is only being made. */
export function DefinitionPage(): ReactNode {
  const { key = '' } = useParams<{ key: string }>();
  const named = useRead('returns.named', {});
  const session = useSession();
  const [fresh] = useState(newRecordId);
  const isNew = key === 'new';
  const definition = isNew ? undefined : named.data?.find((one) => one.key === key);
  const roles = session.data?.person.roles ?? [];
  const kinds = returnKinds.filter((kind) => roles.some((role) => role === makesReturns(kind)));
  const [kind] = kinds;
  const missing = named.data && !isNew && !definition;
  return (
    <>
      <BackLink href="#/settings/returns">Returns the office makes</BackLink>
      <PageHeading key={`heading ${key}`}>
        {isNew ? 'Make another return' : (definition?.name ?? 'Return')}
      </PageHeading>
      <Failed failure={named.error ?? (missing ? { tag: 'notFound', what: 'return' } : null)} />
      {!named.data && !named.error && <Waiting />}
      {named.data && kind && (isNew || definition) && (
        <DefinitionFields key={key} definition={definition} fresh={fresh} kinds={kinds} />
      )}
      {definition && <Retire definition={definition} />}
    </>
  );
}
