/** An answer of the server that was kept on the device. */
export interface KeptAnswer {
  readonly json: unknown;
  /** When it was given, milliseconds since 1970. */
  readonly at: number;
}

/** The part of the browser's storage that is used here. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const ANSWERS = 'caremap.answers';
const OFF = 'caremap.keepNothing';
/** Saved by button elsewhere, forgotten with the rest. */
const SAVED: readonly string[] = ['caremap.places', 'caremap.facilities'];
/** Pages that were looked at; the service worker's name for them. */
const VISITED_PAGES = 'caremap-visited';
const MOST_ANSWERS = 16;
const LONGEST_MILLISECONDS = 30 * 24 * 3600 * 1000;
const MICRO = 1e6;

interface Entry {
  readonly key: string;
  readonly at: number;
  readonly json: unknown;
}

/**
 * Keeps the last answer for each need on this device, so that phone numbers, hours and the way in
 * words are there without a network. Where somebody stood is not kept: neither the start nor the
 * line of the walk, and no coordinate of either, not even rounded; minutes are whole and metres
 * tens. What is left can still tell the neighbourhood to who holds the phone, as any list of the
 * nearest would; therefore it is kept for 30 days at most, can be switched off and can be cleared
 * (清除本机记录). Only answers of `find` are kept here; pages, `welcome` and single facilities,
 * which are the same for everybody, are the service worker's.
 *
 * Browsers that forbid storage keep nothing, and say nothing.
 */
export class DeviceStore {
  readonly #shelf: () => Shelf;
  readonly #now: () => number;

  constructor(shelf: () => Shelf = () => window.localStorage, now: () => number = Date.now) {
    this.#shelf = shelf;
    this.#now = now;
  }

  /**
   * Keeps the answer to a question in place of the former one for the same need and pace.
   *
   * @param address of the question, with its query; what is not a question of `find` is not kept
   */
  async keepAnswer(address: string, json: unknown): Promise<void> {
    const key = needOf(address);
    if (key === null || !this.isKeeping()) return;
    const others = this.#entries().filter((entry) => entry.key !== key);
    this.#write([{ key, at: this.#now(), json: withoutStart(json) }, ...others]);
  }

  /**
   * The last answer to the same need and pace, wherever it was asked from. Its `origin` is that of
   * the question asked now, its lines are null: to be shown with its age, and with the words that
   * it holds for the place of that time.
   */
  async lastAnswer(address: string): Promise<KeptAnswer | null> {
    const key = needOf(address);
    const entry = this.#entries().find((one) => one.key === key);
    return entry ? { json: withStart(entry.json, address), at: entry.at } : null;
  }

  /** Whether last answers are kept; they are until somebody says otherwise. */
  isKeeping(): boolean {
    try {
      return this.#shelf().getItem(OFF) === null;
    } catch {
      return false;
    }
  }

  /** Switches the keeping of last answers on or off; off forgets those that were kept. */
  setKeeping(keeping: boolean): void {
    this.#try((shelf) => {
      if (keeping) shelf.removeItem(OFF);
      else {
        shelf.setItem(OFF, '1');
        shelf.removeItem(ANSWERS);
      }
    });
  }

  /** How many answers are kept, for the words on the button. */
  get size(): number {
    return this.#entries().length;
  }

  /**
   * Clears this device: last answers, saved places and facilities, pages that were looked at. What
   * the visitor chose (language, size of type, keeping or not) stays.
   *
   * @param pages null where the browser offers no such store, as without HTTPS
   */
  async forgetAll(
    pages: Pick<CacheStorage, 'delete'> | null = typeof caches === 'undefined' ? null : caches,
  ): Promise<void> {
    this.#try((shelf) => {
      for (const key of [ANSWERS, ...SAVED]) shelf.removeItem(key);
    });
    await pages?.delete(VISITED_PAGES);
  }

  #entries(): Entry[] {
    try {
      const list = JSON.parse(this.#shelf().getItem(ANSWERS) ?? '[]') as unknown;
      const oldest = this.#now() - LONGEST_MILLISECONDS;
      return Array.isArray(list) ? list.filter(isEntry).filter(({ at }) => at >= oldest) : [];
    } catch {
      // Storage that is forbidden or garbled holds nothing.
      return [];
    }
  }

  #write(entries: readonly Entry[]): void {
    // Where there is no room, the older half goes.
    for (let most = MOST_ANSWERS; most >= 1; most = Math.floor(most / 2)) {
      const written = this.#try((shelf) =>
        shelf.setItem(ANSWERS, JSON.stringify(entries.slice(0, most))),
      );
      if (written) return;
    }
  }

  #try(use: (shelf: Shelf) => void): boolean {
    try {
      use(this.#shelf());
      return true;
    } catch {
      return false;
    }
  }
}

/** `need=eat&profile=stick` of a question of `find`: all of it but where it was asked from. */
function needOf(address: string): string | null {
  const [path = '', query = ''] = address.split('?', 2);
  if (!/(^|\/)find$/.test(path)) return null;
  const parameters = new URLSearchParams(query);
  for (const name of ['lon', 'lat', 'limit']) parameters.delete(name);
  parameters.sort();
  return parameters.toString();
}

type Fields = Readonly<Record<string, unknown>>;

function withoutStart(json: unknown): unknown {
  const answer = fields(json);
  return {
    ...answer,
    origin: null,
    results: list(answer.results).map((result) => {
      const { line: _line, way, seconds, secondsThere, secondsBack, meters, ...rest } = result;
      return {
        ...rest,
        facility: packed(rest.facility),
        seconds: wholeMinutes(seconds),
        secondsThere: wholeMinutes(secondsThere),
        secondsBack: wholeMinutes(secondsBack),
        meters: tens(meters),
        way: wordsOf(way),
      };
    }),
    delivery: list(answer.delivery).map((one) => ({ ...one, facility: packed(one.facility) })),
  };
}

function withStart(json: unknown, address: string): unknown {
  const answer = fields(json);
  const query = new URLSearchParams(address.split('?', 2)[1] ?? '');
  const origin = { lon: Number(query.get('lon')), lat: Number(query.get('lat')), area: null };
  const unpack = (one: Fields) => ({ ...one, facility: unpacked(one.facility) });
  return {
    ...answer,
    origin,
    results: list(answer.results).map((result) => ({ ...unpack(result), line: null })),
    delivery: list(answer.delivery).map(unpack),
  };
}

/** What is said about the way; the points of the line that it belongs to are gone. */
function wordsOf(way: unknown): unknown {
  if (way === null || way === undefined) return null;
  const { parts, ...rest } = fields(way);
  return {
    ...rest,
    parts: list(parts).map(({ fromPoint: _fromPoint, meters, ...part }) => ({
      ...part,
      meters: tens(meters),
    })),
  };
}

/** Where a facility is, which everybody may know, as whole millionths of a degree. */
function packed(facility: unknown): unknown {
  const { lon, lat, ...rest } = fields(facility);
  return { ...rest, at: [Math.round(Number(lon) * MICRO), Math.round(Number(lat) * MICRO)] };
}

function unpacked(facility: unknown): unknown {
  const { at, ...rest } = fields(facility);
  const [east, north] = Array.isArray(at) ? at : [];
  return { ...rest, lon: Number(east) / MICRO, lat: Number(north) / MICRO };
}

function wholeMinutes(seconds: unknown): number | null {
  return typeof seconds === 'number' ? Math.max(1, Math.ceil(seconds / 60 - 1e-9)) * 60 : null;
}

function tens(meters: unknown): number | null {
  return typeof meters === 'number' ? Math.round(meters / 10) * 10 : null;
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : {};
}

function list(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fields) : [];
}

function isEntry(value: unknown): value is Entry {
  const { key, at } = fields(value);
  return typeof key === 'string' && typeof at === 'number';
}
