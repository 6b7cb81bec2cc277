/**
 * What an address says behind `#`: a place of its page and, behind `&`, parameters, as `#inf-03&id=…`. Browsers never send
 * it to a server, and no proxy takes it away. Addresses of before had their parameters in the query; they go on working.
 */

/** Takes an address or its fragment; gives the place that it names, without `#`, or ''. */
export function placeIn(fragment: string): string {
  const [place = ''] = fragment.replace(/^#/, '').split('&');
  return place.includes('=') ? '' : place;
}

function parametersIn({ hash }: Pick<URL, 'hash'>): URLSearchParams {
  const parts = hash.replace(/^#/, '').split('&');
  return new URLSearchParams(parts.filter((part) => part.includes('=')).join('&'));
}

/** Takes an address and a parameter's name; gives its value, or null. */
export function parameterIn(address: Pick<URL, 'hash' | 'search'>, name: string): string | null {
  return parametersIn(address).get(name) ?? new URLSearchParams(address.search).get(name);
}

/**
 * Takes an address and parameters, null for one that goes; gives the address with them behind its place, and with none of
 * them in its query.
 */
export function withParameters(address: string | URL, values: Readonly<Record<string, string | null>>): URL {
  const url = new URL(address);
  const parameters = parametersIn(url);
  for (const [name, value] of Object.entries(values)) {
    url.searchParams.delete(name);
    if (value === null) parameters.delete(name);
    else parameters.set(name, value);
  }
  url.hash = joined(placeIn(url.hash), parameters);
  return url;
}

/** Takes an address and a place without `#`; gives the address with that place before the parameters that it had. */
export function withPlace(address: string | URL, place: string): URL {
  const url = new URL(address);
  url.hash = joined(place, parametersIn(url));
  return url;
}

function joined(place: string, parameters: URLSearchParams): string {
  return [place, parameters.toString()].filter((part) => part !== '').join('&');
}
