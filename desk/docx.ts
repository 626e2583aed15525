import type { PaperDocument } from '#shared/letters/document.ts';

/** A document as a Word file. What makes it is loaded with the first one: most starts of the application make none. */
export const docxOf = async (document: PaperDocument): Promise<Uint8Array> =>
  (await import('./docx-file.ts')).docxFile(document);
