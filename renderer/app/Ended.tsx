import type { ReactNode } from 'react';
import { momentOf } from '#renderer/dates.ts';
import { Button } from '#renderer/kit/index.ts';
import { Revoked } from '#renderer/sync/Revoked.tsx';
import { isolated } from '#shared/bidi.ts';
import type { Output } from '#shared/contract.ts';
import { Bare } from './Bare.tsx';

type EndedProps = { ended: NonNullable<Output<'store.status'>['ended']>[number]; onBegin: () => void };

/** Where the only store of this computer is one that the office has ended: why, and beginning again. */
export function Ended({ ended: { name, at, kept }, onBegin }: EndedProps): ReactNode {
  return (
    <Bare>
      <Revoked since={`The store of ${isolated(name)} ended on ${momentOf(at)}.`} kept={kept}>
        <Button type="button" kind="secondary" onClick={onBegin}>
          Begin again with a new invitation
        </Button>
      </Revoked>
    </Bare>
  );
}
