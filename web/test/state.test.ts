import { describe, expect, it } from 'vitest';
import {
  findPageAddress,
  formatFragment,
  initialState,
  type PageState,
  parseFragment,
} from '../src/state/fragment';
import { type FragmentHost, Store } from '../src/state/store';

const full: PageState = {
  panel: 'provider',
  view: { lon: 121.17, lat: 31.87, zoom: 13 },
  profile: 'stick',
  speedKmh: 3.2,
  types: ['care_home', 'home_care_station'],
  minutes: 20,
  group: 'age65',
  level: 'town',
  shading: 'grid',
  facility: 'CS2003000123',
};

describe('the fragment', () => {
  it('brings back every part of the state', () => {
    expect(parseFragment(`#${formatFragment(full)}`)).toEqual(full);
  });

  it('is empty at the start', () => {
    expect(formatFragment(initialState)).toBe('');
    expect(parseFragment('')).toEqual(initialState);
  });

  it('can be read by people', () => {
    expect(formatFragment({ ...initialState, panel: 'manage', minutes: 20 })).toBe(
      'panel=manage&minutes=20',
    );
  });

  it('ignores what makes no sense', () => {
    const nonsense = '#panel=root&view=999,1,3&minutes=0&types=,<b>&speed=-1&shading=x&level=';
    expect(parseFragment(nonsense)).toEqual(initialState);
  });

  it('does not read a swapped place as a view', () => {
    expect(parseFragment('#view=31.87,121.17,13').view).toBeNull();
    expect(parseFragment('#view=121.17,,13').view).toBeNull();
  });

  it('keeps places to about a metre, not finer', () => {
    const view = { lon: 121.123456789, lat: 31.987654321, zoom: 15 };
    expect(formatFragment({ ...initialState, view })).toBe('view=121.12346,31.98765,15');
  });

  it('sends links of the former find panel to the page it has become', () => {
    expect(findPageAddress('#panel=find&need=clinic')).toBe('./#panel=find&need=clinic');
    expect(findPageAddress('#panel=plan&minutes=20')).toBeNull();
    expect(findPageAddress('')).toBeNull();
  });

  it('carries external ids with any characters', () => {
    const facility = 'A&B=养老/1';
    expect(parseFragment(formatFragment({ ...initialState, facility })).facility).toBe(facility);
  });
});

describe('the store', () => {
  function host(fragment: string) {
    let changed = () => {};
    const state = { fragment, typed: (next: string) => next };
    const fake: FragmentHost = {
      read: () => state.fragment,
      replace: (next) => {
        state.fragment = next;
      },
      onChange: (listener) => {
        changed = listener;
      },
    };
    state.typed = (next) => {
      state.fragment = next;
      changed();
      return next;
    };
    return { fake, state };
  }

  it('writes every change into the fragment and tells its listeners', () => {
    const { fake, state } = host('#minutes=20');
    const store = new Store(fake);
    const seen: number[] = [];
    const stop = store.subscribe((next, previous) => seen.push(previous.minutes, next.minutes));
    store.update({ minutes: 30 });
    stop();
    store.update({ minutes: 40 });
    expect(seen).toEqual([20, 30]);
    expect(state.fragment).toBe('minutes=40');
  });

  it('follows a link that was typed or gone back to', () => {
    const { fake, state } = host('');
    const store = new Store(fake);
    state.typed('#panel=provider&facility=7');
    expect(store.state).toMatchObject({ panel: 'provider', facility: '7' });
  });
});
