import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import { classes } from './classes.ts';

export interface NavItem {
  href: string;
  text: string;
  /** The page one is on lies here. */
  current?: boolean | undefined;
  /** How many things wait there, and what they are, for the ear. */
  count?: number | undefined;
  countOf?: string | undefined;
}

export interface NavGroup {
  /** Left out for a group that needs no heading. */
  heading?: string | undefined;
  items: readonly NavItem[];
}

export interface NavMenuProps {
  groups: readonly NavGroup[];
  /** Name of the landmark. */
  label?: string | undefined;
}

/** The places of the application: a column on the left; where there is no room for one, behind a button on top. */
export function NavMenu({ groups, label = 'Main' }: NavMenuProps): ReactNode {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <nav className="desk-nav" aria-label={label}>
      <button
        type="button"
        className="desk-nav__toggle"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        Menu
      </button>
      <div id={id} className={classes('desk-nav__groups', open && 'desk-nav__groups--open')}>
        {groups.map((group, index) => (
          <div key={group.heading ?? index} className="desk-nav__group">
            {group.heading && <h2 className="desk-nav__heading">{group.heading}</h2>}
            <ul className="desk-nav__list">
              {group.items.map((item) => (
                <NavLink key={item.href} item={item} follow={() => setOpen(false)} />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </nav>
  );
}

function NavLink({ item, follow }: { item: NavItem; follow: () => void }): ReactNode {
  const { href, text, current, count, countOf } = item;
  return (
    <li className={classes('desk-nav__item', current && 'desk-nav__item--current')}>
      <a className="desk-nav__link" href={href} aria-current={current ? 'page' : undefined} onClick={follow}>
        {text}
        {Boolean(count) && (
          <span className="desk-nav__count">
            {count}
            {countOf && <span className="govuk-visually-hidden"> {countOf}</span>}
          </span>
        )}
      </a>
    </li>
  );
}
