import type { CaseFile } from '#shared/records/case-file.ts';
import { owesReply, stepsToTake } from './kinds.ts';
import { openAsks } from './next-step.ts';

/**
 * What is missing before a case can be closed, each as a sentence. Whoever was not answered has an outcome that says why.
 */
export const missingToClose = (c: CaseFile, outcome: string | undefined): string[] => {
  const isAnswered = c.answered !== undefined || c.request?.decision !== undefined;
  const waits = c.drafts.some(({ asked, approved }) => asked !== undefined && approved === undefined);
  return [
    ...(c.risk && c.risk.told.length === 0 ? ['Nobody is written down as told of the risk.'] : []),
    ...stepsToTake(c).map(({ what }) => `Still to be done: ${what}.`),
    ...(waits ? ['A reply waits to be approved.'] : []),
    ...openAsks(c).map(({ to }) => `${to} has not answered; write down the answer, or that none is needed.`),
    ...(owesReply(c) && !isAnswered && !outcome?.trim()
      ? ['Nobody was answered: say with which outcome it ends.']
      : []),
  ];
};
