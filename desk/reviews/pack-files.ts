import type { PaperDocument } from '#shared/letters/document.ts';
import { forceDocument } from '#shared/reviews/force-pack.ts';
import { fileName } from '#shared/text.ts';
import { docxOf } from '../docx.ts';
import { type Asking, docxType, type FileCalls, madeFile } from '../made-files.ts';
import { htmlOf } from '../said/html.ts';

const made = async (document: PaperDocument, as: 'docx' | 'html', ...name: string[]) =>
  as === 'html'
    ? madeFile(fileName(as, ...name), 'text/html', htmlOf(document))
    : madeFile(fileName(as, ...name), docxType, await docxOf(document));

/** The pack for Professional Standards as a file, made beside the store. */
export const packFiles = (read: Asking): FileCalls<'packs.forceFile'> => ({
  'packs.forceFile': async ({ quarter, as }) => {
    const pack = await read('packs.force', { quarter });
    if (!pack.ok) return pack;
    return made(forceDocument(pack.value), as, 'For Professional Standards', pack.value.period.id);
  },
});
