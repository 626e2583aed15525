/** What charts are drawn with. Pages say the same in their stylesheet, where colours of the reader's own replace them. */
export const ink = '#0b0c0c';
export const paper = '#ffffff';

/** Series in their order: beside each other they differ by how dark they are, and all differ by hatching and dashes. */
export const seriesColours = ['#12436D', '#28A197', '#801650', '#F46A25'] as const;

/** The hatching of each series on its colour, in a tile of 8 by 8: none, rising lines, dots, a grid. */
export const hatching = ['', 'M-2 2L2 -2M0 8L8 0M6 10L10 6', 'M2 2h.01M6 6h.01', 'M0 4H8M4 0V8'] as const;

/** How the line of each series is broken, in widths of letters. */
export const dashes = [[], [0.6, 0.3], [0.15, 0.3], [0.9, 0.3, 0.15, 0.3]] as const;

/** The mark of each series at a point: a disc, a square, a triangle, a diamond. */
export const markAt = (series: number, x: number, y: number, r: number): string => {
  const at = (dx: number, dy: number) => `${round(x + dx * r)} ${round(y + dy * r)}`;
  if (series === 0)
    return `M${at(-1, 0)}A${round(r)} ${round(r)} 0 1 0 ${at(1, 0)}A${round(r)} ${round(r)} 0 1 0 ${at(-1, 0)}Z`;
  if (series === 1) return `M${at(-0.9, -0.9)}L${at(0.9, -0.9)}L${at(0.9, 0.9)}L${at(-0.9, 0.9)}Z`;
  if (series === 2) return `M${at(0, -1.15)}L${at(1.1, 0.85)}L${at(-1.1, 0.85)}Z`;
  return `M${at(0, -1.3)}L${at(1.3, 0)}L${at(0, 1.3)}L${at(-1.3, 0)}Z`;
};

/** Shading from nothing to the highest: tints of the first colour, each darker than the one before. */
export const shades = ['#ffffff', '#e3e8ed', '#b8c7d3', '#89a1b6', '#4d7291', '#12436D'] as const;

/** The step of a count among counts; nothing but zero has none. */
export const shadeOf = (value: number | null, highest: number): number =>
  value === null || value <= 0
    ? 0
    : Math.min(shades.length - 1, Math.ceil((value / highest) * (shades.length - 1)));

/** Steps on which letters of ink could not be read. */
export const isDark = (shade: number): boolean => shade >= 4;

/** As many places as can be seen. */
export const round = (value: number): number => Math.round(value * 100) / 100;
