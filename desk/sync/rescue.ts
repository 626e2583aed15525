import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { attempt, attemptToRead } from '#db/failure.ts';
import { shortestPassphrase } from '#db/keys.ts';
import { bringIn } from '#db/sync/bring-in.ts';
import { isJoined } from '#db/sync/membership.ts';
import { fromRescueFile, toRescueFile } from '#db/sync/rescue-file.ts';
import { changesIn, damagedOf, readLeft } from '#db/sync/rest.ts';
import { normalised } from '#db/wrap.ts';
import { instant } from '#shared/ids.ts';
import { fail, ok } from '#shared/result.ts';
import type { Writes } from '../context.ts';

const standalone = fail({ tag: 'standalone' } as const);

const write = (path: string, content: Buffer) =>
  attempt(path, () => {
    try {
      writeFileSync(path, content, { flag: 'wx', mode: 0o600, flush: true });
    } catch (error) {
      // Half a rescue file must not be taken for one; somebody else's file of that name stays.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') rmSync(path, { force: true });
      throw error;
    }
  });

export const rescueWrites = {
  'sync.rescueOut': (w, { path, passphrase }, ctx) => {
    if (!isJoined(w)) return standalone;
    if (Array.from(normalised(passphrase)).length < shortestPassphrase)
      return fail({ tag: 'weakPassphrase', atLeast: shortestPassphrase });
    const left = readLeft(w);
    const [changes, files, damaged] = [changesIn(left), left.files.length, damagedOf(w, left)];
    if (changes + files === 0)
      return fail(damaged === 0 ? { tag: 'nothingUnsent' } : { tag: 'unsentDamaged', files: damaged });
    const at = resolve(
      path ?? join(ctx.folder, `unsent-${instant(ctx.sources).replace(/[:.]/g, '-')}.icvrescue`),
    );
    if (existsSync(at)) return fail({ tag: 'fileExists', path: at });
    const content = toRescueFile(left, passphrase, ctx.sources);
    const written = write(at, content);
    return written.ok ? ok({ path: at, bytes: content.length, changes, files, damaged }) : written;
  },
  'sync.rescueIn': (w, { path, file, passphrase }, ctx) => {
    if (!isJoined(w)) return standalone;
    const name = path ?? 'the file';
    const read =
      file === undefined
        ? attemptToRead(name, () => readFileSync(resolve(name)))
        : ok(Buffer.from(file, 'base64'));
    if (!read.ok) return read;
    const left = fromRescueFile(read.value, passphrase);
    if (left === 'damaged') return fail({ tag: 'notARescueFile', path: name });
    if (left === 'wrong passphrase') return fail({ tag: 'wrongPassphrase' });
    if (left.rest.office !== ctx.identity.office) return fail({ tag: 'foreignOffice' });
    return ok(bringIn(w, left, instant(ctx.sources)));
  },
} satisfies Partial<Writes>;
