import { type PageRoute, page } from '#renderer/app/page.ts';

const contacts = () => import('./index.tsx');

/** Every place of the people of correspondence; names of their own stand before `/contacts/:id`. */
export const contactRoutes: readonly PageRoute[] = [
  ['/contacts', page(contacts, 'ContactsPage')],
  ['/contacts/new', page(contacts, 'NewContactPage')],
  ['/contacts/duplicates', page(contacts, 'DuplicatesPage')],
  ['/contacts/:id', page(contacts, 'ContactPage')],
  ['/contacts/:id/edit', page(contacts, 'EditContactPage')],
  ['/contacts/:id/access', page(contacts, 'AccessPage')],
  ['/contacts/:id/merge/:other', page(contacts, 'MergePage')],
];
