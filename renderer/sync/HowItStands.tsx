import { type ReactNode, useState } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { Button, InsetText, Status, SummaryList } from '#renderer/kit/index.ts';
import { count } from '#shared/numbers.ts';
import type { SyncStatus } from '#shared/sync/views.ts';
import { clockWords } from '#shared/sync/words.ts';
import { shortMoment } from './fact.ts';
import { nowWords, triedWords } from './words.ts';

/** When the office last had everything, when it was and is tried again, and trying now, which always answers. */
export function HowItStands({ status }: { status: SyncStatus }): ReactNode {
  const { run, busy, failure } = useWrite('sync.now');
  const [answer, setAnswer] = useState<string>();
  const tryNow = async () => {
    setAnswer(undefined);
    const tried = await run({});
    if (tried.ok) setAnswer(triedWords(tried.value));
  };
  const when = (instant: string | null, none: string) => (instant ? shortMoment(instant) : none);
  const clock = status.clockAhead;
  const byThisClock = clock === undefined ? '' : ', by this laptop’s clock';
  return (
    <>
      <SummaryList
        className="desk-narrow"
        rows={[
          {
            key: `The office had everything${clock === undefined ? '' : ', by its clock'}`,
            value: when(status.receivedAt, 'Not yet'),
          },
          (status.files ?? 0) > 0 && {
            key: 'Files on their way',
            value: filesWords(status.files ?? 0),
          },
          clock !== undefined && {
            key: 'This laptop’s clock',
            value: `Wrong: ${clockWords(clock)}. Set the date and time in the settings of your computer.`,
          },
          { key: `Last tried${byThisClock}`, value: when(status.lastTry, 'Not yet') },
          { key: `Next try${byThisClock}`, value: nextTry(status) },
          status.checked && { key: 'Compared with the office', value: comparedWords(status.checked) },
        ]}
      />
      <Failed failure={failure} />
      {answer && <InsetText>{answer}</InsetText>}
      <Status message={busy ? 'Trying…' : answer} />
      <Button type="button" disabled={busy} onClick={() => void tryNow()}>
        {busy ? 'Trying…' : 'Try now'}
      </Button>
    </>
  );
}

/** Of reports that have arrived, the files that have not. */
const filesWords = (files: number): string =>
  `${count(files)}: ${files === 1 ? 'its report has' : 'their reports have'} arrived`;

const nextTry = ({ now, nextTry }: SyncStatus): string => {
  if (now) return nowWords(now);
  return nextTry ? shortMoment(nextTry) : 'As soon as there is a network';
};

/** What the last comparison of everything here with what the office has came to. */
const comparedWords = ({ at, repaired, differing }: NonNullable<SyncStatus['checked']>): string => {
  const sets = (n: number) => `${count(n)} ${n === 1 ? 'kind of record' : 'kinds of records'}`;
  if (differing > 0)
    return `${shortMoment(at)}: ${sets(differing)} still ${differing === 1 ? 'differs' : 'differ'}. Tell the office.`;
  if (repaired > 0) return `${shortMoment(at)}: ${sets(repaired)} put right, and now all is the same.`;
  return `${shortMoment(at)}: all is the same.`;
};
