import { type ReactNode, useState } from 'react';
import { say } from '#renderer/app/state.ts';
import { bytesOf } from '#renderer/files/bytesOf.ts';
import { saveFile } from '#renderer/files/saveFile.ts';
import { Button } from '#renderer/kit/index.ts';
import { type Failure, sentence } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';

type Made = { name: string; mime: string; bytes: string };
type SaveMadeProps = { make: () => Promise<Result<Made, Failure>>; children: ReactNode };

/** A button that has a file made and hands it over. */
export function SaveMade({ make, children }: SaveMadeProps): ReactNode {
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    const answer = await make();
    setBusy(false);
    if (!answer.ok) return say(sentence(answer.error));
    const { name, mime, bytes } = answer.value;
    saveFile({ name, mime, parts: [bytesOf(bytes)] });
    say(mime === 'message/rfc822' ? `Saved as ${name}. Open it to send it.` : `Saved as ${name}.`);
  };
  return (
    <Button type="button" kind="secondary" disabled={busy} onClick={() => void save()}>
      {children}
    </Button>
  );
}
