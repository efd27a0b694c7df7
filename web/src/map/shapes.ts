import type { Layer, PathOptions, Polygon, Renderer } from 'leaflet';
import type { Line, Surface } from '../geo/geojson';
import { positionToLonLat, surfaceMiddle } from '../geo/geojson';
import type { LonLat } from '../geo/lonlat';
import { h } from '../ui/dom';
import { L } from './leaflet';
import type { MapBand, MapGap, MapLine, RankedArea, ShadedSurface } from './port';
import { toLatLng } from './swap';

/** One Leaflet polygon for a whole surface; holes stay holes. */
function polygonOf(surface: Surface, options: PathOptions): Polygon {
  const latLngs = surface.polygons.map((rings) =>
    rings.map((ring) => ring.map((position) => toLatLng(positionToLonLat(position)))),
  );
  return L.polygon(latLngs, { interactive: false, ...options });
}

const tooltip = (label: string) => h('span', {}, label);

/** Areas or grid cells, coloured as the legend says. */
export function shadingLayers(surfaces: readonly ShadedSurface[], renderer: Renderer): Layer[] {
  return surfaces.map(({ shape, color, label }) =>
    polygonOf(shape, {
      pane: 'shading',
      renderer,
      interactive: true,
      bubblingMouseEvents: true,
      fillColor: color,
      fillOpacity: 0.58,
      color: '#ffffff',
      weight: 1,
      opacity: 0.9,
    }).bindTooltip(tooltip(label), { sticky: true, className: 'map-tip' }),
  );
}

/** Service bands, the widest below. */
export function bandLayers(bands: readonly MapBand[], renderer: Renderer): Layer[] {
  return [...bands]
    .sort((one, other) => other.minutes - one.minutes)
    .map(({ shape, color }) =>
      polygonOf(shape, {
        pane: 'bands',
        renderer,
        fillColor: color,
        fillOpacity: 0.3,
        color,
        weight: 2,
      }),
    );
}

/** Gap polygons, and a number on each of the first, in step with the list. */
export function gapLayers(
  gaps: readonly MapGap[],
  chosenRank: number | null,
  pane: 'gaps' | 'gaps-more',
  renderer: Renderer,
  choose: (rank: number) => void,
): Layer[] {
  return gaps.flatMap((gap) => {
    const chosen = gap.rank === chosenRank;
    const polygon = polygonOf(gap.shape, {
      pane,
      renderer,
      interactive: true,
      bubblingMouseEvents: false,
      fillColor: '#be3b12',
      fillOpacity: chosen ? 0.45 : 0.16,
      color: '#be3b12',
      weight: chosen ? 4 : 1.6,
    })
      .bindTooltip(tooltip(gap.label), { sticky: true, className: 'map-tip' })
      .on('click', () => choose(gap.rank));
    return (gap.listed && gap.rank <= NUMBERED_GAPS) || chosen
      ? [polygon, ...numberOf(gap, chosen)]
      : [polygon];
  });
}

/** More numbers than this would hide the map. */
const NUMBERED_GAPS = 12;

/** Numbers of the first areas, question marks where nobody knows, and a line around the chosen. */
export function rankingLayers(
  areas: readonly RankedArea[],
  chosen: string | null,
  renderer: Renderer,
): Layer[] {
  const outlined = areas.find(({ code }) => code === chosen);
  const marked = areas.filter(
    (area) => area.mark || area.rank === null || area.rank <= NUMBERED_GAPS || area === outlined,
  );
  return [
    ...(outlined ? outline(outlined.shape, renderer) : []),
    // The worst is drawn last, above the others.
    ...[...marked]
      .reverse()
      .flatMap((area) =>
        area.mark
          ? markOf(area.shape, area.mark)
          : numberOf({ shape: area.shape, rank: area.rank ?? '?' }, area === outlined),
      ),
  ];
}

/** Dark on white, so that it is seen on any colour. */
function outline(shape: Surface, renderer: Renderer): Layer[] {
  const common = { pane: 'bands', renderer, fill: false } as const;
  return [
    polygonOf(shape, { ...common, color: '#ffffff', weight: 8, opacity: 0.95 }),
    polygonOf(shape, { ...common, color: '#13242a', weight: 4 }),
  ];
}

function numberOf(gap: { shape: Surface; rank: number | string }, chosen: boolean): Layer[] {
  const middle = surfaceMiddle(gap.shape);
  if (!middle) return [];
  const content = h('span', { class: chosen ? 'gap-number chosen' : 'gap-number' }, gap.rank);
  return [decoration(middle, content, 'gaps-numbers')];
}

function markOf(shape: Surface, words: string): Layer[] {
  const middle = surfaceMiddle(shape);
  if (!middle) return [];
  return [decoration(middle, h('span', { class: 'area-mark' }, words), 'gaps-numbers')];
}

/** An element on the map that neither takes clicks nor focus. */
export function decoration(place: LonLat, content: HTMLElement, pane: string): Layer {
  return L.marker(toLatLng(place), {
    pane,
    interactive: false,
    keyboard: false,
    icon: L.divIcon({ html: content, className: 'map-decoration', iconSize: [0, 0] }),
  });
}

/** The way there: bright on a white rim; dashed where it is only a straight line. */
export function routeLayers(line: Line, straight: boolean): Layer[] {
  const latLngs = line.positions.map((position) => toLatLng(positionToLonLat(position)));
  const common = {
    pane: 'route',
    interactive: false,
    lineCap: 'round',
    lineJoin: 'round',
  } as const;
  return [
    L.polyline(latLngs, { ...common, color: '#ffffff', weight: 11, opacity: 0.95 }),
    L.polyline(latLngs, {
      ...common,
      color: '#be3b12',
      weight: 6,
      ...(straight ? { dashArray: '2 12' } : {}),
    }),
  ];
}

/** Lines of a plan on a white rim, so that they are seen on any ground. */
export function lineLayers(lines: readonly MapLine[]): Layer[] {
  return lines.flatMap(({ line, color, dashed, width = 5, label }) => {
    const places = 'positions' in line ? line.positions.map(positionToLonLat) : line;
    const latLngs = places.map(toLatLng);
    const common = { pane: 'route', lineCap: 'round', lineJoin: 'round' } as const;
    const rim = L.polyline(latLngs, {
      ...common,
      interactive: false,
      color: '#ffffff',
      weight: width + 4,
      opacity: 0.9,
    });
    const drawn = L.polyline(latLngs, {
      ...common,
      interactive: Boolean(label),
      color,
      weight: width,
      ...(dashed ? { dashArray: `${width} ${width * 2}`, lineCap: 'butt' } : {}),
    });
    if (label) drawn.bindTooltip(tooltip(label), { sticky: true, className: 'map-tip' });
    return [rim, drawn];
  });
}
