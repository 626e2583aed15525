/**
 * By which records a check was found not to hold, at the end of its finding: an answer stands for exactly these, and
 * others as many make other words. It is for the office's own comparison alone, and nobody is shown it.
 */
export const withMark = (found: string, mark: string): string => `${found} (records ${mark})`;

const mark = / \(records? [0-9a-f]{6}\)$/;

/** What a check found, as people read it. */
export const withoutMark = (found: string): string => found.replace(mark, '');
