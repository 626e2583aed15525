import { describe, expect, it } from 'vitest';
import { placeOfArguments, placeOfLink } from '#electron/links.ts';

const id = '0193f2a1-7c44-7d8e-9b21-3f5c8a6d0e11';

describe('A link from outside', () => {
  it.each([
    [`icv-desk://visits/${id}`, `/visits/${id}`],
    ['icv-desk://visits', '/visits'],
    ['icv-desk://visits/', '/visits'],
    [`icv-desk://suites/${id}`, `/suites/${id}`],
    [`icv-desk://people/${id}`, `/people/${id}`],
    ['icv-desk://returns', '/returns'],
    ['icv-desk://search/', '/search'],
    ['icv-desk://home', '/'],
  ])('%s names the place %s', (link, place) => {
    expect(placeOfLink(link)).toBe(place);
  });

  it.each([
    'icv-desk://',
    'icv-desk:visits',
    'icv-desk://settings',
    'icv-desk://constructor',
    'icv-desk://returns/2022-23',
    `icv-desk://visits/${id}/edit`,
    `icv-desk://visits/${id}?do=discard`,
    `icv-desk://visits/${id}#/people`,
    `icv-desk://visits/${id.toUpperCase()}`,
    'icv-desk://visits/../people',
    'icv-desk://visits/%2e%2e%2fpeople',
    'icv-desk://visits//people',
    'icv-desk://visits/<script>',
    `icv-desk://me@visits/${id}`,
    `icv-desk://visits:80/${id}`,
    `https://visits/${id}`,
    `app://icv-desk/#/visits/${id}`,
    'javascript:alert(1)',
    'file:///etc/passwd',
    'nonsense',
    '',
  ])('%s is ignored', (link) => {
    expect(placeOfLink(link)).toBeUndefined();
  });

  it('is found among the arguments of a start, wherever it stands', () => {
    const link = `icv-desk://visits/${id}`;
    expect(placeOfArguments(['ICV Desk.exe', '--original-process-start-time=1', link])).toBe(`/visits/${id}`);
    expect(placeOfArguments(['ICV Desk.exe', link, '--flag'])).toBe(`/visits/${id}`);
    expect(placeOfArguments(['ICV Desk.exe', 'https://example.org'])).toBeUndefined();
    expect(placeOfArguments([])).toBeUndefined();
  });
});
