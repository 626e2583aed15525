import type { FileWhere } from '#shared/calls/files.ts';

/** Where a file is, if it is not everywhere yet; `isWithOffice`: whether the office has the record itself. */
export const whereWords = (where: FileWhere | undefined, isWithOffice: boolean): string => {
  if (!where?.here)
    return 'Not on this laptop yet. It comes by itself once whoever added it has sent it to the office.';
  return isWithOffice && !where.sent ? 'On its way to the office' : '';
};
