export { AccessPage } from './AccessPage.tsx';
export { ContactPage } from './ContactPage.tsx';
export { ContactsPage } from './ContactsPage.tsx';
export { DuplicatesPage } from './DuplicatesPage.tsx';
export { EditContactPage, NewContactPage } from './EditContactPage.tsx';
export { MergePage } from './MergePage.tsx';
