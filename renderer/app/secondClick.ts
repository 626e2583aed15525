const presses = ['mousedown', 'click', 'dblclick'] as const;

/**
 * Keeps the second half of a double click from a page that its first half opened: it would tick an answer there that
 * nobody gave, or add a second item where the page is slow to come. A click of its own is heard everywhere.
 * @returns how to stop listening
 */
export const keepSecondClicks = (): (() => void) => {
  let opened = false;
  const open = () => {
    opened = true;
  };
  const press = (event: MouseEvent) => {
    // The count is of clicks at one spot in quick succession; what the keyboard presses has none.
    if (event.detail <= 1) opened = false;
    if (!opened) return;
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener('hashchange', open);
  for (const kind of presses) addEventListener(kind, press, true);
  return () => {
    removeEventListener('hashchange', open);
    for (const kind of presses) removeEventListener(kind, press, true);
  };
};
