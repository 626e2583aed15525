import { defaultLooking, type Looking } from '#shared/checks/timeline.ts';
import type { Setting } from '#shared/records/setting.ts';

/** How this office has the application look at time lines. */
export const lookingOf = ({ recordChecks = {} }: Pick<Setting, 'recordChecks'>): Looking => ({
  late: recordChecks.late ?? defaultLooking.late,
  together: recordChecks.together ?? defaultLooking.together,
  apart: recordChecks.apart ?? defaultLooking.apart,
});
