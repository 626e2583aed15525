import { type ReactNode, useState } from 'react';
import { momentOf } from '#renderer/dates.ts';
import { ButtonGroup, Card, SummaryList, Tag } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { count } from '#shared/numbers.ts';
import { ReadOutCode, UnlockCode } from './ReadOutCode.tsx';
import { Revoke } from './Revoke.tsx';

export type Device = Output<'hub.people'>['devices'][number];

/** One laptop of a person: what the office knows of it and can do with it. */
export function DeviceCard({ device, onChanged }: { device: Device; onChanged: () => void }): ReactNode {
  const { name, joined, lastSeen, revoked, missing, held, unlock, product } = device;
  const [code, setCode] = useState<string>();
  return (
    <Card title={name || 'A laptop without a name'} headingLevel={3} className="desk-narrow">
      <SummaryList
        rows={[
          revoked !== null && {
            key: 'Revoked',
            value: (
              <>
                <Tag colour="orange">Revoked</Tag> {momentOf(revoked)}
              </>
            ),
          },
          { key: 'Joined', value: momentOf(joined) },
          { key: 'Last heard of', value: lastSeen ? momentOf(lastSeen) : 'Never' },
          { key: 'ICV Desk', value: product ? `Version ${product}` : 'Not known' },
          missing > 0 && { key: 'Never arrived', value: changes(missing) },
          held > 0 && { key: 'Waiting for an earlier one', value: changes(held) },
        ]}
      />
      {code && <UnlockCode device={device} code={code} onHide={() => setCode(undefined)} />}
      {revoked === null && (
        <ButtonGroup>
          {unlock && !code && <ReadOutCode device={device} onCode={setCode} />}
          <Revoke device={device} onRevoked={onChanged} />
        </ButtonGroup>
      )}
    </Card>
  );
}

const changes = (n: number) => (n === 1 ? 'One change' : `${count(n)} changes`);
