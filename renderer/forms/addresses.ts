import { useLocation } from 'wouter';
import type { Form } from '#shared/forms/definition.ts';
import type { Place } from '#shared/forms/edits.ts';

/** Where the pages of one form stand, and what it is called. */
const placesUnder = (of: Form['of'], list: string, name: string, written: string) => {
  const editor = `${list}/edit`;
  const sectionAddress = (section: string): string => `${editor}/sections/${section}`;
  return {
    of,
    list,
    name,
    /** What is written with it. */
    written,
    editor,
    sectionAddress,
    questionAddress: ({ section, question }: Place): string => `${sectionAddress(section)}/${question}`,
    previewAddress: (section: string): string => `${editor}/preview/${section}`,
    changesAddress: `${editor}/changes`,
  };
};
export type FormPlaces = ReturnType<typeof placesUnder>;

const visits = placesUnder('visit', '/forms', 'Visit form', 'Reports');
const checks = placesUnder('recordCheck', '/forms/checks', 'Record check form', 'Checks');

/** The form that one is at: the visit form, or that of record checks, which has the same pages at places of its own. */
export const useFormPlaces = (): FormPlaces => {
  const [path] = useLocation();
  return path === checks.list || path.startsWith(`${checks.list}/`) ? checks : visits;
};
