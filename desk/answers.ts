import { boardReads } from './board/board.ts';
import { bulkReads, bulkWrites } from './cases/bulk.ts';
import { caseDoingWrites } from './cases/doing.ts';
import { incomingReads, incomingWrites } from './cases/incoming.ts';
import { caseListReads } from './cases/listing.ts';
import { caseReads } from './cases/reading.ts';
import { replyReads } from './cases/replies.ts';
import { replyWrites } from './cases/replying.ts';
import { requestReads, requestWrites } from './cases/requests.ts';
import { caseSettingReads, caseSettingWrites } from './cases/settings.ts';
import { caseWrites } from './cases/writing.ts';
import { checkReads } from './checks/reading.ts';
import { checkWrites } from './checks/writing.ts';
import { claimReads } from './claims/reading.ts';
import { claimWrites } from './claims/writing.ts';
import { concernReads } from './concerns/reading.ts';
import { concernWrites } from './concerns/writing.ts';
import { contactReads } from './contacts/reading.ts';
import { contactWrites } from './contacts/writing.ts';
import type { Reads, Writes } from './context.ts';
import { declarationWrites } from './declarations.ts';
import { figureReads, figureWrites } from './engagements/figures.ts';
import { engagementReads, engagementWrites } from './engagements/records.ts';
import { themeReads } from './engagements/themes.ts';
import { fileReads, fileWrites } from './files.ts';
import { formReads, formWrites } from './forms.ts';
import { handoverReads, handoverWrites } from './handover/handover.ts';
import { importReads, importWrites } from './imports.ts';
import { issuedReads } from './letters/issued.ts';
import { letterReads, letterWrites } from './letters/letters.ts';
import { mailReads } from './letters/mails.ts';
import { reviewLetterReads, reviewLetterWrites } from './letters/review-letters.ts';
import { templateReads, templateWrites } from './letters/templates.ts';
import { officeReads, officeWrites } from './office.ts';
import { pinReads, pinWrites } from './pins.ts';
import { planReads, planWrites } from './plans/plans.ts';
import { qualityReads } from './quality/reading.ts';
import { qualityWrites } from './quality/writing.ts';
import { readThroughReads, readThroughWrites } from './read-through.ts';
import { retentionReads } from './retention/reading.ts';
import { retentionWrites } from './retention/writing.ts';
import { returnReads } from './returns/compute.ts';
import { returnLifeReads, returnLifeWrites } from './returns/life.ts';
import { caseworkReads, caseworkWrites } from './reviews/casework.ts';
import { clockReads, clockWrites } from './reviews/clocks.ts';
import { reviewListReads } from './reviews/listing.ts';
import { packReads } from './reviews/packs.ts';
import { reviewReads } from './reviews/reading.ts';
import { recommendationReads, recommendationWrites } from './reviews/recommendations.ts';
import { reviewWrites } from './reviews/writing.ts';
import { rotaReads } from './rota/reading.ts';
import { rotaWrites } from './rota/writing.ts';
import { saidReads } from './said/said.ts';
import { searchReads } from './search.ts';
import { sessionReads, sessionWrites } from './session.ts';
import { sessionsReads } from './sessions/reading.ts';
import { sessionsWrites } from './sessions/writing.ts';
import { sheetReads, sheetWrites } from './sheets/sheets.ts';
import { syncReads, syncWrites } from './sync/calls.ts';
import { unseenReads } from './unseen/unseen.ts';
import { visitReads, visitWrites } from './visits.ts';
import { monitoringReads, monitoringWrites } from './volunteers/monitoring.ts';
import { movingWrites } from './volunteers/moving.ts';
import { paperWrites } from './volunteers/papers.ts';
import { volunteerReads } from './volunteers/reading.ts';

/** The reading half of the contract, room by room; what looks at the file itself is the worker's. */
export const reads: Omit<Reads, 'store.check'> = {
  ...sessionReads,
  ...searchReads,
  ...officeReads,
  ...visitReads,
  ...checkReads,
  ...concernReads,
  ...readThroughReads,
  ...pinReads,
  ...planReads,
  ...claimReads,
  ...sessionsReads,
  ...fileReads,
  ...formReads,
  ...boardReads,
  ...handoverReads,
  ...saidReads,
  ...reviewListReads,
  ...reviewReads,
  ...recommendationReads,
  ...caseworkReads,
  ...contactReads,
  ...clockReads,
  ...packReads,
  ...caseListReads,
  ...caseReads,
  ...incomingReads,
  ...replyReads,
  ...bulkReads,
  ...caseSettingReads,
  ...requestReads,
  ...retentionReads,
  ...returnReads,
  ...returnLifeReads,
  ...themeReads,
  ...engagementReads,
  ...figureReads,
  ...rotaReads,
  ...qualityReads,
  ...unseenReads,
  ...importReads,
  ...templateReads,
  ...issuedReads,
  ...letterReads,
  ...reviewLetterReads,
  ...mailReads,
  ...sheetReads,
  ...syncReads,
  ...volunteerReads,
  ...monitoringReads,
};

/** The writing half of it. */
export const writes: Omit<Writes, 'store.backUp'> = {
  ...sessionWrites,
  ...officeWrites,
  ...visitWrites,
  ...checkWrites,
  ...incomingWrites,
  ...replyWrites,
  ...concernWrites,
  ...declarationWrites,
  ...readThroughWrites,
  ...pinWrites,
  ...planWrites,
  ...handoverWrites,
  ...claimWrites,
  ...sessionsWrites,
  ...fileWrites,
  ...rotaWrites,
  ...qualityWrites,
  ...formWrites,
  ...reviewWrites,
  ...recommendationWrites,
  ...caseworkWrites,
  ...contactWrites,
  ...clockWrites,
  ...caseWrites,
  ...caseDoingWrites,
  ...bulkWrites,
  ...caseSettingWrites,
  ...requestWrites,
  ...retentionWrites,
  ...returnLifeWrites,
  ...importWrites,
  ...engagementWrites,
  ...figureWrites,
  ...templateWrites,
  ...letterWrites,
  ...reviewLetterWrites,
  ...sheetWrites,
  ...syncWrites,
  ...movingWrites,
  ...paperWrites,
  ...monitoringWrites,
};
