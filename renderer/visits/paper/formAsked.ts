/** What to ask for by the id in an address: `newest` stands for the version that reports are begun with today. */
export const formAsked = (id: string): { id?: string } => (id === 'newest' ? {} : { id });
