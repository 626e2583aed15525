import { create } from 'zustand';
import { useApp } from '#renderer/app/state.ts';
import { saveFile } from '#renderer/files/saveFile.ts';
import type { Answer, Host } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import type { ImportKind, ImportReport } from '#shared/import-views.ts';
import { textOf } from './textOf.ts';

/** Where an import stands. Only one is under way at a time. */
export type Stage =
  | { at: 'choosing'; stopped: boolean }
  | { at: 'reading'; file: string; read: number; size: number }
  | { at: 'checking'; file: string }
  | { at: 'preview'; report: ImportReport }
  | { at: 'writing'; report: ImportReport; done: number; rows: number }
  | { at: 'done'; report: ImportReport; rows: number; rejected: boolean }
  /** `decided`: accepted before it failed, so the application finishes it by itself. */
  | { at: 'failed'; failure: Failure; decided: boolean };

/**
 * The import under way. It lives outside the page, so that it goes on while the person looks at something else, and
 * is found where it stands when they come back.
 */
export const useImporting = create<{ stage: Stage }>(() => ({ stage: { at: 'choosing', stopped: false } }));

// Another person is at work: what the last one was about to import is not theirs to see.
useApp.subscribe((now, before) => {
  if (now.turn !== before.turn) startAgain();
});

const show = (stage: Stage) => useImporting.setState({ stage });
const failed = (failure: Failure, decided = false) => show({ at: 'failed', failure, decided });

/** Set by Stop: the reading under way ends before its next piece. */
let stopping = false;

export const stopReading = (): void => {
  stopping = true;
};

export type Chosen = { readonly kind: ImportKind; readonly file: File; readonly create: boolean };

/** Sends a file to be staged, piece by piece, and then asks what it would change. Nothing is written by it. */
export const readFile = async (host: Host, { kind, file, create: make }: Chosen): Promise<void> => {
  stopping = false;
  show({ at: 'reading', file: file.name, read: 0, size: file.size });
  const begun = await host.call('imports.begin', { kind, file: file.name, create: make });
  if (!begun.ok) return failed(begun.error);
  const { id } = begun.value;
  const drop = () => host.call('imports.discard', { id });
  const stop = async () => {
    await drop();
    show({ at: 'choosing', stopped: true });
  };
  const giveUp = async (failure: Failure) => {
    await drop();
    failed(failure);
  };
  for await (const piece of textOf(file)) {
    if (stopping) return stop();
    if (!piece.ok) return giveUp(piece.error);
    const sent = await host.call('imports.chunk', { id, text: piece.value.text });
    if (!sent.ok) return giveUp(sent.error);
    show({ at: 'reading', file: file.name, read: piece.value.read, size: file.size });
  }
  if (stopping) return stop();
  show({ at: 'checking', file: file.name });
  const finished = await host.call('imports.finish', { id });
  if (!finished.ok) return giveUp(finished.error);
  show({ at: 'preview', report: finished.value });
};

/** Puts a staged file aside; nothing of it is written. */
export const discard = async (host: Host, report: ImportReport): Promise<void> => {
  await host.call('imports.discard', { id: report.id });
  show({ at: 'choosing', stopped: false });
};

/** Saves the rejected rows, with their reasons, as a file of the same columns. */
const saveRejects = async (host: Host, report: ImportReport): Promise<Failure | undefined> => {
  const parts: string[] = [];
  let after: number | null = 0;
  while (after !== null) {
    const page: Answer<'imports.problems'> = await host.call('imports.problems', {
      id: report.id,
      after,
      limit: 1_000,
    });
    if (!page.ok) return page.error;
    parts.push(page.value.rejects);
    after = page.value.next;
  }
  saveFile({ name: `rejected-${report.file}`, mime: 'text/csv;charset=utf-8', parts });
  return undefined;
};

/** Accepts a staged file and writes its rows. With rejected ones among them, those are saved as a file first. */
export const accept = async (host: Host, report: ImportReport): Promise<void> => {
  const partial = report.bad > 0;
  if (partial) {
    const failure = await saveRejects(host, report);
    if (failure) return failed(failure);
  }
  const accepted = await host.call('imports.accept', { id: report.id, partial });
  if (!accepted.ok) return failed(accepted.error);
  const { rows } = accepted.value;
  for (let left = rows; left > 0; ) {
    show({ at: 'writing', report, done: rows - left, rows });
    const step = await host.call('imports.step', { id: report.id });
    if (!step.ok) return failed(step.error, step.error.tag !== 'importRefused');
    left = step.value.left;
  }
  show({ at: 'done', report, rows, rejected: partial });
};

export const startAgain = (): void => show({ at: 'choosing', stopped: false });
