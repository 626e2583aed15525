export { DevicesPage } from './devices/DevicesPage.tsx';
export { PeoplePage } from './PeoplePage.tsx';
export { PersonPage } from './PersonPage.tsx';
