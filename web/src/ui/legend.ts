import { h, svg } from './dom';
import { type SymbolLook, symbolImage } from './symbol';

/** One block of the legend. */
export type LegendPart =
  | { readonly kind: 'symbols'; readonly title: string; readonly items: readonly LegendSymbol[] }
  | {
      readonly kind: 'colors';
      readonly title: string;
      readonly items: readonly LegendColor[];
      /** Side by side, as steps of one scale. */
      readonly ramp?: boolean;
    }
  | { readonly kind: 'line'; readonly label: string; readonly dashed: boolean };

export interface LegendSymbol {
  readonly look: SymbolLook;
  readonly label: string;
}

export interface LegendColor {
  readonly color: string;
  readonly label: string;
}

/** The blocks of a legend as elements. */
export function legendBlocks(parts: readonly LegendPart[]): HTMLElement[] {
  return parts.map((part) => {
    if (part.kind === 'line') {
      const stroke = svg('line', {
        x1: 2,
        y1: 6,
        x2: 30,
        y2: 6,
        stroke: '#be3b12',
        'stroke-width': 5,
        'stroke-linecap': 'round',
        ...(part.dashed ? { 'stroke-dasharray': '1 9' } : {}),
      });
      const image = svg(
        'svg',
        { viewBox: '0 0 32 12', width: 32, height: 12, 'aria-hidden': 'true' },
        stroke,
      );
      return h('p', { class: 'legend-row' }, image, part.label);
    }
    if (part.kind === 'colors' && part.ramp) return ramp(part.title, part.items);
    const rows =
      part.kind === 'symbols'
        ? part.items.map(({ look, label }) =>
            h('li', { class: 'legend-row' }, symbolImage(look, 1.4), label),
          )
        : part.items.map(({ color, label }) =>
            h('li', { class: 'legend-row' }, swatch(color), label),
          );
    return h('div', {}, h('p', { class: 'legend-title' }, part.title), h('ul', {}, ...rows));
  });
}

function ramp(title: string, items: readonly LegendColor[]): HTMLElement {
  return h(
    'div',
    {},
    h('p', { class: 'legend-title' }, title),
    h(
      'ul',
      { class: 'ramp' },
      ...items.map(({ color, label }) => h('li', {}, swatch(color), label)),
    ),
  );
}

/** A coloured square; its colour is data, so it is set by property and not by a class. */
export function swatch(color: string): HTMLElement {
  const element = h('span', { class: 'swatch', 'aria-hidden': 'true' });
  element.style.backgroundColor = color;
  return element;
}
