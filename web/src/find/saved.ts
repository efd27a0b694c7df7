import { isLonLat, type LonLat, roundToMeter } from '../geo/lonlat';

/** A start that was saved on purpose. */
export interface SavedPlace extends LonLat {
  readonly name: string;
}

/** A facility that was saved on purpose, with what is needed without a network. */
export interface SavedFacility {
  readonly id: string;
  readonly externalId: string | null;
  readonly name: string;
  readonly phone: string | null;
}

const PLACES = 'caremap.places';
const FACILITIES = 'caremap.facilities';
const MOST = 8;

/** The part of the browser's storage that is used here. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What the visitor keeps on this device, by button only; nothing of it is ever sent. */
export class SavedThings {
  readonly #shelf: () => Shelf;

  constructor(shelf: () => Shelf = () => window.localStorage) {
    this.#shelf = shelf;
  }

  places(): readonly SavedPlace[] {
    return this.#read(PLACES).flatMap((item) => {
      const { name, lon, lat } = item;
      return typeof name === 'string' &&
        typeof lon === 'number' &&
        typeof lat === 'number' &&
        isLonLat(lon, lat)
        ? [{ name, lon, lat }]
        : [];
    });
  }

  /** Returns whether the device keeps it. */
  savePlace(place: SavedPlace): boolean {
    const { lon, lat } = roundToMeter(place);
    const others = this.places().filter(({ name }) => name !== place.name);
    return this.#write(PLACES, [{ name: place.name, lon, lat }, ...others]);
  }

  removePlace(name: string): void {
    this.#write(
      PLACES,
      this.places().filter((place) => place.name !== name),
    );
  }

  facilities(): readonly SavedFacility[] {
    return this.#read(FACILITIES).flatMap(({ id, externalId, name, phone }) =>
      typeof id === 'string' && typeof name === 'string'
        ? [
            {
              id,
              name,
              externalId: typeof externalId === 'string' ? externalId : null,
              phone: typeof phone === 'string' ? phone : null,
            },
          ]
        : [],
    );
  }

  has(id: string): boolean {
    return this.facilities().some((facility) => facility.id === id);
  }

  saveFacility({ id, externalId, name, phone }: SavedFacility): boolean {
    const others = this.facilities().filter((facility) => facility.id !== id);
    return this.#write(FACILITIES, [{ id, externalId, name, phone }, ...others]);
  }

  removeFacility(id: string): void {
    this.#write(
      FACILITIES,
      this.facilities().filter((facility) => facility.id !== id),
    );
  }

  #read(key: string): Record<string, unknown>[] {
    try {
      const list = JSON.parse(this.#shelf().getItem(key) ?? '[]') as unknown;
      return Array.isArray(list)
        ? list.filter((item): item is Record<string, unknown> => typeof item === 'object' && !!item)
        : [];
    } catch {
      // Storage that is forbidden or garbled holds nothing.
      return [];
    }
  }

  #write(key: string, list: readonly unknown[]): boolean {
    try {
      if (list.length === 0) this.#shelf().removeItem(key);
      else this.#shelf().setItem(key, JSON.stringify(list.slice(0, MOST)));
      return true;
    } catch {
      return false;
    }
  }
}
