import { svg } from './dom';

/** Line icons in a box of 24 × 24. */
const paths = {
  find: 'M12 21s-7-6.2-7-11.5a7 7 0 0 1 14 0C19 14.8 12 21 12 21ZM12 12a2.6 2.6 0 1 0 0-5.2a2.6 2.6 0 0 0 0 5.2Z',
  plan: 'M4 20V10M10 20V4M16 20v-7M3 20.5h18M20.5 8.5v9',
  provider: 'M4 20.5V10l8-6l8 6v10.5ZM9.5 20.5v-6h5v6',
  manage: 'M4 7h10M18 7h2M4 17h2M10 17h10M16 4.5v5M8 14.5v5',
  board: 'M12 3v18M7 21h10M12 5.5L4.5 7.5M12 5.5l7.5 2M4.5 7.5L2 14h5ZM19.5 7.5L17 14h5ZM12 3.2v.3',
  sites:
    'M12 21s-6-5.2-6-10a6 6 0 0 1 12 0C18 15.8 12 21 12 21ZM12 8.4v5.2M9.4 11h5.2M3 21h4M17 21h4',
  phone:
    'M6.5 3.5l3 .6l1.4 4l-2.2 1.8a13 13 0 0 0 5.4 5.4l1.8-2.2l4 1.4l.6 3c.1 1.5-1 2.7-2.5 2.5C10.5 19 5 13.5 4 6c-.2-1.5 1-2.6 2.5-2.5Z',
  locate:
    'M12 4v-2.5M12 22.5V20M4 12H1.5M22.5 12H20M12 19.5a7.5 7.5 0 1 0 0-15a7.5 7.5 0 0 0 0 15ZM12 14.5a2.5 2.5 0 1 0 0-5a2.5 2.5 0 0 0 0 5Z',
  clock: 'M12 21.5a9.5 9.5 0 1 0 0-19a9.5 9.5 0 0 0 0 19ZM12 6.5V12l3.8 2.4',
  money: 'M6 4l6 7.5L18 4M12 11.5V20.5M6.5 12.5h11M6.5 16.5h11',
  place: 'M12 21s-7-6.2-7-11.5a7 7 0 0 1 14 0C19 14.8 12 21 12 21Z',
  walk: 'M13 5.2a1.9 1.9 0 1 0 0-3.8a1.9 1.9 0 0 0 0 3.8ZM8 21.5l2.5-6.5l.5-6l-3.5 2.5V15M11 9l3.5 1.5L18 12M10.5 14.5l3.5 2.5l1 4.5',
  step: 'M3 20h5v-4.5h5V11h5V6.5h3.5',
  back: 'M14.5 5L7.5 12l7 7',
  map: 'M9 4L3 6.5v13.5L9 17.5l6 2.5l6-2.5V4L15 6.5ZM9 4v13.5M15 6.5V20',
  search: 'M10.5 17.5a7 7 0 1 0 0-14a7 7 0 0 0 0 14ZM15.8 15.8L21 21',
  download: 'M12 3.5v11.5M7 10.5l5 5l5-5M4 20.5h16',
  share:
    'M17.5 8.5a3 3 0 1 0 0-6a3 3 0 0 0 0 6ZM6.5 15a3 3 0 1 0 0-6a3 3 0 0 0 0 6ZM17.5 21.5a3 3 0 1 0 0-6a3 3 0 0 0 0 6ZM9.2 10.5l5.6-3.4M9.2 13.5l5.6 3.4',
  save: 'M6.5 3h11v18L12 16.5L6.5 21Z',
  print: 'M7 9V3h10v6M7 17H3.5V9h17v8H17M7 14h10v7H7Z',
  info: 'M12 21.5a9.5 9.5 0 1 0 0-19a9.5 9.5 0 0 0 0 19ZM12 11v6M12 7.2v.3',
  addPin:
    'M10 21s-6-5.2-6-10a6 6 0 0 1 12 0M10 13a2 2 0 1 0 0-4a2 2 0 0 0 0 4ZM18 14v7M14.5 17.5h7',
  movePin:
    'M12 3v18M3 12h18M12 3l-2.5 2.5M12 3l2.5 2.5M12 21l-2.5-2.5M12 21l2.5-2.5M3 12l2.5-2.5M3 12l2.5 2.5M21 12l-2.5-2.5M21 12l-2.5 2.5',
  closePin: 'M12 21s-7-6.2-7-11.5a7 7 0 0 1 14 0C19 14.8 12 21 12 21ZM9.5 7.5l5 5M14.5 7.5l-5 5',
  resize: 'M4 20v-6M4 20h6M4 20l6.5-6.5M20 4v6M20 4h-6M20 4l-6.5 6.5',
  bridge:
    'M2 9.5c4-4 16-4 20 0M2 14h20M5 14v-6M19 14v-6M9 14V6.8M15 14V6.8M12 14V6.5M3 20c2-1.5 4-1.5 6 0s4 1.5 6 0s4-1.5 6 0',
  barrier: 'M3 8h18v6H3ZM7 8l-3 6M12.5 8l-3 6M18 8l-3 6M6 14v6M18 14v6',
  undo: 'M8 4L3.5 8.5L8 13M3.5 8.5H14a6 6 0 0 1 0 12H8',
  redo: 'M16 4l4.5 4.5L16 13M20.5 8.5H10a6 6 0 0 0 0 12h6',
  text: 'M3 19L8.5 5L14 19M5 14.5h7M15.5 19l3-8l3 8M16.4 16.5h4.2',
} as const;
export type IconName = keyof typeof paths;

/** An icon as decoration beside text. */
export function icon(name: IconName): SVGElement {
  return svg(
    'svg',
    {
      viewBox: '0 0 24 24',
      class: 'icon',
      width: '1.3em',
      height: '1.3em',
      'aria-hidden': 'true',
      focusable: 'false',
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': 2,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    },
    svg('path', { d: paths[name] }),
  );
}
