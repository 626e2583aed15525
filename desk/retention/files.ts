import { certificate } from '#shared/cases/certificate.ts';
import { fail } from '#shared/result.ts';
import { fileName } from '#shared/text.ts';
import { docxOf } from '../docx.ts';
import { type Asking, docxType, type FileCalls, madeFile } from '../made-files.ts';

/** The certificate of a disposal as a document, made beside the store. */
export const retentionFiles = (read: Asking): FileCalls<'retention.certificate'> => ({
  'retention.certificate': async ({ id }) => {
    const found = await read('retention.get', { id });
    if (!found.ok) return found;
    const { disposal, body, names } = found.value;
    if (!disposal.carriedOut) return fail({ tag: 'movedOn' });
    const name = fileName('docx', 'Certificate of destruction', disposal.carriedOut.on);
    return madeFile(name, docxType, await docxOf(certificate(disposal, { body, names })));
  },
});
