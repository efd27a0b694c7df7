import { describe, expect, it } from 'vitest';
import { CareMapApi } from '../src/api/care-map-api';
import { text } from '../src/api/decode';
import {
  basicAuthorization,
  HttpClient,
  ProblemError,
  queryString,
  UnreachableError,
} from '../src/api/http';

/** A server of one answer that keeps what it was asked. */
function serverWith(status: number, body: unknown) {
  const asked: { address: string; init: RequestInit }[] = [];
  const send = async (address: RequestInfo | URL, init: RequestInit = {}) => {
    asked.push({ address: String(address), init });
    return new Response(JSON.stringify(body), { status });
  };
  return { asked, send: send as typeof fetch };
}

describe('query strings', () => {
  it('repeat lists and leave out nulls', () => {
    const query = { type: ['clinic', 'hospital'], minutes: 15, profile: null };
    expect(queryString(query)).toBe('?type=clinic&type=hospital&minutes=15');
    expect(queryString({ level: null })).toBe('');
  });

  it('escape what a search may hold', () => {
    expect(queryString({ q: '人民路&1' })).toBe('?q=%E4%BA%BA%E6%B0%91%E8%B7%AF%261');
  });
});

describe('the client', () => {
  it('shows the detail of a problem', async () => {
    const detail = 'minutes: 61 is not in 1..60';
    const { send } = serverWith(400, { title: 'Bad Request', detail, status: 400 });
    const asked = new HttpClient('/api/v1/', send).get('coverage', {}, text);
    await expect(asked).rejects.toMatchObject({ status: 400, detail });
  });

  it('does not stumble over an error page', async () => {
    const send = async () => new Response('<html>', { status: 502, statusText: 'Bad Gateway' });
    const asked = new HttpClient('/api/v1/', send as typeof fetch).get('status', {}, text);
    await expect(asked).rejects.toEqual(new ProblemError(502, 'Bad Gateway', 'Bad Gateway'));
  });

  it('tells no answer from a bad one', async () => {
    const send = async () => {
      throw new TypeError('Failed to fetch');
    };
    const asked = new HttpClient('/', send as typeof fetch).get('status', {}, text);
    await expect(asked).rejects.toBeInstanceOf(UnreachableError);
  });

  it('encodes passwords as UTF-8 (RFC 7617, section 2.1)', () => {
    expect(basicAuthorization({ user: 'test', password: '123£' })).toBe('Basic dGVzdDoxMjPCow==');
  });
});

describe('the questions', () => {
  it('carry only parameters that the server knows', async () => {
    const { asked, send } = serverWith(200, {
      method: 'network',
      speedKmh: 2.88,
      origin: { lon: 1, lat: 2, snapMeters: 3 },
      results: [],
    });
    const api = new CareMapApi('/api/v1/', send);
    const pace = { profile: 'stick', speedKmh: null };
    const { signal } = new AbortController();
    await api.nearest({ lon: 121.1, lat: 31.8 }, ['clinic', 'hospital'], 6, pace, signal);
    expect(asked[0]?.address).toBe(
      '/api/v1/nearest?lon=121.1&lat=31.8&type=clinic&type=hospital&limit=6&profile=stick',
    );
  });

  it('forget a password that was refused', async () => {
    const { asked, send } = serverWith(401, { title: 'Unauthorized', detail: '', status: 401 });
    const api = new CareMapApi('/api/v1/', send);
    await expect(api.logIn({ user: 'admin', password: 'x' })).rejects.toBeInstanceOf(ProblemError);
    expect(new Headers(asked[0]?.init.headers).get('Authorization')).toBe('Basic YWRtaW46eA==');
    expect(new Headers(asked[0]?.init.headers).get('X-Requested-With')).toBe('XMLHttpRequest');
    expect(api.http.headers()).not.toHaveProperty('Authorization');
  });
});
