import { type ReactNode, useState } from 'react';
import { momentOf } from '#renderer/dates.ts';
import { ButtonGroup, Card, SummaryList, Tag } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { count } from '#shared/numbers.ts';
import { laptopName } from '#shared/sync/laptop-name.ts';
import { ReadOutCode, UnlockCode } from './ReadOutCode.tsx';
import { Revoke } from './Revoke.tsx';

export type Device = Output<'hub.people'>['devices'][number];

/** One laptop of a person: what the office knows of it and can do with it. */
export function DeviceCard({ device, onChanged }: { device: Device; onChanged: () => void }): ReactNode {
  const { joined, lastSeen, revoked, missing, held, unlock, product, wentOn, copies, revokedBefore } = device;
  const [code, setCode] = useState<string>();
  return (
    <Card title={laptopName(device)} headingLevel={3} className="desk-narrow">
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
          wentOn !== null && {
            key: 'Put back or copied',
            value: `It went on as another device on ${momentOf(wentOn)}; it is revoked as a whole.`,
          },
          copies > 0 && {
            key: 'In use on more than one computer',
            value: 'Its store was copied to another computer. If nobody of yours did that, revoke it.',
          },
          revokedBefore !== null && {
            key: 'Not revoked',
            value: `What it was before was revoked on ${momentOf(revokedBefore)}, and the laptop still has access. If it is lost, revoke it again.`,
          },
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
