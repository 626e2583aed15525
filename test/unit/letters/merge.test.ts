import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultLetters } from '#shared/letters/defaults.ts';
import { letterDocument } from '#shared/letters/document.ts';
import { exampleValues, letterFields } from '#shared/letters/fields.ts';
import {
  asksFor,
  leftFields,
  merge,
  paragraphsOf,
  problemWords,
  templateProblems,
} from '#shared/letters/merge.ts';

const words = (body: string, subject = 'About {{reference}}') => ({ subject, body });
const sentences = (body: string) =>
  templateProblems('concern', words(body)).map((problem) => problemWords('concern', problem));

describe('a template', () => {
  it('says which of its fields is none, and where', () => {
    expect(sentences('Dear {{to}}\n\nAbout {{refrence}}.')).toEqual([
      '{{refrence}} in paragraph 2 is not a field of this kind of letter.',
    ]);
    expect(templateProblems('concern', words('Dear', '{{Suite}}'))).toEqual([
      { kind: 'unknown', field: 'Suite', place: 'the subject' },
    ]);
  });

  it('says where braces do not close', () => {
    expect(sentences('Dear {{to}\n\nYours')).toEqual([
      'In paragraph 1 there are braces that do not make a field.',
    ]);
    expect(sentences('{{}} and {{ to }}')).toEqual([
      '{{}} in paragraph 1 is not a field of this kind of letter.',
    ]);
  });

  it('of one kind does not know the fields of another', () => {
    expect(templateProblems('concern', words('{{wasDue}}'))).toHaveLength(1);
    expect(templateProblems('reminder', words('{{wasDue}}'))).toEqual([]);
  });

  it('that an office begins with has only fields that are there, and no name of a detainee or number', () => {
    for (const letter of defaultLetters) {
      expect(templateProblems(letter.of, letter)).toEqual([]);
      expect(asksFor(letter, 'custodyNumber')).toBe(false);
      const merged = merge(letter, exampleValues(letter.of));
      expect(leftFields(letter.of, merged)).toEqual([]);
    }
  });
});

describe('a letter', () => {
  it('keeps a field without a value in sight, and names it', () => {
    const merged = merge(words('By {{due}}, {{custodyNumber}}.'), {
      reference: 'C2026/0001',
      due: '3 May 2026',
    });
    expect(merged).toEqual({ subject: 'About C2026/0001', body: 'By 3 May 2026, {{custodyNumber}}.' });
    const [problem] = leftFields('concern', merged);
    expect(problem && problemWords('concern', problem)).toBe(
      '{{custodyNumber}} in paragraph 1 has no value here (The custody record number, where the concern is about one detainee).',
    );
  });

  it('never reads a value as a field, whatever somebody typed', () => {
    const merged = merge(words('{{matter}}'), {
      reference: 'r',
      matter: 'See {{custodyNumber}} and {{{to}}}',
      custodyNumber: 'W/1',
    });
    expect(merged.body).not.toContain('W/1');
    expect(leftFields('concern', merged)).toEqual([]);
  });

  it('is parted by blank lines, and keeps the line breaks within a paragraph', () => {
    expect(paragraphsOf('One\nline\r\n\r\n \n\nTwo ')).toEqual(['One\nline', 'Two']);
    const { blocks } = letterDocument({
      office: 'Office',
      notice: null,
      to: 'Inspector',
      date: '3 May 2026',
      subject: 'S',
      body: 'One\n\nTwo',
    });
    expect(blocks.map(({ kind }) => kind)).toEqual([
      'paragraph',
      'paragraph',
      'heading',
      'paragraph',
      'paragraph',
    ]);
  });

  it('holds no control character and no field, from whatever words it is made', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        '{{to}}',
        '{{{{due}}}}',
        '}}{{',
        '\u0000\u001b[31m',
        '\ud800',
        '<w:t>&amp;',
        '$&$1',
        '{',
      ),
    );
    const values = fc.record(Object.fromEntries(letterFields.concern.map(({ name }) => [name, hostile])));
    fc.assert(
      fc.property(values, (given) => {
        const merged = merge(words('{{matter}}\n\n{{to}}{{due}}'), given);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
        expect(merged.body).not.toMatch(/[\u0000-\u0008\u000e-\u001f]|\p{Cs}/u);
        const names = leftFields('concern', merged).map(({ field }) => field);
        for (const name of names)
          expect((given as Record<string, string>)[name]?.trim() ?? '').toMatch(/^\P{L}*$/u);
      }),
    );
  });
});
