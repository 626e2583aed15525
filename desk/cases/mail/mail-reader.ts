import { parentPort, workerData } from 'node:worker_threads';
import { readAttachment, readMail } from './read-mail.ts';

/** What a thread is started for: an e-mail to be read, or one attachment to be taken out of it. */
export type MailJob = { bytes: Uint8Array; now: number; attachment?: number };

const { bytes, now, attachment } = workerData as MailJob;
parentPort?.postMessage(
  attachment === undefined ? await readMail(bytes, now) : await readAttachment(bytes, attachment),
);
