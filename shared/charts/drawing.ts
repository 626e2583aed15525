import { textWidth } from './text.ts';

/** How a shape is filled: as a series with its hatching, as a step of shading, or with paper or ink. */
export type Fill = { readonly series: number } | { readonly shade: number } | 'paper' | 'ink';

export type Box = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type Rect = Box & {
  readonly kind: 'rect';
  /** A bar or a part of one, a cell of a grid, the bar within a cell, what lies behind a number, or a sample of the key. */
  readonly role: 'bar' | 'cell' | 'share' | 'plate' | 'sample';
  readonly fill: Fill;
};
export type Text = {
  readonly kind: 'text';
  readonly role: 'name' | 'value' | 'key';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Written in the colour of paper, on what is dark. */
  readonly onDark?: boolean;
  /** Lines may run behind it: paper is left free around its letters. */
  readonly clear?: boolean;
};
export type Shape =
  | Rect
  | Text
  | {
      readonly kind: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
    }
  /** The line of a series, dashed as it is, or one of its marks. */
  | { readonly kind: 'path' | 'mark'; readonly series: number; readonly d: string };

/** Everything a chart consists of, with its place, in units of which letters are `em` high. */
export type Drawing = {
  readonly width: number;
  readonly height: number;
  readonly em: number;
  readonly shapes: readonly Shape[];
};

export type Room = { readonly width: number; readonly em: number };

/** The line on which text stands that is centred in a strip. Set by hand: print drivers disagree about baselines. */
export const middle = (top: number, height: number, em: number): number => top + height / 2 + em * 0.35;

export const longest = (texts: readonly string[], em: number): number =>
  texts.reduce((most, text) => Math.max(most, textWidth(text, em)), 0);

/** Where the letters of a text are. */
export const boxOf = ({ x, y, text, anchor }: Text, em: number): Box => {
  const width = textWidth(text, em);
  const left = { start: x, middle: x - width / 2, end: x - width }[anchor];
  return { x: left, y: y - em * 0.85, width, height: em * 1.1 };
};

export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** What bars are measured against: the highest value, and something where all are zero. */
export const highestOf = (values: readonly (number | null)[]): number =>
  values.reduce<number>((most, value) => Math.max(most, value ?? 0), 0) || 1;
