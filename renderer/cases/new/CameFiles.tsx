import { type ReactNode, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { Failed } from '#renderer/app/Failed.tsx';
import { useHost } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { typedDate } from '#renderer/editing/typed.ts';
import { Button, InsetText } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import type { Failure } from '#shared/errors.ts';
import { type NearCase, ReceivedCard } from '../messages/ReceivedCard.tsx';
import { ChooseFiles } from '../messages/ReceiveFiles.tsx';
import { putInto, type Received } from '../messages/received.ts';
import type { CaseForm } from './caseForm.ts';

/** A case with the names of what was dropped for it: what is typed is kept when the window closes, a file is not. */
type WithDropped = CaseForm & { dropped: string[] };

type CameFilesProps = {
  form: UseFormReturn<WithDropped>;
  today: string;
  all: readonly Received[];
  onAll: (change: (all: readonly Received[]) => readonly Received[]) => void;
};

/** The name that an e-mail gives its sender, without the address. */
const namedIn = (from: string): string => {
  const name = from.replace(/<[^<>]*>/, '').trim();
  return name.includes('@') ? '' : name;
};

/** What an e-mail says of itself, by the boxes that it goes into. */
const boxesOf = ({ mail }: Received['said']) =>
  mail &&
  ({
    channel: 'email',
    received: typedDate(mail.on),
    at: mail.at ?? '',
    summary: mail.subject ?? '',
    'from.name': namedIn(mail.from ?? '').slice(0, 200),
    'from.mail': mail.address ?? '',
  } as const);
type Box = keyof NonNullable<ReturnType<typeof boxesOf>>;
const ofSender: readonly Box[] = ['from.name', 'from.mail'];
const alwaysSaid: readonly Box[] = ['channel', 'received'];

/**
 * What an e-mail says of itself goes into boxes that nobody has typed in. Who of the register is meant, and whether it
 * belongs to a case that is there, is left to whoever reads it.
 */
export const fill = (form: UseFormReturn<WithDropped>, said: Received['said']) => {
  const { chosen, name, mail } = form.getValues('from');
  const knowsSender = [chosen, name, mail].some(Boolean);
  for (const [box, value] of Object.entries(boxesOf(said) ?? {}) as [Box, string][]) {
    if (value === '' || (ofSender.includes(box) && knowsSender)) continue;
    if (alwaysSaid.includes(box) || form.getValues(box) === '') form.setValue(box, value);
  }
};

/** Takes out again what an e-mail put there, where it still stands so: the case is not made of it. */
const empty = (form: UseFormReturn<WithDropped>, said: Received['said'], today: string) => {
  for (const [box, value] of Object.entries(boxesOf(said) ?? {}) as [Box, string][])
    if (form.getValues(box) === value) form.setValue(box, box === 'received' ? typedDate(today) : '');
  form.setValue('from.chosen', '');
};

/** E-mails and papers that the new case begins with: read and shown, and kept with it once it is written down. */
export function CameFiles({ form, today, all, onAll }: CameFilesProps): ReactNode {
  const host = useHost();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [chosen, dropped] = form.watch(['from.chosen', 'dropped']);
  const lost = dropped.filter((name) => !all.some((one) => one.name === name));
  const name = (change: (names: string[]) => string[]) =>
    form.setValue('dropped', change(form.getValues('dropped')));
  const leaveOut = (received: Received) => {
    onAll((now) => now.filter(({ id }) => id !== received.id));
    name((names) => names.filter((one) => one !== received.name));
  };
  const putElsewhere = async (received: Received, { id, reference }: NearCase) => {
    const channel = form.getValues('channel') || 'letter';
    const answer = await putInto(host, id, received, { on: today, channel });
    setFailure(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    leaveOut(received);
    empty(form, received.said, today);
    say(`${isolated(received.name)} is in ${reference}.`);
  };
  return (
    <>
      <ChooseFiles
        onReceived={(received) => {
          onAll((now) => [...now, received]);
          name((names) => [...names, received.name]);
          fill(form, received.said);
        }}
      />
      <Failed failure={failure} />
      {lost.length > 0 && (
        <InsetText>
          <p className="govuk-body">
            Read here before the window closed, and not kept: {lost.join(', ')}. Drop it again, or the case is
            written down without it.
          </p>
          <Button
            type="button"
            kind="secondary"
            onClick={() => name((names) => names.filter((one) => !lost.includes(one)))}
          >
            Go on without it
          </Button>
        </InsetText>
      )}
      {all.map((received) => (
        <ReceivedCard
          key={received.id}
          {...{ received, ...(chosen && { contact: chosen }) }}
          onInstead={(near) => void putElsewhere(received, near)}
        >
          <Button type="button" kind="secondary" onClick={() => leaveOut(received)}>
            Leave it out<span className="govuk-visually-hidden">: {received.name}</span>
          </Button>
        </ReceivedCard>
      ))}
    </>
  );
}
