import type { Output } from '#shared/contract.ts';
import { heading, type PaperDocument, paragraph } from '#shared/letters/document.ts';
import { paragraphsOf, printable } from '#shared/letters/merge.ts';
import { fileName } from '#shared/text.ts';
import { dayWords } from '#shared/times.ts';
import { docxOf } from '../docx.ts';
import { type Asking, docxType, type FileCalls, madeFile } from '../made-files.ts';

type Question = Output<'assurance.get'>['question'];

/**
 * The question as it goes to the Chief Constable. The cases behind it are counted and not named: whose they were is
 * nobody's business there.
 */
const questionDocument = (
  { title, question, on, due, themes, cases }: Question,
  office: { body: string; notice: string | null },
): PaperDocument => {
  const because =
    cases.length === 0
      ? []
      : [`It follows from ${cases.length} ${cases.length === 1 ? 'item' : 'items'} of correspondence.`];
  return {
    title: printable(title),
    by: office.body,
    notice: office.notice,
    wide: false,
    blocks: [
      paragraph(`${printable(office.body)}\n${dayWords(on)}`),
      paragraph('To the Chief Constable'),
      heading(printable(title)),
      ...paragraphsOf(printable(question)).map(paragraph),
      ...[
        ...(themes.length > 0 ? [`It is about ${printable(themes.join(', '))}.`] : []),
        ...because,
        ...(due ? [`Please answer in writing by ${dayWords(due)}.`] : ['Please answer in writing.']),
        'This question is put under section 1(7) of the Police Reform and Social Responsibility Act 2011.',
      ].map(paragraph),
    ],
  };
};

/** The question in writing, as a file made beside the store. */
export const engagementFiles = (read: Asking): FileCalls<'assurance.file'> => ({
  'assurance.file': async ({ id }) => {
    const found = await read('assurance.get', { id });
    if (!found.ok) return found;
    const office = await read('session.get', {});
    if (!office.ok) return office;
    const { question } = found.value;
    const name = fileName('docx', 'Question to the Chief Constable', question.title, question.on);
    return madeFile(name, docxType, await docxOf(questionDocument(question, office.value)));
  },
});
