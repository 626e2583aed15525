import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { BlankForm } from '#renderer/visits/paper/BlankPage.tsx';
import { Copy } from '#renderer/visits/paper/CustodyPage.tsx';
import { TwoPages } from '#renderer/visits/paper/SheetPage.tsx';
import { answersIn } from '#renderer/visits/report/Changes.tsx';
import { Report } from '#renderer/visits/report/Report.tsx';
import { custodyCopy } from '#shared/forms/custody.ts';
import type { Question } from '#shared/forms/definition.ts';
import { isAnswered, shownSections } from '#shared/forms/engine.ts';
import { itemTitle } from '#shared/forms/items.ts';
import { answerTo, itemScopes, type Scope, scopeAt, visitScope } from '#shared/forms/scope.ts';
import { answerText, placeTitle, spoken } from '#shared/forms/spoken.ts';
import { registry } from '#shared/records/registry.ts';
import type { Visit } from '#shared/records/visit.ts';
import { diff } from '#shared/sync/patch.ts';
import { anyForm, anyReport, settings } from './reports.ts';

const words = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll(/\s+/g, ' ');
const anything = anyForm.chain((form) => fc.tuple(fc.constant(form), anyReport(form)));

const scopesOf = (visit: Visit): Scope[] => [
  visitScope(visit),
  ...(['detainee', 'matter', 'call'] as const).flatMap((of) => itemScopes(of, visit)),
];

/** What a reader looks for of an answer; what is a heading or a table is looked at elsewhere. */
const textOf = (q: Question, scope: Scope): string[] =>
  q.kind === 'ladder' || q.kind === 'minutes' || q.field === 'custodyNumber' || q.field?.startsWith('seen.')
    ? []
    : [answerText(q, {}, answerTo(q, scope))];

test('whatever the form and the report, every answer that shows is read, and every detainee is there', () => {
  fc.assert(
    fc.property(anything, ([form, visit]) => {
      const read = words(
        renderToStaticMarkup(<Report form={form} visit={visit} settings={settings} names={{}} />),
      );
      for (const scope of scopesOf(visit))
        for (const q of shownSections(form, scope, settings).flatMap((s) => s.questions))
          if (isAnswered(q, scope)) for (const text of textOf(q, scope)) expect(read).toContain(text);
      for (const { path } of itemScopes('detainee', visit))
        expect(read).toContain(itemTitle('detainee', visit, (path[1] ?? '').slice(1)));
    }),
    { numRuns: 60 },
  );
});

test('whatever the form and the report, custody reads every answer of its copy and not a word of what is kept', () => {
  fc.assert(
    fc.property(anything, ([form, visit]) => {
      const copy = custodyCopy(form, visit, settings);
      const read = words(renderToStaticMarkup(<Copy copy={copy} names={{}} />));
      for (const part of copy.parts)
        for (const q of part.sections.flatMap((s) => s.questions))
          for (const text of textOf(q, scopeAt(copy.visit, part))) expect(read).toContain(text);
      expect(read).not.toMatch(/office only|no concerns|not answered|not filled in|no number|not chosen/i);
    }),
    { numRuns: 60 },
  );
});

test('whatever the form, its blank and the sheet for the suite can be printed', () => {
  fc.assert(
    fc.property(anyForm, (form) => {
      const blank = words(renderToStaticMarkup(<BlankForm form={form} settings={settings} />));
      for (const s of form.sections) {
        const asked = s.questions.filter((q) => !q.retired && q.kind !== 'minutes');
        if (asked.length > 0) expect(blank).toContain(s.title);
        for (const q of asked) expect(blank).toContain(q.text);
      }
      expect(renderToStaticMarkup(<TwoPages form={form} contacts={[]} />)).toContain('Page 2 of 2');
    }),
    { numRuns: 30 },
  );
});

test('whatever changed between two reports is told in words', () => {
  fc.assert(
    fc.property(
      anyForm.chain((form) => fc.tuple(fc.constant(form), anyReport(form), anyReport(form))),
      ([form, was, now]) => {
        for (const { path, was: before, now: after } of answersIn(diff(was, now, registry.visit.groups)))
          for (const said of [
            placeTitle(form, path, now),
            spoken(form, {}, path, before, now),
            spoken(form, {}, path, after, now),
          ])
            expect(said).not.toMatch(/^$|[{}]|undefined|\[object/);
      },
    ),
    { numRuns: 100 },
  );
});
