import type { ReactNode } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { typedDate } from '#renderer/editing/typed.ts';
import { Button } from '#renderer/kit/index.ts';
import { ReceivedCard } from '../messages/ReceivedCard.tsx';
import { ChooseFiles } from '../messages/ReceiveFiles.tsx';
import type { Received } from '../messages/received.ts';
import type { CaseForm } from './caseForm.ts';

type CameFilesProps = {
  form: UseFormReturn<CaseForm>;
  all: readonly Received[];
  onAll: (change: (all: readonly Received[]) => readonly Received[]) => void;
};

/** The name that an e-mail gives its sender, without the address. */
const namedIn = (from: string): string => {
  const name = from.replace(/<[^<>]*>/, '').trim();
  return name.includes('@') ? '' : name;
};

/**
 * What an e-mail says of itself goes into boxes that nobody has typed in. Who of the register is meant, and whether it
 * belongs to a case that is there, is left to whoever reads it.
 */
const fill = (form: UseFormReturn<CaseForm>, { mail }: Received['said']) => {
  if (!mail) return;
  const typed = form.getValues();
  const put = (...[box, value]: Parameters<typeof form.setValue>) =>
    form.setValue(box, value, { shouldDirty: true });
  put('channel', 'email');
  if (mail.on) put('received', typedDate(mail.on));
  if (mail.at && !typed.at) put('at', mail.at);
  if (mail.subject && !typed.summary) put('summary', mail.subject);
  if (typed.from.chosen || typed.from.name || typed.from.mail) return;
  put('from.name', namedIn(mail.from ?? '').slice(0, 200));
  put('from.mail', mail.address ?? '');
};

/** E-mails and papers that the new case begins with: read and shown, and kept with it once it is written down. */
export function CameFiles({ form, all, onAll }: CameFilesProps): ReactNode {
  const chosen = form.watch('from.chosen');
  return (
    <>
      <ChooseFiles
        onReceived={(received) => {
          onAll((now) => [...now, received]);
          fill(form, received.said);
        }}
      />
      {all.map((received) => (
        <ReceivedCard key={received.id} received={received} {...(chosen && { contact: chosen })}>
          <Button
            type="button"
            kind="secondary"
            onClick={() => onAll((now) => now.filter(({ id }) => id !== received.id))}
          >
            Leave it out<span className="govuk-visually-hidden">: {received.name}</span>
          </Button>
        </ReceivedCard>
      ))}
    </>
  );
}
