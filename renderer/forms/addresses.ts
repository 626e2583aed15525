import type { Place } from '#shared/forms/edits.ts';

/** Where the pages of the form editor stand. */
export const editor = '/forms/edit';
export const sectionAddress = (section: string): string => `${editor}/sections/${section}`;
export const questionAddress = ({ section, question }: Place): string =>
  `${sectionAddress(section)}/${question}`;
export const previewAddress = (section: string): string => `${editor}/preview/${section}`;
export const changesAddress = `${editor}/changes`;
