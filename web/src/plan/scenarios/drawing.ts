import type { Area } from '../../api/answers';
import type { Facility } from '../../api/facility';
import type { LonLat } from '../../geo/lonlat';
import type { TranslatorOf } from '../../i18n/language';
import type { ScenariosKey } from '../../i18n/plan/scenarios-zh';
import type { MapLine, MapPin } from '../../map/port';
import type { PlanSurface } from '../plan-map';
import type { AreaChange, Snapped } from './answers';
import { type Changes, changesOf, pinId, placeOf } from './changes';
import { changeColor, changeScale, gainOf, signed } from './difference';

const BRIDGE_COLOR = '#1450b8';
const MOVE_COLOR = '#be3b12';
const CLOSED_COLOR = '#13242a';

type Words = TranslatorOf<ScenariosKey | 'unknown'>;

/** An existing facility that scenarios can speak of: they name it by its external id. */
export interface Station extends LonLat {
  readonly externalId: string;
  readonly name: string;
  readonly capacity: number | null;
}

/** The open facilities of a type, as they are today. */
export function stationsOf(facilities: Iterable<Facility>, type: string): Station[] {
  const stations: Station[] = [];
  for (const one of facilities) {
    if (one.type !== type || one.status !== 'operating' || one.externalId === null) continue;
    const { externalId, name, lon, lat } = one;
    const capacity = one.beds ?? one.mealsPerDay ?? null;
    stations.push({ externalId, name, lon, lat, capacity });
  }
  return stations.sort((one, other) => one.name.localeCompare(other.name, 'zh-CN'));
}

/** What an added place, a bridge or a street is called; its number is that of its key. */
export function keyNumber(key: string): number {
  return Number(key.replace(/\D/g, '')) || 0;
}

/** Nearer than this stations are buttons that can be dragged; farther away they are dots. */
const BUTTONS_ZOOM = 13;
/** A finger needs so much room around the middle of a pin. */
const ROOM_PIXELS = 48;
const TILE_PIXELS = 256;

/**
 * Which places have room for a button on the map, none of the others being too close.
 *
 * @param zoom of the map; null where nobody knows
 */
export function withRoom(
  places: readonly LonLat[],
  others: readonly LonLat[],
  zoom: number | null,
): boolean[] {
  if (zoom === null || zoom < BUTTONS_ZOOM) return places.map(() => false);
  const world = TILE_PIXELS * 2 ** zoom;
  const pixel = ({ lon, lat }: LonLat) => {
    const y = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);
    return [(lon / 360) * world, -y * world] as const;
  };
  const all = [...places, ...others].map(pixel);
  // From west to east, so that only neighbours are looked at.
  const order = all
    .map((_, index) => index)
    .sort((a, b) => (all[a]?.[0] ?? 0) - (all[b]?.[0] ?? 0));
  const room = all.map(() => true);
  for (let i = 0; i < order.length; i++) {
    const one = order[i] ?? 0;
    const [x, y] = all[one] ?? [0, 0];
    for (let j = i + 1; j < order.length; j++) {
      const other = order[j] ?? 0;
      const [ox, oy] = all[other] ?? [0, 0];
      if (ox - x >= ROOM_PIXELS) break;
      if (Math.abs(oy - y) < ROOM_PIXELS) {
        room[one] = false;
        room[other] = false;
      }
    }
  }
  return room.slice(0, places.length);
}

/** Pins of everything that can be taken hold of, existing ones first. */
export function pinsOf(
  stations: readonly Station[],
  changes: Changes,
  chosen: string | null,
  zoom: number | null,
  tr: Words,
): MapPin[] {
  const { t } = tr;
  const added = changes.flatMap((change) =>
    change.op === 'add' || change.op === 'close-street'
      ? [change]
      : change.op === 'footbridge'
        ? [change.from, change.to]
        : [],
  );
  const placed = stations.map((station) => placeOf(changes, station.externalId, station));
  const room = withRoom(placed, added, zoom);
  const pins: MapPin[] = stations.map((station, index) => {
    const id = pinId('facility', station.externalId);
    const own = changesOf(changes, station.externalId);
    const closed = own.some(({ op }) => op === 'close');
    const { lon, lat } = placed[index] ?? station;
    const move = own.some(({ op }) => op === 'move');
    const words = closed ? 'changes.close' : move ? 'changes.move' : null;
    return {
      id,
      lon,
      lat,
      kind: closed ? 'closed' : 'existing',
      label: words ? t(words, { name: station.name }) : station.name,
      // A moved one stays in the hand, whatever is near.
      draggable: !closed && (id === chosen || move || room[index] === true),
      chosen: id === chosen,
    };
  });
  for (const change of changes) {
    if (change.op === 'add') {
      const id = pinId('site', change.key);
      pins.push({
        id,
        lon: change.lon,
        lat: change.lat,
        kind: 'site',
        number: keyNumber(change.key),
        label: t('changes.add', { name: change.name }),
        draggable: true,
        chosen: id === chosen,
      });
    }
    if (change.op === 'close-street') {
      const id = pinId('street', change.key);
      const { lon, lat } = change;
      pins.push({
        id,
        lon,
        lat,
        kind: 'barrier',
        label: t('changes.close-street', { number: keyNumber(change.key) }),
        draggable: true,
        chosen: id === chosen,
      });
    }
    if (change.op === 'footbridge') {
      for (const [kind, place] of [
        ['bridge-from', change.from],
        ['bridge-to', change.to],
      ] as const) {
        const id = pinId(kind, change.key);
        pins.push({
          id,
          ...place,
          kind: 'point',
          label: t('changes.footbridge', { number: keyNumber(change.key) }),
          draggable: true,
          chosen: id === chosen,
        });
      }
    }
  }
  return pins;
}

/**
 * Bridges, from where to where facilities move, and the pieces of street that close.
 *
 * @param snapped of the latest answer, which knows the pieces
 */
export function linesOf(
  stations: readonly Station[],
  changes: Changes,
  snapped: readonly Snapped[],
  tr: Words,
): MapLine[] {
  const lines: MapLine[] = [];
  for (const { key, line } of snapped) {
    const closed = changes.some((change) => change.op === 'close-street' && change.key === key);
    if (!closed || !line || line.length < 2) continue;
    lines.push({
      id: `closed-${key}`,
      line: { positions: line },
      color: CLOSED_COLOR,
      width: 7,
      dashed: true,
      label: tr.t('changes.close-street', { number: keyNumber(key) }),
    });
  }
  for (const change of changes) {
    if (change.op === 'footbridge') {
      lines.push({
        id: change.key,
        line: [change.from, change.to],
        color: BRIDGE_COLOR,
        label: tr.t('changes.footbridge', { number: keyNumber(change.key) }),
      });
    }
    if (change.op === 'move') {
      const station = stations.find(({ externalId }) => externalId === change.facility);
      if (!station) continue;
      lines.push({
        id: `move-${change.facility}`,
        line: [station, change],
        color: MOVE_COLOR,
        dashed: true,
        width: 3,
        label: tr.t('changes.move', { name: station.name }),
      });
    }
  }
  return lines;
}

/** How many numbers a map has room for. */
const MARKS = 6;

/**
 * Communities where the number changes, coloured by it; the largest changes are written on the map
 * with their sign, so that no colour has to be told from another.
 */
export function surfacesOf(
  changed: readonly AreaChange[],
  areas: ReadonlyMap<string, Area>,
  tr: Words,
): PlanSurface[] {
  const scale = changeScale(changed);
  return [...changed]
    .sort((one, other) => Math.abs(gainOf(other)) - Math.abs(gainOf(one)))
    .flatMap((one, index) => {
      const color = changeColor(one, scale);
      const shape = areas.get(one.code)?.shape;
      if (!shape || color === null) return [];
      const words = signed(gainOf(one), tr);
      const label = `${one.name ?? one.code} ${words}`;
      return [{ code: one.code, shape, color, label, mark: index < MARKS ? words : null }];
    });
}
