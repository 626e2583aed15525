import type { MouseEvent, RefObject } from 'react';
import { useLayoutEffect, useRef } from 'react';

/**
 * Moves focus to something that is not a control (a heading, a summary). It is focusable only while it holds focus,
 * so that a later mouse click in the text does not land on it.
 */
export function moveFocus(element: HTMLElement): void {
  if (!element.hasAttribute('tabindex')) {
    element.tabIndex = -1;
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  }
  element.focus();
}

/**
 * For what is shown only some time after a button was pressed: gives how to move focus there then, which leaves whoever
 * has gone on to something else meanwhile where they are.
 */
export function focusWhenShown(): (element: HTMLElement | null) => void {
  const pressed = document.activeElement;
  return (element) => {
    const { activeElement, body } = document;
    if (element && (activeElement === pressed || activeElement === body)) moveFocus(element);
  };
}

/** Moves focus to the element when it first appears. `wanted: false` leaves focus where it is. */
export function useFocusOnMount<E extends HTMLElement>(wanted: boolean): RefObject<E | null> {
  const ref = useRef<E>(null);
  useLayoutEffect(() => {
    if (wanted && ref.current) moveFocus(ref.current);
  }, [wanted]);
  return ref;
}

/** The question a control answers: its legend when it stands in a fieldset, otherwise its label. */
function questionOf(control: HTMLElement): HTMLElement {
  const legend = control.closest('fieldset')?.querySelector('legend');
  if (legend && legend.getBoundingClientRect().top > control.getBoundingClientRect().top - innerHeight / 2)
    return legend;
  return document.querySelector<HTMLElement>(`label[for="${CSS.escape(control.id)}"]`) ?? control;
}

/**
 * Goes to a field from a link `#id` without touching the address (which belongs to the pages), and shows the question
 * above the field rather than the bare control.
 */
export function goToField(event: MouseEvent<HTMLAnchorElement>): void {
  const id = decodeURIComponent(event.currentTarget.hash.slice(1));
  const target = document.getElementById(id);
  if (!target) return;
  event.preventDefault();
  questionOf(target).scrollIntoView();
  if (target.matches('input, select, textarea, button, a[href]')) target.focus({ preventScroll: true });
  else moveFocus(target);
}
