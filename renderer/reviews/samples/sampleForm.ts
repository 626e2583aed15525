import { z } from 'zod';
import { given } from '#renderer/editing/typed.ts';
import { recordId, words } from '#shared/records/common.ts';
import { type ComplaintSample, sampleAnswers } from '#shared/records/complaint-sample.ts';

/** What was found of a complaint as it stands in its boxes. A blank answer is one that is still to be given. */
export const sampleForm = z.object({
  answers: z.array(
    z.object({
      id: recordId,
      // Radios of which none is chosen hold null.
      answer: z.enum(['', ...sampleAnswers]).nullable(),
      words,
    }),
  ),
  findings: words,
  feedback: words,
});
type SampleForm = z.infer<typeof sampleForm>;

export const sampleFieldNames = {
  answers: 'Questions',
  findings: 'What was found',
  feedback: 'What the force was told, and what it said to that',
};

export const toSampleForm = (sample: ComplaintSample | undefined): SampleForm => ({
  answers: (sample?.answers ?? []).map(({ id, answer, words: said }) => ({
    ...{ id, answer: answer ?? '', words: said ?? '' },
  })),
  findings: sample?.findings ?? '',
  feedback: sample?.feedback ?? '',
});

export const fromSampleForm = (typed: SampleForm, base: ComplaintSample): ComplaintSample => {
  const { findings: _f, feedback: _b, ...kept } = base;
  const [findings, feedback] = [given(typed.findings), given(typed.feedback)];
  return {
    ...kept,
    answers: base.answers.map(({ answer: _a, words: _w, ...asked }) => {
      const said = typed.answers.find(({ id }) => id === asked.id);
      const more = given(said?.words ?? '');
      return { ...asked, ...(said?.answer && { answer: said.answer }), ...(more && { words: more }) };
    }),
    ...(findings && { findings }),
    ...(feedback && { feedback }),
  };
};
