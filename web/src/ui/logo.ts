import { svg } from './dom';

/** A roof over a heart, standing on a place: care, near home. */
export function logo(): SVGElement {
  return svg(
    'svg',
    { viewBox: '0 0 48 48', class: 'logo', 'aria-hidden': 'true', focusable: 'false' },
    svg('path', {
      d: 'M24 46C14 36 5 28.5 5 19A19 18 0 0 1 43 19C43 28.5 34 36 24 46Z',
      class: 'logo-pin',
    }),
    svg('path', {
      d: 'M24 31.5C18 27 13.5 23.5 13.5 18.7A5.6 5.6 0 0 1 24 16.2A5.6 5.6 0 0 1 34.5 18.7C34.5 23.5 30 27 24 31.5Z',
      class: 'logo-heart',
    }),
  );
}
