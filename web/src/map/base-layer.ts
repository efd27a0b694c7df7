import type { GridLayer } from 'leaflet';
import type { LabelRule, PaintRule } from 'protomaps-leaflet';
import {
  exp,
  LineLabelSymbolizer,
  LineSymbolizer,
  leafletLayer,
  PolygonSymbolizer,
} from 'protomaps-leaflet';
import './leaflet';

/** Zoom levels for which the server cuts tiles; beyond, the last level is drawn larger. */
const MAX_DATA_ZOOM = 16;

const fonts =
  '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC","WenQuanYi Micro Hei",sans-serif';

const paper = '#f4f1ea';
const colors = {
  water: '#b9d9e4',
  waterLine: '#a3cddc',
  waterText: '#2f6f86',
  green: '#d5e4c3',
  rail: '#a7a29a',
  boundary: '#8d7aa6',
  casing: '#d3ccbd',
  street: '#ffffff',
  minor: '#fffdf4',
  major: '#fbe3ad',
  majorCasing: '#dcb970',
  path: '#b39b7c',
  text: '#4a4a45',
} as const;

const classIs =
  (...names: string[]) =>
  (_zoom: number, feature?: { props: Record<string, unknown> }) =>
    names.includes(String(feature?.props.class));

const streets = (
  names: string[],
  color: string,
  widths: number[][],
  minzoom: number,
  dash?: number[],
): PaintRule => ({
  dataLayer: 'streets',
  minzoom,
  filter: classIs(...names),
  symbolizer: new LineSymbolizer({
    color,
    width: exp(1.5, widths),
    lineCap: dash ? 'butt' : 'round',
    lineJoin: 'round',
    ...(dash ? { dash, dashColor: color, dashWidth: exp(1.5, widths) } : {}),
  }),
});

const casingOf = (widths: number[][], extra: number) =>
  widths.map(([zoom = 0, width = 0]) => [zoom, width + extra]);

const majorWidths = [
  [7, 0.6],
  [10, 1.4],
  [12, 2.6],
  [14, 5],
  [16, 10],
  [19, 26],
];
const minorWidths = [
  [10, 0.5],
  [12, 1.5],
  [14, 3.4],
  [16, 8],
  [19, 22],
];
const localWidths = [
  [12, 0.5],
  [14, 1.6],
  [16, 5.5],
  [19, 18],
];
const serviceWidths = [
  [13, 0.4],
  [15, 1.4],
  [16, 3],
  [19, 10],
];

const paintRules: PaintRule[] = [
  { dataLayer: 'green', symbolizer: new PolygonSymbolizer({ fill: colors.green }) },
  { dataLayer: 'water', symbolizer: new PolygonSymbolizer({ fill: colors.water }) },
  {
    dataLayer: 'waterways',
    minzoom: 9,
    symbolizer: new LineSymbolizer({
      color: colors.waterLine,
      width: exp(1.5, [
        [9, 0.5],
        [12, 1.2],
        [14, 2.6],
        [16, 5],
        [19, 12],
      ]),
      lineCap: 'round',
      lineJoin: 'round',
    }),
  },
  streets(['residential'], colors.casing, casingOf(localWidths, 1.2), 13),
  streets(['service'], colors.casing, casingOf(serviceWidths, 1), 14),
  streets(['minor'], colors.casing, casingOf(minorWidths, 1.6), 11),
  streets(['major'], colors.majorCasing, casingOf(majorWidths, 1.6), 9),
  streets(
    ['path'],
    colors.path,
    [
      [13, 0.5],
      [15, 1],
      [17, 2.2],
    ],
    14,
    [4, 3],
  ),
  streets(
    ['steps'],
    colors.path,
    [
      [13, 1.4],
      [16, 3.4],
      [19, 7],
    ],
    14,
    [2, 2],
  ),
  streets(['service'], colors.street, serviceWidths, 13),
  streets(['residential'], colors.street, localWidths, 12),
  streets(['minor'], colors.minor, minorWidths, 10),
  streets(['major'], colors.major, majorWidths, 6),
  {
    dataLayer: 'rail',
    minzoom: 9,
    symbolizer: new LineSymbolizer({
      color: colors.rail,
      width: exp(1.4, [
        [9, 0.8],
        [14, 2],
        [18, 4],
      ]),
      dash: [8, 4],
      dashColor: colors.rail,
      dashWidth: exp(1.4, [
        [9, 0.8],
        [14, 2],
        [18, 4],
      ]),
    }),
  },
  {
    dataLayer: 'areas',
    symbolizer: new LineSymbolizer({
      color: colors.boundary,
      width: 1.1,
      opacity: 0.55,
      dash: [6, 4],
      dashColor: colors.boundary,
      dashWidth: 1.1,
    }),
    filter: (zoom, feature) => showsArea(zoom, String(feature?.props.level)),
  },
];

/** Communities and villages would fill a county's map with lines, estates a town's. */
function showsArea(zoom: number, level: string): boolean {
  if (level === 'estate' || level === 'natural_village') return zoom >= 16;
  return level === 'community' || level === 'village' ? zoom >= 14 : true;
}

const labelRules: LabelRule[] = [
  {
    dataLayer: 'streets',
    minzoom: 13,
    filter: classIs('major', 'minor'),
    symbolizer: new LineLabelSymbolizer({
      labelProps: ['name'],
      fill: colors.text,
      stroke: '#ffffff',
      width: 2.5,
      font: `500 12px ${fonts}`,
      repeatDistance: 400,
    }),
  },
  {
    dataLayer: 'streets',
    minzoom: 15,
    filter: classIs('residential', 'service'),
    symbolizer: new LineLabelSymbolizer({
      labelProps: ['name'],
      fill: colors.text,
      stroke: '#ffffff',
      width: 2.5,
      font: `400 12px ${fonts}`,
      repeatDistance: 400,
    }),
  },
  {
    dataLayer: 'waterways',
    minzoom: 12,
    symbolizer: new LineLabelSymbolizer({
      labelProps: ['name'],
      fill: colors.waterText,
      stroke: '#eaf5f8',
      width: 2,
      font: `italic 400 12px ${fonts}`,
      repeatDistance: 500,
    }),
  },
];

/** Fetches one tile; no content and not found both mean that nothing is there. */
async function fetchTile(address: string, cache: RequestCache, signal?: AbortSignal) {
  const response = await fetch(address, { cache, ...(signal ? { signal } : {}) });
  if (response.status === 204 || response.status === 404) return undefined;
  if (!response.ok) throw new Error(`tile ${address}: ${response.status}`);
  const data = await response.arrayBuffer();
  return data.byteLength === 0 ? undefined : { data };
}

type TileArchive = Exclude<Parameters<typeof leafletLayer>[0], undefined>['url'];

/**
 * Our own streets, water, green and boundaries, drawn from vector tiles of our own server: the map
 * works where there is no internet.
 *
 * @param tileBase address below which `{z}/{x}/{y}.mvt` is found, ending in a slash
 * @param fresh passes by tiles that the browser kept: streets have been loaded since
 */
export function localStreetsLayer(tileBase: string, fresh = false): GridLayer {
  // A stand-in for a tile archive: the library's own address source reads error pages as tiles.
  const archive = {
    getZxy: (z: number, x: number, y: number, signal?: AbortSignal) =>
      fetchTile(`${tileBase}${z}/${x}/${y}.mvt`, fresh ? 'reload' : 'default', signal),
  };
  return leafletLayer({
    sources: {
      '': {
        url: archive as unknown as Exclude<TileArchive, undefined>,
        maxDataZoom: MAX_DATA_ZOOM,
      },
    },
    paintRules,
    labelRules,
    backgroundColor: paper,
    attribution: '',
    // Fewer vertical pixels than the screen's make labels blurred; more than 2 only cost.
    devicePixelRatio: Math.min(window.devicePixelRatio, 2),
  }) as unknown as GridLayer;
}
