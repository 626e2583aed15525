import { newId, type Sources } from '#shared/ids.ts';
import { actionFiles } from './action-sheet.ts';
import { incomingFiles } from './cases/mail/file-calls.ts';
import { replyFiles } from './cases/reply-files.ts';
import { requestFiles } from './cases/request-files.ts';
import { claimFiles } from './claims/files.ts';
import { accessFiles } from './contacts/access-file.ts';
import { localDay } from './context.ts';
import { engagementFiles } from './engagements/files.ts';
import { letterFiles, mailFiles } from './letters/file-calls.ts';
import type { Asking } from './made-files.ts';
import { planFiles } from './plans/files.ts';
import { qualityFiles } from './quality/files.ts';
import { retentionFiles } from './retention/files.ts';
import { returnFiles } from './returns/files.ts';
import { packFiles } from './reviews/pack-files.ts';
import { rotaFiles } from './rota/files.ts';
import { saidFiles } from './said/files.ts';
import { sessionFiles } from './sessions/files.ts';
import { sheetFiles } from './sheets/file-calls.ts';
import { volunteerFiles } from './volunteers/files.ts';

/** The calls that make files, room by room, each out of what a read answers: nobody's save waits for one. */
export const fileCalls = (asked: Asking, sources: Sources) => {
  const today = () => localDay(sources.now());
  return {
    ...actionFiles(asked, sources.now),
    ...letterFiles(asked, sources.now),
    ...mailFiles(asked, { now: sources.now, newId: () => newId(sources) }),
    ...sheetFiles(asked, sources.now),
    ...claimFiles(asked),
    ...incomingFiles(asked, sources.now),
    ...replyFiles(asked, sources.now),
    ...returnFiles(asked, today),
    ...saidFiles(asked),
    ...engagementFiles(asked),
    ...requestFiles(asked),
    ...retentionFiles(asked),
    ...qualityFiles(asked),
    ...packFiles(asked),
    ...sessionFiles(asked),
    ...planFiles(asked, today),
    ...volunteerFiles(asked, today),
    ...rotaFiles(asked),
    ...accessFiles(asked, today),
  };
};
