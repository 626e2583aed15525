import type { ReactNode } from 'react';
import { useRead } from '#renderer/app/host.tsx';
import { dayWords } from '#renderer/dates.ts';
import { fileSize } from '#renderer/files/fileSize.ts';
import { Button, InsetText, WarningText } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import type { Output } from '#shared/contract.ts';
import type { Received } from './received.ts';

/** An open case that something may belong to. */
export type NearCase = Output<'incoming.near'>['cases'][number];

type ReceivedCardProps = {
  received: Received;
  contact?: string | undefined;
  /** The case on whose page it stands. */
  besides?: string;
  /** Puts it into a case that it may belong to, instead of where it was read for. */
  onInstead?: (near: NearCase) => void;
  children: ReactNode;
};

/** What a dropped file says, whether it is kept already, and open cases that it may belong to, each with why. */
export function ReceivedCard({
  received,
  contact,
  besides,
  onInstead,
  children,
}: ReceivedCardProps): ReactNode {
  const { name, said } = received;
  const { mail, words, remarks, size, hash } = said;
  const near = useRead('incoming.near', {
    ...{ hash, answers: mail?.answers ?? [], words: mail?.words ?? '' },
    ...(mail?.id && { id: mail.id }),
    ...(mail?.address && { address: mail.address }),
    ...(mail?.subject && { subject: mail.subject }),
    ...(contact && { contact }),
  }).data;
  const text = mail?.words ?? words ?? '';
  return (
    <InsetText>
      <p className="govuk-body govuk-!-font-weight-bold">{mail?.subject ?? name}</p>
      <p className="govuk-body-s">
        {[
          mail?.from && `From ${mail.from}`,
          mail?.to && `to ${mail.to}`,
          mail?.on && `${dayWords(mail.on)}${mail.at ? ` at ${mail.at}` : ''}`,
          fileSize(size),
        ]
          .filter(Boolean)
          .join(', ')}
      </p>
      {near?.kept.map((one) => (
        <WarningText key={one.id}>
          It is kept already, in{' '}
          <a className="govuk-link" href={`#/cases/${one.id}`}>
            {one.reference}
          </a>
          .
        </WarningText>
      ))}
      <p className="govuk-body desk-words">{text.length > 600 ? `${text.slice(0, 600)}…` : text}</p>
      {mail && mail.attached.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {mail.attached.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two attachments may have one name
            <li key={at}>
              {isolated(one.name)} ({one.kind}, {fileSize(one.bytes)})
            </li>
          ))}
        </ul>
      )}
      {remarks.map((remark) => (
        <p className="govuk-body-s" key={remark}>
          {remark}
        </p>
      ))}
      {near?.cases
        .filter((one) => one.id !== besides)
        .map((one) => (
          <p className="govuk-body" key={one.id}>
            It may belong to{' '}
            <a className="govuk-link" href={`#/cases/${one.id}`}>
              {one.reference}
            </a>{' '}
            ({one.why.join(', ')}).{' '}
            {onInstead && (
              <Button type="button" kind="secondary" onClick={() => onInstead(one)}>
                Put it into {one.reference}
                <span className="govuk-visually-hidden">: {name}</span>
              </Button>
            )}
          </p>
        ))}
      {children}
    </InsetText>
  );
}
