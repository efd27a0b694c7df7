import type { Line, PolygonRings, Position, Surface } from '../geo/geojson';
import { isLonLat, type LonLat } from '../geo/lonlat';
import { DecodeError, type Decoder, listOf, object, oneOf } from './decode';

/** A position; a third number (height) is allowed and ignored. */
export const position: Decoder<Position> = (value, path) => {
  if (Array.isArray(value) && value.length >= 2) {
    const [lon, lat] = value as unknown[];
    if (typeof lon === 'number' && typeof lat === 'number' && isLonLat(lon, lat)) return [lon, lat];
  }
  throw new DecodeError(path, 'a position [lon, lat] in degrees', value);
};

const rings: Decoder<PolygonRings> = listOf(listOf(position));
const geometryType = object({
  type: oneOf('Point', 'LineString', 'Polygon', 'MultiPolygon'),
});

function coordinatesOf(value: unknown): unknown {
  return (value as { coordinates?: unknown }).coordinates;
}

export const point: Decoder<LonLat> = (value, path) => {
  const { type } = geometryType(value, path);
  if (type !== 'Point') throw new DecodeError(path, 'a Point', value);
  const [lon, lat] = position(coordinatesOf(value), `${path}.coordinates`);
  return { lon, lat };
};

export const line: Decoder<Line> = (value, path) => {
  const { type } = geometryType(value, path);
  if (type !== 'LineString') throw new DecodeError(path, 'a LineString', value);
  const positions = listOf(position)(coordinatesOf(value), `${path}.coordinates`);
  if (positions.length < 2) throw new DecodeError(path, 'at least two positions', value);
  return { positions };
};

export const surface: Decoder<Surface> = (value, path) => {
  const { type } = geometryType(value, path);
  const coordinates = coordinatesOf(value);
  if (type === 'Polygon') return { polygons: [rings(coordinates, `${path}.coordinates`)] };
  if (type === 'MultiPolygon') {
    return { polygons: listOf(rings)(coordinates, `${path}.coordinates`) };
  }
  throw new DecodeError(path, 'a Polygon or MultiPolygon', value);
};
