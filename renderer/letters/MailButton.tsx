import { type ReactNode, useState } from 'react';
import { useHost } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { bytesOf } from '#renderer/files/bytesOf.ts';
import { saveFile } from '#renderer/files/saveFile.ts';
import { Button } from '#renderer/kit/index.ts';
import type { Input } from '#shared/contract.ts';
import { sentence } from '#shared/errors.ts';
import { listed } from '#shared/rota/words.ts';

type MailButtonProps = { about: Input<'mails.draft'>['about']; children: ReactNode };

/** A mail to volunteers as a file for one's own mail program; of whom no address is known, it says so. For the staff. */
export function MailButton({ about, children }: MailButtonProps): ReactNode {
  const host = useHost();
  const may = useMay('mails.file');
  const [busy, setBusy] = useState(false);
  if (!may) return null;
  const make = async () => {
    setBusy(true);
    const answer = await host.call('mails.file', { about });
    setBusy(false);
    if (!answer.ok) return say(sentence(answer.error));
    const { name, mime, bytes, without } = answer.value;
    saveFile({ name, mime, parts: [bytesOf(bytes)] });
    const missing = without.length > 0 ? ` No mail address is known of ${listed(without)}.` : '';
    say(`Saved as ${name}. Open it to send it.${missing}`);
  };
  return (
    <Button type="button" kind="secondary" disabled={busy} onClick={() => void make()}>
      {children}
    </Button>
  );
}
