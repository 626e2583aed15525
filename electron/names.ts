/** The scheme and host of the interface. A host of our own, so that "same origin" means this application and nothing else. */
export const pageScheme = 'app';
export const pageHost = 'icv-desk';
export const pageOrigin = `${pageScheme}://${pageHost}`;
export const startPage = `${pageOrigin}/index.html`;

/** Links from outside, such as `icv-desk://visits/…`. Not the scheme of the interface: a link can never load a page. */
export const linkScheme = 'icv-desk';

/** The only two channels between the interface and this side. */
export const callChannel = 'icv:call';
export const eventChannel = 'icv:event';
