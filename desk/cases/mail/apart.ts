import { Worker } from 'node:worker_threads';
import { fail, type Result } from '#shared/result.ts';
import type { MailJob } from './mail-reader.ts';
import type { ReadMail } from './read-mail.ts';

/** Far longer than the largest e-mail takes on an old laptop. */
const longest = 30_000;
const mostMegabytes = 1_000;

/** A thread for one e-mail: whatever it makes of its time and its memory ends with it, and nobody's save waits. */
const inThread = <T>(job: MailJob): Promise<Result<T, string>> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./mail-reader.ts', import.meta.url), {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    });
    const late = setTimeout(() => end(fail('reading it takes far longer than an e-mail does')), longest);
    const end = (result: Result<T, string>) => {
      clearTimeout(late);
      resolve(result);
      void worker.terminate();
    };
    worker.once('message', end);
    worker.once('error', () => end(fail('it cannot be read')));
    worker.once('exit', () => end(fail('it cannot be read')));
  });

export const readMailApart = (bytes: Uint8Array, now: number): Promise<Result<ReadMail, string>> =>
  inThread({ bytes, now });

export const readAttachmentApart = (
  bytes: Uint8Array,
  attachment: number,
): Promise<Result<{ name: string; bytes: Uint8Array }, string>> => inThread({ bytes, now: 0, attachment });
