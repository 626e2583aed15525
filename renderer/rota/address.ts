import { useSearch } from 'wouter';
import { whatIsSet } from '#renderer/listing/address.ts';

/** Which rota is looked at: of a quarter, this one unless it is said, and of one panel or of all. */
export type Asked = { quarter?: string; panel?: string };

const patterns = { quarter: /^\d{4}(-\d{2})?Q[1-4]$/, panel: /^[0-9a-f-]{36}$/ };

/** Anybody can write an address, so what is neither a quarter nor a panel is left out. */
const readAsked = (search: string): Asked => {
  const params = new URLSearchParams(search);
  const like = (name: keyof typeof patterns) => {
    const text = params.get(name);
    return text && patterns[name].test(text) ? text : undefined;
  };
  return whatIsSet({ quarter: like('quarter'), panel: like('panel') }) as Asked;
};

export const useAsked = (): Asked => readAsked(useSearch());

/** The address of a page of the rota that goes on with what is looked at. */
export const rotaAddress = (page: string, asked: Asked & Record<string, string | undefined> = {}): string => {
  const said = Object.entries(asked).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const query = new URLSearchParams(said).toString();
  return query ? `${page}?${query}` : page;
};

export const placeAddress = (id: string): string => `#/rota/places/${id}`;
