import { type ReactNode, useState } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useRead, useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { Button, Select, Table } from '#renderer/kit/index.ts';
import type { BulkDeed } from '#shared/case-views.ts';
import type { Output } from '#shared/contract.ts';
import { useCaseworkers } from '../caseworkers.ts';

type Line = Output<'cases.preview'>[number];

/** What is done to all that were chosen: first what would become of each, and why not where it cannot. */
export function Bulk({ ids, onDone }: { ids: readonly string[]; onDone: () => void }): ReactNode {
  const people = useCaseworkers();
  const outcomes = useRead('cases.settings', {}).data?.outcomes ?? [];
  const [deed, setDeed] = useState<BulkDeed>();
  const [left, setLeft] = useState<Line[]>([]);
  const preview = useRead(
    'cases.preview',
    { ids: [...ids], deed: deed ?? { what: 'close' } },
    { wanted: deed !== undefined && ids.length > 0, keep: true },
  );
  const bulk = useWrite('cases.bulk');
  if (ids.length === 0) return left.length === 0 ? null : <Lines caption="Left as they were" lines={left} />;
  const can = deed ? (preview.data ?? []).filter(({ why }) => why === null).length : 0;
  const press = async () => {
    if (!deed) return;
    const answer = await bulk.run({ ids: [...ids], deed });
    if (!answer.ok) return;
    setLeft(answer.value.left);
    setDeed(undefined);
    say(`${answer.value.done} done, ${answer.value.left.length} left as they were.`);
    onDone();
  };
  return (
    <section aria-labelledby="bulk" className="desk-screen-only">
      <h2 className="govuk-heading-m" id="bulk">
        With the {ids.length} that are chosen
      </h2>
      <div className="desk-filters">
        <Select
          id="bulk-assign"
          label="Give them to"
          value={deed?.what === 'assign' ? deed.to : ''}
          options={[
            { value: '', text: 'Nobody' },
            ...people.map(({ id, name }) => ({ value: id, text: name })),
          ]}
          onChange={({ target }) => setDeed(target.value ? { what: 'assign', to: target.value } : undefined)}
        />
        <Select
          id="bulk-close"
          label="Or close them, with the outcome"
          value={deed?.what === 'close' ? (deed.outcome ?? '') : ''}
          options={[
            { value: '', text: 'Do not close' },
            ...outcomes.filter(({ retired }) => !retired).map(({ name }) => ({ value: name, text: name })),
          ]}
          onChange={({ target }) =>
            setDeed(target.value ? { what: 'close', outcome: target.value } : undefined)
          }
        />
      </div>
      <Failed failure={preview.error ?? bulk.failure} />
      {deed && preview.data && (
        <>
          <Lines caption="What would become of each" lines={preview.data} />
          <Button type="button" disabled={bulk.busy || can === 0} onClick={() => void press()}>
            {deed.what === 'assign' ? `Give ${can} of them` : `Close ${can} of them`}
          </Button>
        </>
      )}
    </section>
  );
}

function Lines({ caption, lines }: { caption: string; lines: readonly Line[] }): ReactNode {
  return (
    <Table
      dense
      caption={caption}
      captionSize="s"
      head={['Case', 'Kind', 'Whether it can be done']}
      rows={lines.map(({ id, reference, kind, why }) => ({
        key: id,
        cells: [reference ?? 'No number', kind ?? '–', why ?? 'It can be done'],
      }))}
    />
  );
}
