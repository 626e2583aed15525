import { type ReactNode, useState } from 'react';
import { useHost, useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { dayWords } from '#renderer/dates.ts';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { bytesOf } from '#renderer/files/bytesOf.ts';
import { fileSize } from '#renderer/files/fileSize.ts';
import { SaveMade } from '#renderer/files/SaveMade.tsx';
import { saveFile } from '#renderer/files/saveFile.ts';
import { useOpenFile } from '#renderer/files/useOpenFile.ts';
import { Button, ButtonGroup, Details } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import { sentence } from '#shared/errors.ts';
import type { Message } from '#shared/records/case-parts.ts';
import { fileKinds } from '#shared/records/file.ts';
import { Section } from '../page/Section.tsx';
import type { SectionProps } from '../parts.ts';
import { channelWords } from '../words.tsx';
import { Call } from './Call.tsx';
import { ReceiveFiles } from './ReceiveFiles.tsx';

/** What is longer than this is folded, so that the next message is not far away. */
const folded = 1_500;

/** All that was said to the office and by it, in order, with what came or went along; and where more is put. */
export function Messages({ shown }: SectionProps): ReactNode {
  const { case: c, names, may } = shown;
  const inOrder = c.messages.toSorted((a, b) => `${a.on}${a.at ?? ''}`.localeCompare(`${b.on}${b.at ?? ''}`));
  return (
    <Section id="messages" title="Messages">
      {inOrder.length === 0 && <p className="govuk-body">Nothing has been put in here yet.</p>}
      {inOrder.map((message) => (
        <One key={message.id} {...{ message, shown }} />
      ))}
      {c.drafts.map((draft) => (
        <p className="govuk-body" key={draft.id}>
          <a className="govuk-link" href={`#/cases/${c.id}/reply/${draft.id}`}>
            Draft: {draft.purpose}, by {names[draft.by] ?? 'somebody'}
          </a>{' '}
          {draft.approved
            ? 'It is approved and can go.'
            : draft.asked
              ? 'It waits to be approved.'
              : draft.returned
                ? 'It was given back.'
                : 'It is being written.'}
        </p>
      ))}
      {may.write && (
        <>
          <p className="govuk-body">
            <a className="govuk-link" href={`#/cases/${c.id}/reply`}>
              Write a reply or ask the force
            </a>
          </p>
          <Call id={c.id} />
          <ReceiveFiles id={c.id} {...(c.from && { contact: c.from })} />
        </>
      )}
    </Section>
  );
}

type OneProps = { message: Message; shown: SectionProps['shown'] };

/** Whom a message is from or to, how it came and when. */
export const messageTitle = (
  { direction, channel, from, to, on, at, purpose }: Message,
  writer = 'whoever wrote',
): string => {
  const who = direction === 'in' ? `From ${from ?? writer}` : `To ${to ?? writer}`;
  const when = `${dayWords(on)}${at ? ` at ${at}` : ''}`;
  return `${isolated(who)}: ${channelWords[channel]}, ${when}${purpose ? ` (${purpose})` : ''}`;
};

function One({ message, shown: { case: c, names, from } }: OneProps): ReactNode {
  const host = useHost();
  const { direction, to, subject, words = '', cut, approved } = message;
  const title = messageTitle(message, from?.name);
  return (
    <article className="desk-message" aria-labelledby={`message-${message.id}`}>
      <h3 className="govuk-heading-s" id={`message-${message.id}`}>
        {title}
      </h3>
      {direction === 'in' && to && <p className="govuk-body-s">To {to}</p>}
      {subject && <p className="govuk-body govuk-!-font-weight-bold">{subject}</p>}
      {words.length > folded ? (
        <Details summary={`${words.slice(0, 200).trim()}…`}>
          <p className="govuk-body desk-words">{words}</p>
        </Details>
      ) : (
        words && <p className="govuk-body desk-words">{words}</p>
      )}
      {cut && <p className="govuk-body-s">It is longer than this. The whole stands in its original below.</p>}
      {approved && (
        <p className="govuk-body-s">Approved by {names[approved.by] ?? 'somebody of the office'}.</p>
      )}
      <Along {...{ message, id: c.id }} files={c.files ?? []} />
      {direction === 'out' && message.purpose && (
        <ButtonGroup>
          {(['mail', 'docx'] as const).map((as) => (
            <SaveMade key={as} make={() => host.call('replies.file', { id: c.id, message: message.id, as })}>
              {as === 'mail' ? 'Save as mail' : 'Save as Word document'}
              <span className="govuk-visually-hidden">: {title}</span>
            </SaveMade>
          ))}
          <a className="govuk-link" href={`#/cases/${c.id}/paper/${message.id}`}>
            Print<span className="govuk-visually-hidden">: {title}</span>
          </a>
        </ButtonGroup>
      )}
    </article>
  );
}

type AlongProps = {
  message: Message;
  id: string;
  files: readonly { id: string; name: string; bytes: number; removed?: string | undefined }[];
};

/** What came or went with a message: its files, and what lies within an e-mail. */
function Along({ message: { files: ids = [], mail }, id, files }: AlongProps): ReactNode {
  const host = useHost();
  const opening = useOpenFile('caseFile', id);
  const adding = useWrite('files.add');
  const [busy, setBusy] = useState(false);
  const standing = files.filter((file) => ids.includes(file.id) && !file.removed);
  const take = async (at: number, keep: boolean) => {
    if (!mail) return;
    setBusy(true);
    const found = await host.call('incoming.attachment', { id, file: mail.original, at });
    setBusy(false);
    if (!found.ok) return say(sentence(found.error));
    const { name, mime, bytes } = found.value;
    if (!keep) return saveFile({ name, mime, parts: [bytesOf(bytes)] });
    const kept = await adding.run({ type: 'caseFile', id, file: newRecordId(), name, bytes });
    say(kept.ok ? `${isolated(name)} is a file of the case.` : sentence(kept.error));
  };
  if (standing.length === 0 && !mail) return null;
  return (
    <ul className="govuk-list desk-files">
      {standing.map((file) => (
        <li key={file.id}>
          {file.id === mail?.original ? 'The whole e-mail' : isolated(file.name)} ({fileSize(file.bytes)}){' '}
          <Button
            type="button"
            kind="secondary"
            disabled={opening.busy !== null}
            onClick={() => void opening.open(file.id)}
          >
            Save<span className="govuk-visually-hidden"> {file.name}</span>
          </Button>
        </li>
      ))}
      {mail?.attached.map(({ name, kind, bytes }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two attachments may have one name; their order never changes
        <li key={at}>
          {isolated(name)} ({kind}, {fileSize(bytes)}){' '}
          <Button type="button" kind="secondary" disabled={busy} onClick={() => void take(at, false)}>
            Save<span className="govuk-visually-hidden"> {name}</span>
          </Button>{' '}
          {(fileKinds as readonly string[]).includes(kind) && (
            <Button type="button" kind="secondary" disabled={busy} onClick={() => void take(at, true)}>
              Keep as a file of the case<span className="govuk-visually-hidden">: {name}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
