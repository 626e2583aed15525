import { checkReads } from '#desk/checks/reading.ts';
import { checkWrites } from '#desk/checks/writing.ts';
import { claimReads } from '#desk/claims/reading.ts';
import { claimWrites } from '#desk/claims/writing.ts';
import { concernReads } from '#desk/concerns/reading.ts';
import { concernWrites } from '#desk/concerns/writing.ts';
import { contactReads } from '#desk/contacts/reading.ts';
import { contactWrites } from '#desk/contacts/writing.ts';
import { declarationWrites } from '#desk/declarations.ts';
import { fileReads, fileWrites } from '#desk/files.ts';
import { formReads, formWrites } from '#desk/forms.ts';
import { officeReads, officeWrites } from '#desk/office.ts';
import { planReads, planWrites } from '#desk/plans/plans.ts';
import { readThroughReads, readThroughWrites } from '#desk/read-through.ts';
import { returnReads } from '#desk/returns/compute.ts';
import { returnLifeReads, returnLifeWrites } from '#desk/returns/life.ts';
import { caseworkReads, caseworkWrites } from '#desk/reviews/casework.ts';
import { clockReads, clockWrites } from '#desk/reviews/clocks.ts';
import { reviewListReads } from '#desk/reviews/listing.ts';
import { reviewReads } from '#desk/reviews/reading.ts';
import { recommendationReads, recommendationWrites } from '#desk/reviews/recommendations.ts';
import { reviewWrites } from '#desk/reviews/writing.ts';
import { rotaReads } from '#desk/rota/reading.ts';
import { rotaWrites } from '#desk/rota/writing.ts';
import { searchReads } from '#desk/search.ts';
import { sessionReads } from '#desk/session.ts';
import { sessionsReads } from '#desk/sessions/reading.ts';
import { sessionsWrites } from '#desk/sessions/writing.ts';
import { syncReads, syncWrites } from '#desk/sync/calls.ts';
import { visitReads, visitWrites } from '#desk/visits.ts';
import type { CallName } from '#shared/contract.ts';

/** What a worker answers out of its store, for tests that stand on a store without a worker. */
export const handlers = {
  ...sessionReads,
  ...searchReads,
  ...officeReads,
  ...officeWrites,
  ...visitReads,
  ...concernReads,
  ...visitWrites,
  ...concernWrites,
  ...checkReads,
  ...checkWrites,
  ...declarationWrites,
  ...readThroughReads,
  ...readThroughWrites,
  ...fileReads,
  ...fileWrites,
  ...formReads,
  ...formWrites,
  ...planReads,
  ...rotaReads,
  ...rotaWrites,
  ...claimReads,
  ...claimWrites,
  ...sessionsReads,
  ...planWrites,
  ...sessionsWrites,
  ...reviewListReads,
  ...reviewReads,
  ...reviewWrites,
  ...recommendationReads,
  ...recommendationWrites,
  ...caseworkReads,
  ...contactReads,
  ...caseworkWrites,
  ...contactWrites,
  ...clockReads,
  ...clockWrites,
  ...returnReads,
  ...returnLifeReads,
  ...returnLifeWrites,
  ...syncReads,
  ...syncWrites,
};
export type StoreCall = keyof typeof handlers & CallName;
