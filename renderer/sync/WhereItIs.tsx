import type { ReactNode } from 'react';
import { Tag } from '#renderer/kit/index.ts';
import { isOpenState, isWithOffice, type VisitState } from '#shared/records/visit.ts';
import type { SendState } from '#shared/sync/views.ts';
import { isSent, useSyncStatus, useWaiting } from './useSync.ts';
import { sendText, sendWords, whyWords } from './words.ts';

/** Where a report is on its way to the office, in one of six words, and why it waits. Nothing where nothing is sent. */
export function WhereItIs({ record, state }: { record: string; state: VisitState }): ReactNode {
  const status = useSyncStatus().data;
  const sent = isSent(status);
  const waiting = useWaiting(sent);
  if (!sent || !waiting.data || state === 'practice' || state === 'discarded') return null;
  const items = waiting.data.filter((item) => item.record === record && item.type !== 'file');
  // Of several changes to it, the one that needs somebody says where it stands.
  const item = items.find((i) => i.state === 'attention') ?? items[0];
  const isDraft = isOpenState(state);
  // A draft that goes to the pair is not what its writer has made ready.
  const where = isDraft && (!item || item.state === 'ready') ? 'draft' : (item?.state ?? settledState(state));
  return (
    <p className="govuk-body desk-screen-only">
      Where it is: <Tag colour={sendWords[where].colour}>{sendText(where, status.now)}</Tag>
      {item && item.state !== 'draft' && (
        <>
          {' '}
          {where === 'draft' && item.why === null ? draftGoes : whyWords(item.why, status.connection)}{' '}
          <a className="govuk-link" href="#/sync">
            What waits to be sent
          </a>
        </>
      )}
    </p>
  );
}

const draftGoes = 'What you have entered goes with the next sending, so that your colleague can read it.';

const settledState = (state: VisitState): SendState => (isWithOffice(state) ? 'received' : 'ready');
