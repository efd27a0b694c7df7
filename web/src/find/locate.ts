import type { LonLat } from '../geo/lonlat';

/** Why there is no location; each has words of its own on the page. */
export type LocationProblem = 'insecure' | 'denied' | 'unavailable';

/** The part of the browser that knows where the device is. */
export interface Locator {
  readonly isSecureContext: boolean;
  readonly geolocation: Pick<Geolocation, 'getCurrentPosition'> | undefined;
}

const OPTIONS: PositionOptions = {
  enableHighAccuracy: true,
  timeout: 20_000,
  maximumAge: 60_000,
};

/** Asks the device once where it is. */
export function locate(locator: Locator): Promise<LonLat | LocationProblem> {
  const { geolocation, isSecureContext } = locator;
  // Browsers refuse insecure pages with the same code as people do, but only one can be helped.
  if (!isSecureContext) return Promise.resolve('insecure');
  if (!geolocation) return Promise.resolve('unavailable');
  return new Promise((resolve) => {
    geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lon: coords.longitude, lat: coords.latitude }),
      ({ code, PERMISSION_DENIED }) =>
        resolve(code === PERMISSION_DENIED ? 'denied' : 'unavailable'),
      OPTIONS,
    );
  });
}
