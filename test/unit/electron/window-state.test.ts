import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fitToScreens, readWindowState, writeWindowState, zoomed } from '#electron/window-state.ts';

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'icv-window-'));
  file = join(folder, 'window.json');
});
afterAll(() => rmSync(folder, { recursive: true }));

const laptop = { x: 0, y: 25, width: 1366, height: 700 };
const second = { x: 1366, y: 0, width: 1920, height: 1040 };

describe('The window as it was left', () => {
  it('is found again, and nothing but place and zoom is kept', () => {
    const state = { bounds: { x: 10, y: 40, width: 900, height: 600 }, maximized: true, zoom: 1.5 };
    writeWindowState(file, state);
    expect(readWindowState(file)).toEqual(state);
    expect(Object.keys(JSON.parse(readFileSync(file, 'utf8')))).toEqual(['bounds', 'maximized', 'zoom']);
    expect(readdirSync(folder)).toEqual(['window.json']);
  });

  it.each([
    ['is missing', undefined],
    ['is cut off', '{"bounds":{"x":1'],
    ['is empty', ''],
    ['is something else', '[1,2,3]'],
    [
      'has a place that is no number',
      '{"bounds":{"x":"1","y":0,"width":1,"height":1},"maximized":false,"zoom":1}',
    ],
    [
      'has a window without width',
      '{"bounds":{"x":1,"y":0,"width":0,"height":1},"maximized":false,"zoom":1}',
    ],
    ['has a zoom that nobody can read', '{"maximized":false,"zoom":40}'],
  ])('is as new when the file %s', (_what, text) => {
    const spoilt = join(folder, 'spoilt.json');
    if (text !== undefined) writeFileSync(spoilt, text);
    expect(readWindowState(spoilt)).toEqual({ maximized: false, zoom: 1 });
    rmSync(spoilt, { force: true });
  });

  it('is simply not kept where the folder cannot be written', () => {
    expect(() =>
      writeWindowState(join(folder, 'none', 'window.json'), { maximized: false, zoom: 1 }),
    ).not.toThrow();
  });
});

describe('The remembered place', () => {
  const window = { x: 1500, y: 100, width: 1000, height: 700 };

  it('is used while its screen is there', () => {
    expect(fitToScreens(window, [laptop, second])).toEqual(window);
  });
  it('is given up when its screen was unplugged', () => {
    expect(fitToScreens(window, [laptop])).toBeUndefined();
  });
  it('is given up when only a corner would show', () => {
    expect(fitToScreens({ ...window, x: 1300 }, [laptop])).toBeUndefined();
  });
  it('is given up when the title bar would be above the screen', () => {
    expect(fitToScreens({ x: 0, y: -30, width: 800, height: 600 }, [laptop])).toBeUndefined();
  });
  it('is made smaller for a smaller screen', () => {
    expect(fitToScreens({ x: 0, y: 25, width: 1920, height: 1040 }, [laptop])).toEqual({
      x: 0,
      y: 25,
      width: 1366,
      height: 700,
    });
  });
  it('is none for a first start, or without screens', () => {
    expect(fitToScreens(undefined, [laptop])).toBeUndefined();
    expect(fitToScreens(window, [])).toBeUndefined();
  });
});

describe('Zoom', () => {
  it('goes up to 400% and down to 50% in steps, and back to where it began', () => {
    let zoom = 1;
    for (let i = 0; i < 20; i++) zoom = zoomed(zoom, 'in');
    expect(zoom).toBe(4);
    for (let i = 0; i < 20; i++) zoom = zoomed(zoom, 'out');
    expect(zoom).toBe(0.5);
    expect(zoomed(zoom, 'reset')).toBe(1);
  });
  it('finds the next step from between two', () => {
    expect(zoomed(1.3, 'in')).toBe(1.5);
    expect(zoomed(1.3, 'out')).toBe(1.25);
  });
});
