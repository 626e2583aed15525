import { type ReactNode, useState } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead } from '#renderer/app/host.tsx';
import { TakeAway } from '#renderer/files/TakeAway.tsx';
import { BackLink, PageHeading } from '#renderer/kit/index.ts';
import { Doubts } from '#renderer/reviews/packs/Doubts.tsx';
import { namedAddress } from '../addresses.ts';
import { BigFigures } from '../BigFigures.tsx';
import { ReturnFigures, returnForms, SaidBy, Section } from '../ReturnBody.tsx';
import { PreparedFor } from '../told.ts';
import { Issues } from './Issues.tsx';
import { Moves } from './Moves.tsx';
import { OpenChecks } from './OpenChecks.tsx';
import type { InWork } from './parts.ts';
import { Standing } from './Standing.tsx';
import { Words } from './Words.tsx';

/** One return of one period: where it stands, what it waits for, and everything it says as the records stand now. */
export function PreparePage(): ReactNode {
  const { key = '', period = '' } = useParams<{ key: string; period: string }>();
  const { data, error } = useRead('returns.prepare', { key, period });
  return (
    <>
      <BackLink href={`#${namedAddress(key)}`}>{data?.definition.name ?? 'The return'}</BackLink>
      <PageHeading key={`${key} ${period}`} caption={data?.definition.name}>
        {data?.period.label ?? 'Return'}
      </PageHeading>
      <Failed failure={error} />
      {!data && !error && <Waiting what="Working out the return…" />}
      {data && <InWorkParts key={`in work ${key} ${data.period.id}`} shown={data} />}
    </>
  );
}

function InWorkParts({ shown }: InWork): ReactNode {
  const { definition, result, period } = shown;
  const host = useHost();
  const [unsaved, setUnsaved] = useState(false);
  return (
    <PreparedFor value={definition.key}>
      <Standing shown={shown} />
      <SaidBy result={result} />
      <Section title="Main figures">
        <BigFigures result={result} />
      </Section>
      <OpenChecks shown={shown} />
      <Words shown={shown} onUnsaved={setUnsaved} />
      <Doubts doubts={shown.doubts} />
      <Moves shown={shown} unsaved={unsaved} />
      <Issues shown={shown} />
      <section className="desk-screen-only">
        <h2 className="govuk-heading-m">Files of it as it stands now</h2>
        <p className="govuk-body">Each says that it is a draft.</p>
        <TakeAway
          forms={returnForms}
          make={(as) => host.call('returns.issueFile', { key: definition.key, period: period.id, as })}
        />
      </section>
      <ReturnFigures result={result} charts={definition.charts} />
    </PreparedFor>
  );
}
