import { describe, expect, it } from 'vitest';
import { keptAs, policyOf } from '../src/offline/policy';
import { DeviceStore } from '../src/offline/store';
import { OfflineWorker, type Shelf, VISITED } from '../src/offline/worker';

const SCOPE = 'https://care.example/map/';

describe('what a service worker may keep', () => {
  const of = (path: string, navigation = false, method = 'GET') =>
    policyOf({ method, url: new URL(path, SCOPE).href, navigation }, SCOPE);

  it.each([
    ['', true, 'page'],
    ['index.html?visit=3', true, 'page'],
    ['adviser.html?lang=en', true, 'page'],
    ['facility/A-12?lang=zh&size=large', true, 'page'],
    ['communities', true, 'page'],
    ['assets/index-Cx_12-9a.js', false, 'asset'],
    ['care.css', false, 'fresh'],
    ['mode.js', false, 'fresh'],
    ['icons/icon-192.png', false, 'fresh'],
    ['api/v1/welcome', false, 'fresh'],
    ['api/v1/adviser', false, 'fresh'],
    ['api/v1/facilities/42', false, 'fresh'],
  ] as const)('%s', (path, navigation, policy) => {
    expect(of(path, navigation)).toBe(policy);
  });

  it.each([
    ['api/v1/find?lon=121.17&lat=31.87&need=eat', false],
    ['api/v1/nearest?lon=121.17&lat=31.87&type=clinic', false],
    ['api/v1/search?q=hm', false],
    ['api/v1/service-area?lon=121.17&lat=31.87&minutes=15', false],
    ['api/v1/facilities?bbox=121,31,122,32', false],
    ['api/v1/facilities/42/reach', false],
    ['api/v1/welcome?lon=121.17', false],
    ['api/v1/session', false],
    ['tiles/14/1/2.mvt', false],
    ['card?lon=121.17&lat=31.87', true],
    ['card?area=320614', true],
    ['card.pdf?lon=121.17&lat=31.87', true],
    ['facility/A-12?from=121.17,31.87', true],
    ['adviser.html?age=80', true],
    ['compare?id=A&id=B', true],
    ['map.html', true],
    ['q/health/ready', false],
    ['../other/care.css', false],
    ['https://elsewhere.example/map/care.css', false],
  ])('nothing of %s', (path, navigation) => {
    expect(of(path, navigation)).toBe('none');
  });

  it('nothing that was sent', () => {
    expect(of('card', true, 'POST')).toBe('none');
    expect(of('api/v1/welcome', false, 'POST')).toBe('none');
  });

  it('the first page without its query', () => {
    expect(keptAs(`${SCOPE}index.html?at=121.17`, SCOPE)).toBe(SCOPE);
    expect(keptAs(`${SCOPE}facility/A?lang=en`, SCOPE)).toBe(`${SCOPE}facility/A?lang=en`);
  });
});

/** Caches as a browser has them, in memory; responses are kept as text. */
class MemoryShelves {
  readonly all = new Map<string, Map<string, string>>();

  async open(name: string): Promise<Shelf> {
    const shelf = this.all.get(name) ?? new Map<string, string>();
    this.all.set(name, shelf);
    return {
      match: async (url) => (shelf.has(url) ? new Response(shelf.get(url)) : undefined),
      put: async (url, response) => {
        shelf.set(url, await response.text());
      },
      delete: async (url) => shelf.delete(url),
      keys: async () => [...shelf.keys()].map((url) => ({ url })),
    };
  }

  async keys(): Promise<string[]> {
    return [...this.all.keys()];
  }

  async delete(name: string): Promise<boolean> {
    return this.all.delete(name);
  }

  kept(): string[] {
    return [...this.all.values()].flatMap((shelf) => [...shelf.keys()]);
  }
}

/** A server whose answers are the address and a number that rises with every request. */
function fixture(files = ['assets/a-1.js']) {
  const shelves = new MemoryShelves();
  const state = { online: true, status: 200, served: [] as string[], patience: false };
  const worker = (names: readonly string[] = files) =>
    new OfflineWorker({
      shelves,
      scope: SCOPE,
      files: names,
      fetch: async (request) => {
        const url = typeof request === 'string' ? request : request.url;
        if (!state.online) throw new TypeError('offline');
        if (state.patience) await new Promise(() => {});
        state.served.push(url);
        return new Response(`${url} ${state.served.length}`, { status: state.status });
      },
      wait: () => (state.patience ? Promise.resolve() : new Promise(() => {})),
    });
  return { shelves, state, worker };
}

/** Node refuses to make a request that navigates. */
const asking = (path: string, navigates = false): Request => {
  const request = new Request(new URL(path, SCOPE));
  if (navigates) Object.defineProperty(request, 'mode', { value: 'navigate' });
  return request;
};
const text = async (answer: Promise<Response> | null) => (await answer)?.text();

describe('the service worker', () => {
  it('opens the first page without a network after one visit', async () => {
    const { state, worker } = fixture();
    await worker().install();
    state.online = false;
    expect(await text(worker().answer(asking('', true)))).toContain(SCOPE);
    expect(await text(worker().answer(asking('assets/a-1.js')))).toContain('a-1.js');
    expect(await text(worker().answer(asking('api/v1/welcome')))).toContain('welcome');
  });

  it('shows what is new while there is a network', async () => {
    const { worker } = fixture();
    await worker().install();
    const first = await text(worker().answer(asking('', true)));
    expect(await text(worker().answer(asking('', true)))).not.toBe(first);
  });

  it('fetches an asset once', async () => {
    const { state, worker } = fixture();
    await worker().install();
    const before = state.served.length;
    await text(worker().answer(asking('assets/a-1.js')));
    await text(worker().answer(asking('assets/lazy-2.js')));
    await text(worker().answer(asking('assets/lazy-2.js')));
    expect(state.served.length).toBe(before + 1);
  });

  it('does not wait for ever for a network that is silent', async () => {
    const { state, worker } = fixture();
    await worker().install();
    state.patience = true;
    expect(await text(worker().answer(asking('api/v1/welcome')))).toContain('welcome');
  });

  it('takes what it has for a server that has an accident, and passes on what is not there', async () => {
    const { state, worker } = fixture();
    await worker().install();
    state.status = 503;
    expect((await worker().answer(asking('api/v1/welcome')))?.status).toBe(200);
    state.status = 404;
    expect((await worker().answer(asking('facility/gone', true)))?.status).toBe(404);
    state.online = false;
    const page = await worker().answer(asking('facility/gone', true));
    expect(page?.status).toBe(302);
    expect(page?.headers.get('location')).toBe(`${SCOPE}#offline`);
  });

  it('is not installed where a file of its build is missing', async () => {
    const { state, worker } = fixture();
    state.status = 404;
    await expect(worker().install()).rejects.toThrow('assets/a-1.js');
  });

  it('removes former builds, and nothing else', async () => {
    const { shelves, worker } = fixture();
    await worker().install();
    await shelves.open('somebody-elses');
    const next = worker(['assets/b-2.js']);
    await next.install();
    await next.activate();
    expect(shelves.kept()).toContain(`${SCOPE}assets/b-2.js`);
    expect(shelves.kept()).not.toContain(`${SCOPE}assets/a-1.js`);
    expect(await shelves.keys()).toEqual(expect.arrayContaining([VISITED, 'somebody-elses']));
  });

  it('leaves questions from a place alone, and keeps nothing of them', async () => {
    const { shelves, worker } = fixture();
    await worker().install();
    const question = asking('api/v1/find?lon=121.17&lat=31.87&need=eat');
    expect(worker().answer(question)).toBeNull();
    await text(worker().answer(asking('?lon=121.17&lat=31.87', true)));
    expect(shelves.kept().join()).not.toContain('121.17');
  });

  it('keeps the latest sixty facilities, and the first pages for ever', async () => {
    const { shelves, worker } = fixture();
    await worker().install();
    for (let i = 1; i <= 70; i++) await text(worker().answer(asking(`facility/F${i}`, true)));
    await text(worker().answer(asking('facility/F11', true)));
    await text(worker().answer(asking('facility/F71', true)));
    const kept = shelves.kept().filter((url) => url.includes('/facility/'));
    expect(kept).toHaveLength(60);
    expect(kept).toContain(`${SCOPE}facility/F11`);
    expect(kept).not.toContain(`${SCOPE}facility/F12`);
    expect(shelves.kept()).toContain(SCOPE);
  });
});

class MemoryShelf {
  readonly items = new Map<string, string>();
  room = Number.POSITIVE_INFINITY;

  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    if (value.length > this.room) throw new DOMException('full', 'QuotaExceededError');
    this.items.set(key, value);
  }

  removeItem(key: string): void {
    this.items.delete(key);
  }

  all(): string {
    return JSON.stringify([...this.items]);
  }
}

describe('what is kept on the device', () => {
  const START = { lon: 121.17342, lat: 31.87198 };
  const question = (need: string, { lon, lat } = START) =>
    `${SCOPE}api/v1/find?lon=${lon}&lat=${lat}&need=${need}&limit=10`;
  const facility = { id: '7', name: '东街助餐点', phone: '0513-1', lon: 121.1789, lat: 31.8801 };
  const answer = {
    method: 'network',
    minutes: 15,
    at: '2026-11-25T16:20:00+08:00',
    origin: { ...START, snapMeters: 4.2, area: { code: '320614100001', name: '城社区' } },
    within: 1,
    results: [
      {
        facility,
        hours: { state: 'open' },
        seconds: 431.2,
        secondsThere: 420,
        secondsBack: null,
        meters: 483.6,
        within: true,
        delivers: null,
        way: {
          stepsMeters: 12,
          parts: [{ kind: 'street', name: '人民路', meters: 123.4, turn: 'start', fromPoint: 0 }],
        },
        line: {
          type: 'LineString',
          coordinates: [
            [121.17342, 31.87198],
            [121.1789, 31.8801],
          ],
        },
      },
    ],
    delivery: [{ facility, hours: { state: 'open' } }],
  };

  it('is what is near, without where somebody was', async () => {
    const shelf = new MemoryShelf();
    const store = new DeviceStore(
      () => shelf,
      () => 1000,
    );
    await store.keepAnswer(question('eat'), answer);
    for (const digits of ['121.173', '121173', '17342', '31.871', '31871', '87198', '320614'])
      expect(shelf.all()).not.toContain(digits);
    expect(shelf.all()).not.toContain('coordinates');

    const elsewhere = { lon: 121.2, lat: 31.9 };
    const kept = await store.lastAnswer(question('eat', elsewhere));
    expect(kept).toEqual({
      at: 1000,
      json: {
        ...answer,
        origin: { ...elsewhere, area: null },
        results: [
          {
            ...answer.results[0],
            seconds: 480,
            secondsThere: 420,
            meters: 480,
            way: {
              stepsMeters: 12,
              parts: [{ kind: 'street', name: '人民路', meters: 120, turn: 'start' }],
            },
            line: null,
          },
        ],
      },
    });
  });

  it('is the last for each need and pace', async () => {
    const shelf = new MemoryShelf();
    let now = 1;
    const store = new DeviceStore(
      () => shelf,
      () => now,
    );
    await store.keepAnswer(question('eat'), answer);
    now = 2;
    await store.keepAnswer(question('eat', { lon: 121, lat: 31 }), answer);
    await store.keepAnswer(`${question('eat')}&profile=stick`, answer);
    expect(store.size).toBe(2);
    expect((await store.lastAnswer(question('eat')))?.at).toBe(2);
    expect(await store.lastAnswer(question('bath'))).toBeNull();
  });

  it('is nothing but answers of find', async () => {
    const shelf = new MemoryShelf();
    const store = new DeviceStore(() => shelf);
    await store.keepAnswer(`${SCOPE}api/v1/search?q=hm`, { results: [] });
    await store.keepAnswer(`${SCOPE}api/v1/welcome`, {});
    expect(shelf.items.size).toBe(0);
    expect(await store.lastAnswer(`${SCOPE}api/v1/welcome`)).toBeNull();
  });

  it('is gone after 30 days', async () => {
    const shelf = new MemoryShelf();
    let now = 0;
    const store = new DeviceStore(
      () => shelf,
      () => now,
    );
    await store.keepAnswer(question('eat'), answer);
    now = 30 * 24 * 3600 * 1000;
    expect(await store.lastAnswer(question('eat'))).not.toBeNull();
    now += 1;
    expect(await store.lastAnswer(question('eat'))).toBeNull();
  });

  it('can be switched off, which forgets it, and on again', async () => {
    const shelf = new MemoryShelf();
    const store = new DeviceStore(() => shelf);
    await store.keepAnswer(question('eat'), answer);
    store.setKeeping(false);
    await store.keepAnswer(question('bath'), answer);
    expect(store.isKeeping()).toBe(false);
    expect(store.size).toBe(0);
    store.setKeeping(true);
    await store.keepAnswer(question('bath'), answer);
    expect(store.size).toBe(1);
  });

  it('can be cleared, with saved places and pages that were looked at', async () => {
    const shelf = new MemoryShelf();
    const store = new DeviceStore(() => shelf);
    await store.keepAnswer(question('eat'), answer);
    for (const key of ['caremap.places', 'caremap.facilities', 'caremap.lang'])
      shelf.setItem(key, '[]');
    const deleted: string[] = [];
    const pages = { delete: async (name: string) => deleted.push(name) > 0 };
    await store.forgetAll(pages);
    expect([...shelf.items.keys()]).toEqual(['caremap.lang']);
    expect(deleted).toEqual([VISITED]);
  });

  it('gives way where there is no room, and keeps silent where there is no storage', async () => {
    const shelf = new MemoryShelf();
    const store = new DeviceStore(() => shelf);
    for (let i = 0; i < 20; i++) await store.keepAnswer(question(`n${i}`), answer);
    expect(store.size).toBe(16);
    shelf.room = shelf.all().length / 2;
    await store.keepAnswer(question('last'), answer);
    expect(store.size).toBeLessThan(16);
    expect(await store.lastAnswer(question('last'))).not.toBeNull();

    const forbidden = new DeviceStore(() => {
      throw new DOMException('no', 'SecurityError');
    });
    await forbidden.keepAnswer(question('eat'), answer);
    expect(await forbidden.lastAnswer(question('eat'))).toBeNull();
    expect(forbidden.isKeeping()).toBe(false);
    forbidden.setKeeping(true);
    await forbidden.forgetAll(null);
  });
});
