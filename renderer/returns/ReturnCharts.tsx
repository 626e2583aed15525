import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { BarFigure } from '#renderer/charts/index.ts';
import type { ReturnResult } from '#shared/views.ts';
import { consentBySuite, drawnTables, visitsBySuite, visitsByTable } from './charted.ts';

/** What a return looks like: where, and when. The suites are asked for apart where the return is not by suite. */
export function ReturnCharts({ result }: { result: ReturnResult }): ReactNode {
  const tables = result.tables.flatMap((table) => {
    const drawn = drawnTables[table.id];
    return drawn ? [visitsByTable(table, drawn)] : [];
  });
  return (
    <>
      {result.by === 'suite' ? (
        <SuiteCharts result={result} />
      ) : (
        <AskedSuiteCharts period={result.period.id} />
      )}
      {tables.map((chart) => (
        <BarFigure key={chart.title} {...chart} />
      ))}
    </>
  );
}

function AskedSuiteCharts({ period }: { period: string }): ReactNode {
  const { data, error } = useRead('returns.compute', { return: 'icv', period, by: 'suite' });
  if (error) return <Failed failure={error} />;
  return data ? <SuiteCharts result={data} /> : <Waiting what="Working out the figures of each suite…" />;
}

function SuiteCharts({ result: { groups, headline } }: { result: ReturnResult }): ReactNode {
  return (
    <>
      <BarFigure {...visitsBySuite(groups)} />
      <BarFigure {...consentBySuite(groups, headline)} />
    </>
  );
}
