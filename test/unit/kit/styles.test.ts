import { fileURLToPath } from 'node:url';
import { compile } from 'sass';
import { beforeAll, expect, test } from 'vitest';

const root = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

let css = '';
beforeAll(() => {
  css = compile(root('renderer/styles/app.scss'), { loadPaths: [root('node_modules')] }).css;
});

test('the style sheet loads no file: no font, no image, nothing of another address', () => {
  expect(css).not.toMatch(/url\(|@import|@font-face/i);
});

test('nothing that belongs to GOV.UK alone is in it', () => {
  expect(css).not.toMatch(/GDS Transport|crown|crest|govuk-header|govuk-footer|logotype/i);
  // Its blues, its green and its yellow, as they stand in its palette.
  for (const colour of ['#1d70b8', '#1a65a6', '#0f7a52', '#ffdd00']) {
    expect(css.replace(dead, ''), colour).not.toContain(colour);
  }
});

test('a name in a sentence, as a link or in bold, turns no words but its own', () => {
  const isolated = /([^{}]*)\{\s*unicode-bidi: isolate;\s*\}/.exec(css)?.[1]?.split(',');
  expect(isolated?.map((one) => one.trim())).toEqual(expect.arrayContaining(['a', 'strong', '.desk-words']));
});

/** Rules for markup that only govuk-frontend's own scripts make, which never run here. */
const dead = /\.govuk-(file-upload-|file-upload-button|frontend-supported)[^{}]*\{[^{}]*\}/g;

/** Relative luminance as WCAG defines it. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

const colour = (name: string) => new RegExp(`--govuk-${name}-colour: (#[0-9a-f]{6})`).exec(css)![1]!;

test.each([
  ['text', 'body-background'],
  ['secondary-text', 'body-background'],
  ['link', 'body-background'],
  ['link-hover', 'body-background'],
  ['link-visited', 'body-background'],
  ['error', 'body-background'],
  ['success', 'body-background'],
  ['brand', 'body-background'],
  ['focus-text', 'focus'],
  ['surface-text', 'surface-background'],
])('%s on %s has the contrast text needs', (one, other) => {
  const hex = (name: string) => (name === 'body-background' ? '#ffffff' : colour(name));
  expect(contrast(hex(one), hex(other))).toBeGreaterThanOrEqual(4.5);
});

test('text keeps its size in rem and follows the setting on the root', () => {
  expect(css).toContain('html[data-text-size=large]');
  expect(css).toContain('html[data-text-size=largest]');
  expect(css).toMatch(/\.govuk-body[^{]*\{[^}]*font-size: 1\.1875rem/);
});

test('people’s own colours and their wish for less movement are heeded, and paper has its rules', () => {
  for (const query of ['(forced-colors: active)', '(prefers-reduced-motion: reduce)', '@media print']) {
    expect(css).toContain(query);
  }
});
