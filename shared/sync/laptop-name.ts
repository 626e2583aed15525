/**
 * What people call a laptop by: the name of its computer, which several may share, with the end of its id, which none
 * do. Ids begin with their time, so that only their ends tell them apart.
 */
export const laptopName = ({ id, name }: { id: string; name: string }): string =>
  `${name || 'A laptop without a name'} (${laptopCode(id)})`;

/** The short code of a laptop, as it is read out on the telephone. */
export const laptopCode = (id: string): string => id.slice(-4).toUpperCase();
