import type { PaperDocument } from '#shared/letters/document.ts';
import { forceDocument } from '#shared/reviews/force-pack.ts';
import { publicationDocument } from '#shared/reviews/publication.ts';
import { fileName } from '#shared/text.ts';
import { docxOf } from '../docx.ts';
import { type Asking, docxType, type FileCalls, madeFile } from '../made-files.ts';
import { htmlOf } from '../said/html.ts';

const made = async (document: PaperDocument, as: 'docx' | 'html', ...name: string[]) =>
  as === 'html'
    ? madeFile(fileName(as, ...name), 'text/html', htmlOf(document))
    : madeFile(fileName(as, ...name), docxType, await docxOf(document));

/** The packs of reviews as files, made beside the store. */
export const packFiles = (read: Asking): FileCalls<'packs.forceFile' | 'packs.publicationFile'> => ({
  'packs.forceFile': async ({ quarter, as }) => {
    const pack = await read('packs.force', { quarter });
    if (!pack.ok) return pack;
    return made(forceDocument(pack.value), as, 'For Professional Standards', pack.value.period.id);
  },
  'packs.publicationFile': async ({ period, as }) => {
    const found = await read('packs.publication', { period });
    if (!found.ok) return found;
    const id = found.value.result.period.id.replace('..', '-to-');
    return made(publicationDocument(found.value), as, 'Complaint reviews', id);
  },
});
