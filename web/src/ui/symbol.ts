import { svg } from './dom';

/**
 * Outlines of facility symbols in a box of 24 × 24: one shape for each type beside colour and
 * character, so that nobody has to tell types apart by colour.
 */
const outlines = {
  circle: 'M12 1.5a10.5 10.5 0 1 1 0 21a10.5 10.5 0 1 1 0-21Z',
  square: 'M5 2h14a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H5a3 3 0 0 1-3-3V5a3 3 0 0 1 3-3Z',
  house: 'M12 .8L22.8 9.4V20a3 3 0 0 1-3 3H4.2a3 3 0 0 1-3-3V9.4Z',
  hexagon: 'M12 .6L22.2 6.4V17.6L12 23.4L1.8 17.6V6.4Z',
  octagon: 'M7.4 1h9.2L23 7.4v9.2L16.6 23H7.4L1 16.6V7.4Z',
  diamond: 'M12 .2L23.8 12L12 23.8L.2 12Z',
  shield: 'M12 .8L22 3.8V12c0 6-4.5 9.6-10 11.4C6.5 21.6 2 18 2 12V3.8Z',
  bubble:
    'M5 1.5h14a4 4 0 0 1 4 4v10a4 4 0 0 1-4 4h-4.5L12 23.4l-2.5-3.9H5a4 4 0 0 1-4-4v-10a4 4 0 0 1 4-4Z',
  cross: 'M6 1h12v5h5v12h-5v5H6v-5H1V6h5Z',
  pill: 'M7.5 4h9a8 8 0 0 1 0 16h-9a8 8 0 0 1 0-16Z',
  flower:
    'M12 1a5.4 5.4 0 0 1 5.2 3.8A5.4 5.4 0 0 1 21 12a5.4 5.4 0 0 1-3.8 7.2A5.4 5.4 0 0 1 12 23a5.4 5.4 0 0 1-5.2-3.8A5.4 5.4 0 0 1 3 12a5.4 5.4 0 0 1 3.8-7.2A5.4 5.4 0 0 1 12 1Z',
} as const;
export type Shape = keyof typeof outlines;

const shapesByType: Readonly<Record<string, Shape>> = {
  meal_point: 'circle',
  central_kitchen: 'octagon',
  day_care_centre: 'square',
  home_care_station: 'house',
  care_centre: 'hexagon',
  nursing_station: 'shield',
  elder_inn: 'pill',
  care_home: 'house',
  mutual_aid_point: 'flower',
  adviser_desk: 'bubble',
  clinic: 'cross',
  hospital: 'cross',
  elder_university: 'diamond',
  activity_centre: 'flower',
  supermarket: 'pill',
};
const otherShapes: readonly Shape[] = ['square', 'hexagon', 'octagon', 'circle', 'shield'];

/** The shape of a type; types that a bureau added get a stable one from their code. */
export function shapeOf(type: string): Shape {
  const known = shapesByType[type];
  if (known) return known;
  let sum = 0;
  for (const character of type) sum += character.codePointAt(0) ?? 0;
  return otherShapes[sum % otherShapes.length] ?? 'square';
}

/** Path data of the outline, also for `Path2D`. */
export function outlineOf(type: string): string {
  return outlines[shapeOf(type)];
}

/** White or ink, whichever is easier to read on the colour (WCAG relative luminance). */
export function inkOn(color: string): string {
  const channel = (from: number) => {
    const value = Number.parseInt(color.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const luminance = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
  return luminance > 0.3 ? '#10222b' : '#ffffff';
}

/** What a symbol is drawn from. */
export interface SymbolLook {
  readonly code: string;
  readonly color: string;
  readonly symbol: string;
  /** Drawn as an outline: planned, or not open now. */
  readonly hollow?: boolean;
}

/** The symbol as decoration beside text that says the same. */
export function symbolImage(look: SymbolLook, sizeEm = 1.6): SVGElement {
  return svg(
    'svg',
    {
      viewBox: '0 0 24 24',
      class: 'symbol',
      'aria-hidden': 'true',
      focusable: 'false',
      width: `${sizeEm}em`,
      height: `${sizeEm}em`,
    },
    svg('path', {
      d: outlineOf(look.code),
      fill: look.hollow ? '#ffffff' : look.color,
      ...(look.hollow ? { stroke: look.color, 'stroke-width': 2 } : {}),
    }),
    svg(
      'text',
      {
        x: 12,
        y: shapeOf(look.code) === 'house' ? 18 : 16.6,
        'text-anchor': 'middle',
        'font-size': 12.5,
        'font-weight': 700,
        fill: look.hollow ? look.color : inkOn(look.color),
      },
      [...look.symbol][0] ?? '',
    ),
  );
}
