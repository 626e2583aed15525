import type { WebContents } from 'electron';

/** What a person is told when printing did not work, or undefined where it did or they changed their mind. */
type Trouble = string | undefined;

/** Prints the page as the print stylesheet lays it out, through the system's own dialog. */
export const printPage = (contents: Pick<WebContents, 'print'>): Promise<Trouble> =>
  new Promise((resolve) => {
    contents.print({ printBackground: false }, (success, reason) =>
      resolve(success || /cancel/i.test(reason) ? undefined : 'The page could not be printed.'),
    );
  });

/** A name for the file that every system accepts, from the title of the page. */
export const fileNameOf = (title: string): string => {
  const name = title
    .replace(/[^\p{L}\p{N} .,'()-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '')
    .slice(0, 100)
    .trim();
  return `${name || 'ICV Desk'}.pdf`;
};

/**
 * Saves the page as a tagged PDF from the same print stylesheet. The place is asked for first and only what the
 * dialog gives back is written: the page never names a file.
 */
export const savePdf = async (
  contents: Pick<WebContents, 'printToPDF' | 'getTitle'>,
  askPlace: (name: string) => Promise<string | undefined>,
  write: (path: string, bytes: Uint8Array) => Promise<void>,
): Promise<Trouble> => {
  const path = await askPlace(fileNameOf(contents.getTitle()));
  if (path === undefined) return undefined;
  try {
    const pdf = await contents.printToPDF({
      pageSize: 'A4',
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
    await write(path, pdf);
    return undefined;
  } catch {
    return 'The PDF could not be saved. Choose another place, or free some space, and try again.';
  }
};
