import { packDocument } from '#shared/quality/pack.ts';
import { fileName } from '#shared/text.ts';
import { docxOf } from '../docx.ts';
import { type Asking, docxType, type FileCalls, madeFile } from '../made-files.ts';
import { htmlOf } from '../said/html.ts';

/** The evidence pack of a period as a file, made beside the store. */
export const qualityFiles = (read: Asking): FileCalls<'quality.file'> => ({
  'quality.file': async ({ period, as }) => {
    const found = await read('quality.pack', { period });
    if (!found.ok) return found;
    const document = packDocument(found.value);
    const name = fileName(as, 'Quality evidence', found.value.period.id);
    return as === 'html'
      ? madeFile(name, 'text/html', htmlOf(document))
      : madeFile(name, docxType, await docxOf(document));
  },
});
