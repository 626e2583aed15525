import { sessionDocument } from '#shared/sessions/paper.ts';
import { fileName } from '#shared/text.ts';
import { docxOf } from '../docx.ts';
import { type Asking, docxType, type FileCalls, madeFile } from '../made-files.ts';

/** The agenda and the minutes as they are handed round. */
export const sessionFiles = (read: Asking): FileCalls<'sessions.file'> => ({
  'sessions.file': async ({ id, as }) => {
    const found = await read('sessions.get', { id });
    if (!found.ok) return found;
    const { session } = found.value;
    const name = fileName('docx', session.title, as, session.on);
    return madeFile(name, docxType, await docxOf(sessionDocument(as, found.value)));
  },
});
