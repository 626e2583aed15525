import { expect, type Page } from '@playwright/test';
import { heading } from './frame.ts';

type Focus = { name: string; unseen: string };

/** What has focus, called as people call it, and why they would not see that it has; in the page. */
const focused = (): Focus => {
  const at = document.activeElement;
  if (!(at instanceof HTMLElement) || at === document.body) return { name: '', unseen: 'nothing has focus' };
  const label = at instanceof HTMLInputElement ? at.labels?.[0] : undefined;
  const labels = [...((at as HTMLInputElement).labels ?? [])].map((one) => one.innerText);
  const grouped = at.matches('[type=radio], [inputmode=numeric][name=day], [name=month], [name=year]');
  const legend = grouped ? at.closest('fieldset')?.querySelector('legend')?.innerText : undefined;
  const name = [legend, labels[0] ?? at.getAttribute('aria-label') ?? at.innerText]
    .filter(Boolean)
    .join(': ');

  const box = at.getBoundingClientRect();
  const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
  const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
  const onTop = document.elementFromPoint(x, y);
  const covered = onTop && ![at, label].some((e) => e && (e.contains(onTop) || onTop.contains(e)));
  const marks = [getComputedStyle(at), ...(label ? [getComputedStyle(label, '::before')] : [])];
  const marked = marks.some(
    (s) => (s.outlineStyle !== 'none' && s.outlineWidth !== '0px') || s.boxShadow !== 'none',
  );
  const away = box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth;
  const unseen = away ? 'out of view' : covered ? `behind ${onTop.outerHTML}` : marked ? '' : 'not marked';
  return { name: name.replace(/\s+/g, ' ').replace(/ :/g, ':').trim(), unseen };
};

const most = 150;

/** A person at the keyboard, who sees at every press where they are. */
export const keyboard = (page: Page) => {
  const look = () => page.evaluate(focused);
  const seen = async (): Promise<string> => {
    // A page may still be scrolling to where focus went.
    const { name } = await look();
    await expect.poll(async () => (await look()).unseen, { message: `focus on “${name}”` }).toBe('');
    return name;
  };
  const press = async (key: string): Promise<string> => {
    await page.keyboard.press(key);
    return seen();
  };
  /** Tab by Tab to what is called that, or begins with it; once round by way of the browser's own controls. */
  const to = async (name: string): Promise<void> => {
    const passed: string[] = [];
    for (let at = await seen(); passed.length < most; at = (await look()).name && (await seen())) {
      if (at === name || at.startsWith(`${name}: `)) return;
      if (at === '' && passed.includes('')) break;
      passed.push(at);
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never came to “${name}”, only to: ${passed.join(' | ')}`);
  };
  const type = async (name: string, text: string): Promise<void> => {
    await to(name);
    await page.keyboard.press('Control+a');
    await page.keyboard.type(text);
  };
  return {
    to,
    type,
    press,
    /** A radio by its question and its text. */
    choose: async (question: string, answer: string): Promise<void> => {
      await to(question);
      for (let tries = 0; (await seen()) !== `${question}: ${answer}`; tries++) {
        if (tries > 10) throw new Error(`No arrow led to “${answer}”`);
        await press('ArrowDown');
      }
      await press('Space');
    },
    /** A list that is closed takes the letters of what is wanted. */
    select: async (name: string, text: string): Promise<void> => {
      await to(name);
      await page.keyboard.type(text);
    },
    tick: async (name: string): Promise<void> => {
      await to(name);
      await press('Space');
    },
    date: async (question: string, parts: Record<string, string>): Promise<void> => {
      for (const [part, text] of Object.entries(parts)) await type(`${question}: ${part}`, text);
    },
    /** Presses what is called that and waits for the page it leads to, where the heading takes focus. */
    follow: async (name: string, title: string | RegExp): Promise<void> => {
      await to(name);
      await page.keyboard.press('Enter');
      await expect(heading(page, title)).toBeFocused();
    },
    /** The list of commands, as Ctrl+K opens it. */
    command: async (text: string, title: string | RegExp): Promise<void> => {
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
      await expect(heading(page, title)).toBeFocused();
    },
  };
};
