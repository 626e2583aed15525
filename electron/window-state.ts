import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Rectangle } from 'electron';
import { z } from 'zod';

const windowState = z.object({
  /** Where the window was, when it was neither maximised nor full screen. */
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) }).optional(),
  maximized: z.boolean(),
  zoom: z.number().min(0.5).max(4),
});

/**
 * How the window was left. It stands outside the encrypted store, because it is needed before anything is unlocked;
 * so it holds nothing about a person or a record.
 */
export type WindowState = z.infer<typeof windowState>;

const asNew: WindowState = { maximized: false, zoom: 1 };

/** The window as it was left; a file that is missing or spoilt is as if the window had never been open. */
export const readWindowState = (file: string): WindowState => {
  try {
    return windowState.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return asNew;
  }
};

/** Keeps it for the next start. Not worth a message if it cannot be written. */
export const writeWindowState = (file: string, state: WindowState): void => {
  try {
    writeFileSync(`${file}.new`, JSON.stringify(state));
    renameSync(`${file}.new`, file);
  } catch {
    // The window opens in the middle of the screen next time.
  }
};

/** The least part of a window that must lie on a screen for a hand to take hold of it. */
const hold = { width: 200, height: 60 };

const overlap = (a: number, aLength: number, b: number, bLength: number) =>
  Math.min(a + aLength, b + bLength) - Math.max(a, b);

/**
 * The remembered place, fitted to the screens there are now: a second screen may have been unplugged since, or made
 * coarser. Undefined where no screen shows enough of it; the window then opens in the middle of the first.
 */
export const fitToScreens = (
  bounds: Rectangle | undefined,
  workAreas: readonly Rectangle[],
): Rectangle | undefined => {
  if (!bounds) return undefined;
  const area = workAreas.find(
    (a) =>
      overlap(bounds.x, bounds.width, a.x, a.width) >= hold.width &&
      overlap(bounds.y, bounds.height, a.y, a.height) >= hold.height &&
      // The title bar is above everything else and must itself be on the screen.
      bounds.y >= a.y,
  );
  return (
    area && {
      x: bounds.x,
      y: bounds.y,
      width: Math.min(bounds.width, area.width),
      height: Math.min(bounds.height, area.height),
    }
  );
};

export type ZoomStep = 'in' | 'out' | 'reset';

/** Up to 400%, where the interface must still be usable. */
const zooms = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4];

/** The next zoom from wherever one is. */
export const zoomed = (zoom: number, step: ZoomStep): number => {
  if (step === 'reset') return 1;
  const next = step === 'in' ? zooms.find((z) => z > zoom + 0.01) : zooms.findLast((z) => z < zoom - 0.01);
  return next ?? zoom;
};
